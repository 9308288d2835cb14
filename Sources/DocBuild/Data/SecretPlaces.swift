internal import Diagnostics
internal import Text
internal import Values

/// Finds what may be the value of a secret in data files and overlays, whether or not they can be
/// read as YAML: what is printed of such a file must not show it.
struct SecretPlaces {
  /// The last parts of keys that are declared as secrets and as nothing else.
  private let names: Set<String>
  /// The namespaces in which every key is a secret.
  private let namespaces: Set<String>

  /// Endings of names under which people write secrets.
  private static let endings = [
    "password", "passwd", "passphrase", "secret", "secrets", "token", "api_key", "secret_key",
    "private_key", "credentials",
  ]

  /// Takes the names of secrets from what a project declares.
  init(_ declarations: Declarations) {
    let fields = declarations.groups.flatMap { $0.fields }
    let all =
      declarations.keys.map { ($0.key, $0.value.type.kind == .secret) }
      + fields.map { ($0.key, $0.type.kind == .secret) }
    func last(_ key: String) -> String { String(key.split(separator: ".").last ?? "") }
    func first(_ key: String) -> String { String(key.prefix { $0 != "." }) }
    let others = all.filter { !$0.1 }.map(\.0)
    let secrets = all.filter(\.1).map(\.0)
    names = Set(secrets.map(last)).subtracting(others.map(last))
      .subtracting(declarations.groups.map(\.id))
    namespaces = Set(secrets.filter { $0.contains(".") }.map(first))
      .subtracting(others.map(first))
  }

  /// Returns the places of values that look like those of secrets.
  func places(in file: SourceFile) -> [Location] {
    var places: [Location] = []
    // The indentation of the key whose whole value is secret, such as a text of several lines.
    var secretFrom: Int?
    for number in 1...file.lineCount {
      let range = file.range(ofLine: number)
      let line = file.bytes[range]
      let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
      if indent == line.count { continue }
      if let from = secretFrom, indent > from {
        let isPair = line.contains(UInt8(ascii: ":"))
        let whole = [range.lowerBound + indent..<range.upperBound]
        let found = isPair ? values(in: line, all: true) : whole
        places += found.map { Location(path: file.path, range: $0) }
        continue
      }
      secretFrom = opensSecret(line[(range.lowerBound + indent)...]) ? indent : nil
      places += values(in: line, all: false).map { Location(path: file.path, range: $0) }
    }
    return places
  }

  /// Whether what is indented beneath a line is secret.
  private func opensSecret(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let value = line[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }
    return isSecret(name(before: colon, in: line))
      && (value.isEmpty || "|>#".utf8.contains(value[value.startIndex]))
  }

  /// The values of secrets in a line of pairs; all values where the whole line is secret.
  private func values(in line: ArraySlice<UInt8>, all: Bool) -> [Range<Int>] {
    var values: [Range<Int>] = []
    var all = all
    var index = line.startIndex
    while let colon = line[index...].firstIndex(of: UInt8(ascii: ":")) {
      index = colon + 1
      guard index == line.endIndex || line[index] == UInt8(ascii: " ") else { continue }
      let start = line[index...].firstIndex { $0 != UInt8(ascii: " ") } ?? line.endIndex
      guard start < line.endIndex, all || isSecret(name(before: colon, in: line)) else { continue }
      if line[start] == UInt8(ascii: "{") {
        all = true
        index = start + 1
      } else {
        let end = end(of: start, in: line)
        values.append(start..<end)
        index = end
      }
    }
    return values
  }

  /// Where a scalar ends that begins at a place of a line.
  private func end(of start: Int, in line: ArraySlice<UInt8>) -> Int {
    let first = line[start]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return line[(start + 1)...].firstIndex(of: first).map { $0 + 1 } ?? line.endIndex
    }
    let isFlow = line[..<start].contains(UInt8(ascii: "{"))
    let end = isFlow ? line[start...].firstIndex { ",}".utf8.contains($0) } : nil
    return end ?? line.endIndex
  }

  private func name(before colon: Int, in line: ArraySlice<UInt8>) -> String {
    let quotes = Set("\"'".utf8)
    let before = line[..<colon].reversed().drop { quotes.contains($0) }
    let name = before.prefix { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
    return String(decoding: name.reversed(), as: UTF8.self)
  }

  private func isSecret(_ name: String) -> Bool {
    if names.contains(name) || namespaces.contains(name) { return true }
    let plain = name.lowercased().replacing("-", with: "_")
    return Self.endings.contains { plain == $0 || plain.hasSuffix("_" + $0) }
  }
}
