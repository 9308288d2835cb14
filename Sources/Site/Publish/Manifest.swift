internal import Diagnostics
internal import DocBuild
internal import Machine

/// What a set consists of, as its manifest.json tells it.
package enum Manifest {
  /// Returns the text of a manifest.
  package static func text(of set: SiteSet, outputs: [(path: String, bytes: [UInt8])]) -> [UInt8] {
    let places = set.placePages()
    let placeholders = set.values.declaredPaths.compactMap { path -> String? in
      guard let entry = set.values.entry(at: path), entry.role != nil || places[path] != nil
      else { return nil }
      return JSONText.object([
        ("key", JSONText.string(path)), ("state", JSONText.string(state(of: entry))),
        ("source", JSONText.string(entry.origin?.layer.rawValue ?? entry.state.rawValue)),
        ("places", JSONText.array((places[path] ?? []).map(JSONText.string))),
      ])
    }
    let files = outputs.map { path, bytes in
      JSONText.object([
        ("path", JSONText.string(path)), ("bytes", String(bytes.count)),
        ("sha256", JSONText.string(SHA256.hex(of: bytes))),
      ])
    }
    let text = JSONText.object([
      ("servers", String(set.values.serverTotal)), ("outputs", JSONText.array(files)),
      ("placeholders", JSONText.array(placeholders)),
    ])
    return Array("\(head(of: set.values.set)),\(text.dropFirst())\n".utf8)
  }

  /// What the manifest of a set begins with, and no other file.
  static func head(of set: SetID) -> String {
    let text = JSONText.object([
      ("version", "1"), ("scale", JSONText.string(set.scale)),
      ("customer", set.customer.map(JSONText.string) ?? "null"),
    ])
    return String(text.dropLast())
  }

  private static func state(of entry: ValueEntry) -> String {
    switch entry.state {
    case .open, .example: "open"
    case .filled, .fixed: "filled"
    case .secret: "secret"
    case .computed: "computed"
    }
  }
}

extension SiteSet {
  /// Makes every file of the set, with the manifest that lists the others.
  ///
  /// - Parameter scales: the template sets of all scales, which a page compares.
  /// - Returns: the files by path.
  package func published(among scales: ComparedScales) -> [(path: String, bytes: [UInt8])] {
    let outputs = outputs(among: scales)
    return outputs + [("manifest.json", Manifest.text(of: self, outputs: outputs))]
  }

  /// The pages that print each value.
  fileprivate func placePages() -> [String: [String]] {
    var pages: [String: [String]] = [:]
    for chapter in chapters {
      let page = "\(chapter.page).html"
      for hole in chapter.holes {
        guard case .value(let reference) = hole.content, pages[reference.path]?.last != page else {
          continue
        }
        pages[reference.path, default: []].append(page)
      }
    }
    return pages
  }
}
