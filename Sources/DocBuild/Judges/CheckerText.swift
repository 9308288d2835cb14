package import Diagnostics
internal import Text

/// Fills what stands in braces in the command of a checker.
///
/// `{file}` is the path of the file where the program finds it, `{folder}` its folder, `{root}` the
/// folder of its server, `{path}` its path on the server, `{host}` the server. A key with a dot,
/// such as `{version.postgresql}`, is its value in the set. Everything else in braces stays, so a
/// shell may use them.
package struct CheckerText {
  package var file: String
  package var root: String
  package var host: String
  package var path: String
  package var values: ValueTable

  /// Creates what is known about a file.
  package init(file: String, root: String, host: String, path: String, values: ValueTable) {
    self.file = file
    self.root = root
    self.host = host
    self.path = path
    self.values = values
  }

  package func filled(_ text: String) -> String {
    CheckerText.replaced(in: text) { name in
      switch name {
      case "file": file
      case "folder":
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
          .joined(separator: "/")
      case "root": root
      case "host": host
      case "path": path
      default: values.entry(at: name)?.printed(view: nil)
      }
    }
  }

  /// Returns what is wrong with the names of keys in the commands of checkers.
  package static func check(_ config: VerifyConfig, _ values: ValueTable) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for checker in config.checkers {
      for text in checker.run + [checker.before ?? ""] {
        _ = replaced(in: text) { name in
          guard name.contains("."), values.entry(at: name) == nil else { return nil }
          findings.append(
            .unknownKeyOfChecker(name, at: checker.location, nearest: values.nearest(to: name))
          )
          return nil
        }
      }
    }
    return findings
  }

  /// Replaces each `{name}` for which a text is given; a name is made of lower-case letters,
  /// digits, `.` and `_`.
  private static func replaced(in text: String, with value: (String) -> String?) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")), end > index + 1
      {
        let name = bytes[(index + 1)..<end]
        let isName = name.allSatisfy {
          $0.isLower || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        }
        if isName, let value = value(String(decoding: name, as: UTF8.self)) {
          result += Array(value.utf8)
          index = end + 1
          continue
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
