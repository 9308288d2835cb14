internal import Diagnostics
internal import Languages
internal import Text

extension TextFormat {
  /// The users of PgBouncer with their passwords (`load_auth_file` in `src/loader.c`, 1.25).
  static let pgBouncerUsers = TextFormat(
    name: "pgbouncer-users",
    files: ["**/userlist.txt"]
  ) { text in
    var first: [String: Range<Int>] = [:]
    return LogicalLine.lines(of: text, LineDialect(comments: [UInt8(ascii: ";")])).flatMap {
      line -> [Diagnostic] in
      guard let name = quoted(line.bytes, from: 0),
        quoted(line.bytes, from: name.upperBound) != nil
      else { return [.wrongUser(at: line.range)] }
      let user = line.bytes[name].text
      let range = line.range(of: name)
      if let place = first[user] { return [.keyTwice(user, at: range, first: place)] }
      first[user] = range
      return []
    }
  }

  /// A text in double quotes, in which a doubled quote is one; at a line's beginning nothing may
  /// stand before it.
  private static func quoted(_ line: [UInt8], from start: Int) -> Range<Int>? {
    let quote = UInt8(ascii: "\"")
    guard let open = line[start...].firstIndex(of: quote), start > 0 || open == 0 else {
      return nil
    }
    var index = open + 1
    while index < line.count {
      if line[index] == quote {
        guard index + 1 < line.count, line[index + 1] == quote else { return open..<(index + 1) }
        index += 1
      }
      index += 1
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func wrongUser(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "a line such as `\"user\" \"password\"` is expected")
  }
}
