internal import DocBuild
internal import Text

/// Scripts as readers get them: what is there for those who write them costs readers nothing.
package enum ScriptText {
  /// Returns a script without indentation, empty lines, and lines that are comments.
  ///
  /// No text in the script may go over the end of a line.
  static func compact(_ script: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    let slash = UInt8(ascii: "/")
    let lines = script.split(separator: newline).map { $0.drop { $0 == .space } }
    let code = lines.filter { !$0.isEmpty && !$0.starts(with: [slash, slash]) }
    return Array(code.joined(separator: [newline])) + [newline]
  }
}
