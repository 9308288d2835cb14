internal import Diagnostics
internal import Languages

/// A condition behind `if` or `unless`: names of conditions, and samples in braces.
struct HAProxyCondition {
  /// The names that stand in it, without `!`.
  private(set) var names: [Word] = []
  /// The first word behind each opening brace.
  private(set) var samples: [HAProxyWord] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Returns the condition of a line, if it has one.
  init?(of line: HAProxyLine) {
    let mark = line.words.indices.dropFirst().first {
      ["if", "unless"].contains(line.words[$0].text) && !line.words[$0].isQuoted
    }
    guard let mark else { return nil }
    var index = mark + 1
    if index == line.words.count {
      diagnostics.append(
        .haproxyCondition(line.words[mark].range, "expected a condition after")
      )
    }
    while index < line.words.count {
      let word = line.words[index]
      index += 1
      let name = word.text.drop { $0 == "!" }
      if ["or", "||"].contains(word.text) || name.isEmpty { continue }
      guard name == "{" else {
        let start = word.bytes.count - name.utf8.count
        names.append(word.part(start..<word.bytes.count))
        continue
      }
      if index < line.words.count, line.words[index].text != "}" {
        samples.append(line.words[index])
      }
      while index < line.words.count, line.words[index].text != "}" { index += 1 }
      if index == line.words.count, line.words.allSatisfy(\.isClosed) {
        diagnostics.append(.haproxyCondition(word.range, "missing closing `}` after"))
      }
      index += 1
    }
  }
}
