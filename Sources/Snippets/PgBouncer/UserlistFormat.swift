internal import Diagnostics
internal import Languages
internal import Text

extension Format {
  /// The users of PgBouncer with their passwords.
  static let pgBouncerUsers = Format(
    .text { $0.read(by: UserlistFile.init).findings },
    rules: [.iniSyntax, .iniDuplicate],
    facts: .pgBouncerUsers
  )
}

/// The users of PgBouncer (`load_auth_file` in `src/loader.c`, 1.25): a name and a password a line.
struct UserlistFile {
  private var users: [(name: Word, password: Word)] = []
  private var mistakes: [Range<Int>] = []

  init(_ text: [UInt8]) {
    for line in LogicalLine.lines(of: text, LineDialect(comments: [UInt8(ascii: ";")])) {
      guard let name = Self.quoted(line, from: 0),
        let password = Self.quoted(line, from: name.end)
      else {
        mistakes.append(line.range)
        continue
      }
      users.append((name.word, password.word))
    }
  }

  /// Lines that PgBouncer passes over, and users that stand twice.
  var findings: [Diagnostic] {
    var first: [String: Range<Int>] = [:]
    var findings = mistakes.map { Diagnostic.wrongUser(at: $0) }
    for (name, _) in users {
      if let place = first[name.text] {
        findings.append(.keyTwice("\"\(name.text)\"", at: name.range, first: place))
      } else {
        first[name.text] = name.range
      }
    }
    return findings
  }

  /// The users as other files ask for them: the name, then the password.
  var configLines: [ConfigLine] { users.map { ConfigLine(words: [$0.name, $0.password]) } }

  /// A text in double quotes, in which a doubled quote is one; at a line's beginning nothing may
  /// stand before it.
  private static func quoted(_ line: LogicalLine, from start: Int) -> (word: Word, end: Int)? {
    let bytes = line.bytes
    guard let open = bytes[start...].firstIndex(of: .quote), start > 0 || open == 0 else {
      return nil
    }
    var content: [UInt8] = []
    var index = open + 1
    while index < bytes.count {
      if bytes[index] == .quote {
        index += 1
        guard index < bytes.count, bytes[index] == .quote else {
          let range = line.range(of: open..<index)
          return (Word(text: content.text, range: range, isQuoted: true), index)
        }
      }
      content.append(bytes[index])
      index += 1
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func wrongUser(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "expected a line such as `\"user\" \"password\"`")
  }
}
