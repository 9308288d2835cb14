internal import Languages

/// What Redis 7 and Valkey 8 know, from their `config.c` and `sentinel.c`.
enum RedisTable {
  /// The directives of redis.conf, the statements of Sentinel in a section of their own.
  static let all = DirectiveTable(
    PackageResources.redis_txt,
    shapes: [
      "memory": ValueShape("an amount of memory such as `512mb`") {
        RedisMemory.bytes(of: $0) != nil
      },
      "memory-from-1mb": ValueShape("an amount of memory of at least `1mb`") {
        (RedisMemory.bytes(of: $0) ?? 0) >= 1 << 20
      },
      "memory-or-percent": ValueShape(
        "an amount of memory such as `512mb`, or a share such as `5%`"
      ) {
        let percent = $0.hasSuffix("%") ? ValueShape.integer(in: String($0.dropLast())) : nil
        return percent.map { 0...100 ~= $0 } ?? (RedisMemory.bytes(of: $0) != nil)
      },
      "octal": ValueShape("permissions such as `770`") {
        Int($0, radix: 8).map { 0...0o777 ~= $0 } ?? false
      },
      "events": ValueShape("letters of `KEg$lshzxetdmnA`, or `\"\"`") { text in
        text.allSatisfy { "KEg$lshzxetdmnA".contains($0) }
      },
      "percentile": ValueShape("a percentile from 0 to 100") { text in
        Double(text).map { 0...100 ~= $0 } ?? false
      },
      "id": ValueShape("an identifier of 40 characters") { $0.utf8.count == 40 },
    ],
    ignoresCase: true
  )
}

/// Amounts of memory as Redis reads them (`memtoull` of util.c).
enum RedisMemory {
  /// Returns the number of bytes; nothing for what is none or too large to count.
  static func bytes(of text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let unit = units[text.dropFirst(digits.count).lowercased()], let count = Int(digits)
    else { return nil }
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: unit)
    return isTooLarge ? nil : bytes
  }

  private static let units = [
    "": 1, "b": 1, "k": 1000, "kb": 1 << 10, "m": 1_000_000, "mb": 1 << 20, "g": 1_000_000_000,
    "gb": 1 << 30,
  ]
}
