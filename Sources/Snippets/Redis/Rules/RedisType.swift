internal import Diagnostics
internal import Languages

extension Rule {
  static let redisType = Rule(
    "redis/type",
    reports:
      "A directive with a value that Redis does not accept, or with too many or too few values.",
    why: "Redis rejects the whole file and does not start.",
    fires: .redis("maxmemory 512 mb"),
    fixed: .redis("maxmemory 512mb")
  )
}

extension Diagnostic {
  static func redisEqualsSign(_ sign: Word) -> Diagnostic {
    Diagnostic(
      .redisType,
      at: sign.range,
      "expected no `=` between a directive and its value",
      fixes: [Fix("remove it", edits: [Edit(Location(range: sign.range), with: "")])]
    )
  }

  /// The directives whose words depend on each other (`config.c`).
  static func redisSpecialForms(of line: RedisLine) -> [Diagnostic] {
    switch line.name.text.lowercased() {
    case "save": saves(line)
    case "client-output-buffer-limit": bufferLimits(line)
    case "bind": tooManyAddresses(line)
    case "replicaof", "slaveof": masterPort(line)
    default: []
    }
  }

  /// One word may hold them all; nothing, or `""`, saves never.
  private static func saves(_ line: RedisLine) -> [Diagnostic] {
    let values = line.values
    if values.count == 1 {
      let parts = values[0].text.split(whereSeparator: \.isWhitespace).map(String.init)
      return isSavePoints(parts) ? [] : [wrongSave(values[0].range)]
    }
    for (index, word) in values.enumerated() where !isSavePart(word.text, at: index) {
      return [wrongSave(word.range)]
    }
    return values.count.isMultiple(of: 2) ? [] : [wrongSave(line.name.range)]
  }

  private static func isSavePoints(_ parts: [String]) -> Bool {
    parts.count.isMultiple(of: 2)
      && parts.enumerated().allSatisfy { isSavePart($0.element, at: $0.offset) }
  }

  private static func isSavePart(_ text: String, at index: Int) -> Bool {
    ValueShape.integer(in: text).map { $0 >= (index.isMultiple(of: 2) ? 1 : 0) } ?? false
  }

  private static func wrongSave(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .redisType,
      at: range,
      "expected pairs of seconds and changes such as `3600 1`, or `\"\"`, for `save`"
    )
  }

  private static let clientClasses = ["normal", "slave", "replica", "pubsub"]

  /// Four words each: the class of clients, a hard and a soft limit, and seconds.
  private static func bufferLimits(_ line: RedisLine) -> [Diagnostic] {
    var words = line.values
    if words.count == 1 {
      let range = words[0].range
      words = words[0].text.split(separator: " ").map { Word(text: String($0), range: range) }
    }
    guard words.count.isMultiple(of: 4) else {
      return [
        Diagnostic(
          .redisType,
          at: line.name.range,
          "expected a class, a hard limit, a soft limit and seconds for each class in `\(line.name.text)`"
        )
      ]
    }
    return words.enumerated().compactMap { index, word in
      let expected: String? =
        switch index % 4 {
        case 0 where !clientClasses.contains(word.text.lowercased()):
          ValueShape.list(["normal", "replica", "pubsub"])
        case 1 where RedisMemory.bytes(of: word.text) == nil,
          2 where RedisMemory.bytes(of: word.text) == nil:
          "an amount of memory such as `256mb`"
        case 3 where ValueShape.integer(in: word.text).map({ $0 < 0 }) ?? true:
          "a number of seconds"
        default: nil
        }
      return expected.map {
        Diagnostic(.redisType, at: word.range, "expected \($0), found `\(word.text)`")
      }
    }
  }

  private static func tooManyAddresses(_ line: RedisLine) -> [Diagnostic] {
    guard line.values.count > 16, let last = line.values.last else { return [] }
    return [Diagnostic(.redisType, at: last.range, "expected at most 16 addresses for `bind`")]
  }

  /// `no one` stands for no master.
  private static func masterPort(_ line: RedisLine) -> [Diagnostic] {
    guard line.values.count == 2,
      line.values.map({ $0.text.lowercased() }) != ["no", "one"],
      !(ValueShape.integer(in: line.values[1].text).map { 0...65535 ~= $0 } ?? false)
    else { return [] }
    return [
      Diagnostic(
        .redisType,
        at: line.values[1].range,
        "expected a port between 0 and 65535 for `\(line.name.text)`, found `\(line.values[1].text)`"
      )
    ]
  }
}
