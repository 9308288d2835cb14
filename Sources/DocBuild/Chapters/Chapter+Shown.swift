internal import Diagnostics
internal import Text

/// Texts of a chapter as people read them: marks are for the program alone.
extension Chapter {
  /// Returns a text of the chapter as its author wrote it, hints left out.
  func shown(_ text: [UInt8]) -> String {
    HolePieces(text, sentinel: sentinel).map { piece in
      switch piece {
      case .text(let bytes): bytes.text
      case .hole(let index): holes.indices.contains(index) ? holes[index].shown : ""
      }
    }.joined()
  }

  /// Returns a finding with placeholders in place of marks.
  func showingPlaceholders(_ finding: Diagnostic) -> Diagnostic {
    var copy = finding
    copy.message = withPlaceholders(finding.message)
    for index in copy.notes.indices {
      copy.notes[index].message = withPlaceholders(copy.notes[index].message)
    }
    for index in copy.fixes.indices {
      copy.fixes[index].message = withPlaceholders(copy.fixes[index].message)
      for edit in copy.fixes[index].edits.indices {
        copy.fixes[index].edits[edit].text = withPlaceholders(copy.fixes[index].edits[edit].text)
      }
    }
    return copy
  }

  private func withPlaceholders(_ text: String) -> String {
    text.utf8.contains(Sentinel.first) ? shown(Array(text.utf8)) : text
  }
}

extension Hole {
  /// The placeholder, without its hint.
  fileprivate var shown: String {
    switch content {
    case .value(let reference):
      "<<\(reference.view.map { "\(reference.path).\($0)" } ?? reference.path)>>"
    case .member(let field): "<<self.\(field)>>"
    case .literal(let text): text
    }
  }
}
