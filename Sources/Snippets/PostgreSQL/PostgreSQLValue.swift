internal import Languages

/// A value as PostgreSQL reads it for a parameter (`parse_and_validate_value` of guc.c).
enum PostgreSQLValue {
  /// Returns what is expected where a parameter cannot take a value; nothing where it can.
  static func mistake(in text: String, of parameter: PostgreSQLTable.Parameter) -> String? {
    switch parameter.type {
    case .text: return nil
    case .bool: return bool(text) == nil ? "`on` or `off`" : nil
    case .words:
      let words = allowed(parameter.words)
      return words.contains(text.lowercased()) ? nil : ValueShape.list(parameter.words)
    case .int, .real: return number(text, parameter)
    }
  }

  /// The words, and those that are read like them without being documented.
  private static func allowed(_ words: [String]) -> [String] {
    var all = words.map { $0.lowercased() }
    if all.contains("on") { all += ["true", "false", "yes", "no", "1", "0"] }
    if all.contains("debug1") { all += ["debug", "info"] }
    if all.contains("logical") { all += ["archive", "hot_standby"] }
    return all
  }

  /// A beginning of `true`, `false`, `yes`, `no`, `on` or `off` that is none of another.
  static func bool(_ text: String) -> Bool? {
    let word = text.lowercased()
    if word == "1" { return true }
    if word == "0" { return false }
    guard !word.isEmpty, word != "o" else { return nil }
    if ["true", "yes", "on"].contains(where: { $0.hasPrefix(word) }) { return true }
    return ["false", "no", "off"].contains { $0.hasPrefix(word) } ? false : nil
  }

  /// The number in the parameter's unit; nothing for what is none.
  static func count(_ text: String, of parameter: PostgreSQLTable.Parameter) -> Double? {
    let trimmed = text.drop(while: \.isWhitespace)
    let digits = trimmed.prefix {
      $0.isASCII && ($0.isNumber || "+-.xXeE".contains($0) || ("a"..."f").contains($0.lowercased()))
    }
    // Letters of a unit look like those of a hexadecimal number.
    guard let (value, length) = longestNumber(in: String(digits)) else { return nil }
    let rest = trimmed.dropFirst(length).drop(while: \.isWhitespace)
    let word = rest.prefix { !$0.isWhitespace }
    guard rest.dropFirst(word.count).allSatisfy(\.isWhitespace) else { return nil }
    guard !word.isEmpty else { return value }
    guard let own = parameter.unit, let unit = PostgreSQLUnit.named(String(word)),
      word != "8kB", unit.isTime == own.isTime
    else { return nil }
    return value * unit.size / own.size
  }

  private static func longestNumber(in text: String) -> (Double, Int)? {
    for length in stride(from: text.count, to: 0, by: -1) {
      let part = String(text.prefix(length))
      if let value = plainNumber(part) { return (value, length) }
    }
    return nil
  }

  /// Decimal, hexadecimal behind `0x`, octal behind `0` (`strtol`).
  private static func plainNumber(_ text: String) -> Double? {
    let sign: Double = text.hasPrefix("-") ? -1 : 1
    let digits = text.drop { $0 == "-" || $0 == "+" }
    guard text.count - digits.count <= 1, let first = digits.first else { return nil }
    if digits.lowercased().hasPrefix("0x") {
      return Int(digits.dropFirst(2), radix: 16).map { sign * Double($0) }
    }
    if digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
      if first == "0", digits.count > 1 { return Int(digits, radix: 8).map { sign * Double($0) } }
      return Double(digits).map { sign * $0 }
    }
    guard first.isNumber || first == "." else { return nil }
    return Double(text)
  }

  private static func number(_ text: String, _ parameter: PostgreSQLTable.Parameter) -> String? {
    guard let count = count(text, of: parameter) else {
      guard let unit = parameter.unit else {
        return parameter.type == .int ? "a number without a unit" : "a number such as `0.9`"
      }
      return "a number with an optional unit, one of \(ValueShape.list(unit.others))"
    }
    let value = parameter.type == .int ? count.rounded(.toNearestOrEven) : count
    guard !parameter.bounds.contains(value) else { return nil }
    let bounds = (parameter.bounds.lowerBound, parameter.bounds.upperBound)
    let unit = parameter.unit.map { " in units of `\($0.name)`" } ?? ""
    return "a number between \(shown(bounds.0)) and \(shown(bounds.1))\(unit)"
  }

  private static func shown(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
