internal import Diagnostics
internal import Languages

extension INIDialect {
  /// As sysctl.d(5) describes it.
  static let sysctl = INIDialect(
    program: "sysctl",
    lines: LineDialect(comments: Array("#;".utf8)),
    needsSection: false,
    keyBytes: Array("._-/*".utf8)
  )
}

extension Format {
  /// Parameters of the kernel.
  static let sysctl = Format(
    .text { findings(in: $0.text) },
    rules: [.iniSyntax, .iniType, .iniDuplicate]
  )

  private static func findings(in text: [UInt8]) -> [Diagnostic] {
    let file = INIFile.read(text, .sysctl)
    let entries = file.sections.flatMap(\.entries)
    var first: [String: Range<Int>] = [:]
    return file.syntaxFindings
      + entries.flatMap { entry -> [Diagnostic] in
        let key = entry.key.replacing("/", with: ".")
        defer { first[key] = first[key] ?? entry.keyRange }
        let hasComment = entry.value.contains(" #") || entry.value.contains(" ;")
        if entry.value.isEmpty || hasComment {
          return [.wrongINIValue(entry, expected: "a value", nearest: [], lines: .init())]
        }
        if !key.contains(".") { return [.wrongKey(entry.key, at: entry.keyRange)] }
        return first[key].map { [.keyTwice(entry.key, at: entry.keyRange, first: $0)] } ?? []
      }
  }
}
