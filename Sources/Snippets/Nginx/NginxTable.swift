internal import Languages
internal import Text

/// What nginx and the modules that Debian packages know.
enum NginxTable {
  static let all = DirectiveTable(
    PackageResources.nginx_txt,
    shapes: [
      "flag": ValueShape("`on` or `off`", choices: ["on", "off"]) {
        isOpen($0) || ["on", "off"].contains($0.lowercased())
      },
      "size": ValueShape("a size such as `8k` or `1m`") { isOpen($0) || isSize($0, "kKmM") },
      "offset": ValueShape("a size such as `8k`, `10m` or `1g`") {
        isOpen($0) || isSize($0, "kKmMgG")
      },
      "open-size": ValueShape("a size such as `8k` or `1m`, or a variable") {
        $0.contains("$") || isSize($0, "kKmM")
      },
      "time": ValueShape("a time such as `30s`, `500ms` or `1h`") {
        isOpen($0) || isTime($0, hasMilliseconds: true)
      },
      "seconds": ValueShape("a time of whole seconds such as `30s` or `1h`") {
        isOpen($0) || isTime($0, hasMilliseconds: false)
      },
      "network": ValueShape("`all`, an address or a network such as `10.20.0.0/24`") {
        isOpen($0) || ["all", "unix:"].contains($0) || isNetwork($0)
      },
    ],
    ignoresCase: true
  )

  /// A variable of the environment that `envsubst` puts in before nginx reads the file.
  static func isOpen(_ text: String) -> Bool {
    guard let start = text.firstRange(of: "${")?.upperBound else { return false }
    let name = text[start...].prefix { $0 != "}" }
    return !name.isEmpty && name.utf8.allSatisfy { $0.isNameByte && !(97...122 ~= $0) }
  }

  private static func isNetwork(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, ValueShape.isAddress(parts[0]) else { return false }
    return parts.count == 1 || Int(parts[1]).map { 0...128 ~= $0 } ?? false
  }

  private static func isSize(_ text: String, _ units: String) -> Bool {
    let digits = text.last.map(units.contains) ?? false ? text.dropLast() : text[...]
    return !digits.isEmpty && digits.utf8.allSatisfy(\.isDigit)
  }

  /// Numbers with units from the greatest to the least, the last with or without one
  /// (`ngx_parse_time`).
  static func isTime(_ text: String, hasMilliseconds: Bool) -> Bool {
    let units = ["y", "M", "w", "d", "h", "m", "s"] + (hasMilliseconds ? ["ms"] : [])
    var rest = text[...]
    var next = 0
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, digits.count <= 10 else { return false }
      rest = rest[digits.endIndex...]
      let unit = rest.prefix { $0.isLetter }
      rest = rest[unit.endIndex...].drop { $0 == " " }
      if unit.isEmpty { return rest.isEmpty }
      guard let place = units[next...].firstIndex(of: String(unit)) else { return false }
      next = place + 1
    }
    return true
  }

  // MARK: Names

  private static let sections = [
    "main", "events", "http", "upstream", "stream", "stream-upstream", "mail",
  ]

  /// Every directive of every place.
  static let names = Set(sections.flatMap { all.names(in: $0) })

  /// Directives of one word that begin a line where the one before lacks its `;`.
  private static let plain: Set<String> = [
    "alias", "allow", "deny", "expires", "if", "include", "index", "listen", "location", "return",
    "rewrite", "root", "server", "set", "upstream",
  ]

  /// Whether a word at the start of a line is a directive rather than a further argument.
  static func beginsLine(_ word: Word) -> Bool {
    !word.isQuoted && (plain.contains(word.text) || word.text.contains("_"))
      && names.contains(word.text)
  }

  /// Whether the block of a directive holds values instead of directives.
  static func holdsValues(_ name: String) -> Bool {
    ["map", "geo", "types", "split_clients", "charset_map", "geoip2", "num_map"].contains(name)
  }

  /// Whether nginx itself has a variable, for `stream` or for `http`.
  static func hasVariable(_ name: String, isStream: Bool) -> Bool {
    let section = isStream ? "stream-variables" : "http-variables"
    return all.directive(name, in: section) != nil
      || all.names(in: section).contains {
        name.hasPrefix($0) && all.directive($0, in: section)?.facts["prefix"] != nil
      }
  }

  /// The variables of nginx itself, without those that only begin with a name.
  static func variables(isStream: Bool) -> [String] {
    let section = isStream ? "stream-variables" : "http-variables"
    return all.names(in: section).filter { all.directive($0, in: section)?.facts["prefix"] == nil }
  }
}
