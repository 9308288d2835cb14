internal import Diagnostics
internal import DocBuild
internal import FoundationEssentials

/// One comment of ShellCheck, as `--format=json1` prints it.
package struct ShellCheckComment: Codable, Sendable {
  /// The name of the file that it was given.
  package var file: String
  /// From 1; columns count characters, the end is exclusive.
  var line: Int
  var endLine: Int
  var column: Int
  var endColumn: Int
  /// The number behind `SC`.
  var code: Int
  var message: String

  /// The file's name as a number.
  package var number: Int { Int(file) ?? 0 }

  private struct Output: Codable { var comments: [ShellCheckComment] }

  /// Reads what ShellCheck printed; nothing where that is something else.
  package static func read(_ text: String) -> [ShellCheckComment]? {
    try? JSONDecoder().decode(Output.self, from: Data(text.utf8)).comments
  }

  /// Returns the bytes of a text that the comment is about.
  func range(in text: [UInt8]) -> Range<Int> {
    let lines = SourceFile(path: "", bytes: text)
    let start = Self.offset(line, column, in: lines)
    return start..<max(start, Self.offset(endLine, endColumn, in: lines))
  }

  private static func offset(_ line: Int, _ column: Int, in lines: SourceFile) -> Int {
    let range = lines.range(ofLine: min(max(line, 1), lines.lineCount))
    var left = column - 1
    for index in range {
      let isContinuation = lines.bytes[index] & 0xC0 == 0x80
      if !isContinuation {
        if left <= 0 { return index }
        left -= 1
      }
    }
    return range.upperBound
  }
}

extension Diagnostic {
  static func shellCheck(_ comment: ShellCheckComment, at location: Location) -> Diagnostic {
    let message = comment.message.hasSuffix(".") ? comment.message.dropLast() : comment.message[...]
    return Diagnostic(
      .saidByShellCheck,
      at: location,
      "ShellCheck SC\(comment.code): \(message)",
      notes: [Note("See https://www.shellcheck.net/wiki/SC\(comment.code).")]
    )
  }
}
