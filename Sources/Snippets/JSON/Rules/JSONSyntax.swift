internal import Diagnostics
internal import Languages

extension Rule {
  static let jsonSyntax = Rule(
    "snippet/json-syntax",
    reports: "A file that is not valid JSON.",
    why: "The program rejects the whole file.",
    fires: .fence("json", "{ \"live-restore\": true, }"),
    fixed: .fence("json", "{ \"live-restore\": true }")
  )

  static let jsonDuplicate = Rule(
    "snippet/json-duplicate",
    reports: "A duplicate key in a JSON object.",
    why: "Only one of the two values takes effect, and which one depends on the program.",
    fires: .fence("json", "{ \"mtu\": 1500, \"mtu\": 1450 }"),
    fixed: .fence("json", "{ \"mtu\": 1450 }")
  )
}

extension Diagnostic {
  static func jsonMistake(_ mistake: JSONReader.Mistake, in text: [UInt8]) -> Diagnostic {
    let offset = min(mistake.offset, max(0, text.count - 1))
    return Diagnostic(
      .jsonSyntax,
      at: offset..<min(offset + 1, text.count),
      mistake.message
    )
  }

  static func jsonOddity(_ oddity: JSONReader.Oddity) -> Diagnostic {
    let place = Location(range: oddity.range)
    switch oddity.kind {
    case .comment:
      return Diagnostic(.jsonSyntax, at: oddity.range, "comments are not allowed in JSON")
    case .trailingComma:
      return Diagnostic(
        .jsonSyntax,
        at: oddity.range,
        "expected no `,` after the last element",
        fixes: [Fix("remove it", edits: [Edit(place, with: "")])]
      )
    case .repeatedKey(let key, let first):
      return Diagnostic(
        .jsonDuplicate,
        at: oddity.range,
        "duplicate key `\(key)`",
        notes: [Note("first defined here", at: Location(range: first))]
      )
    }
  }
}
