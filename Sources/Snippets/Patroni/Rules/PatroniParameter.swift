internal import Diagnostics
internal import Languages

extension Rule {
  static let patroniParameter = Rule(
    "patroni/parameter",
    .warning,
    reports: "A parameter that PostgreSQL does not have, or a value that it does not take.",
    why: "Patroni drops the parameter with a warning, and PostgreSQL runs with its default.",
    fires: .patroni("{ postgresql: { parameters: { max_wal_szie: 16GB } } }"),
    fixed: .patroni("{ postgresql: { parameters: { max_wal_size: 16GB } } }")
  )
}

extension Diagnostic {
  /// Patroni holds what it hands on to a list of every version's parameters
  /// (`patroni/postgresql/validator.py`).
  static func patroniParameters(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let places = [root["bootstrap"]?["dcs"]?["postgresql"], root["postgresql"]]
    return places.flatMap { $0?["parameters"]?.members ?? [] }.compactMap(parameter)
  }

  private static func parameter(_ member: TypedValue.Member) -> Diagnostic? {
    // Extensions have parameters of their own, with a point.
    guard !member.key.contains("."), member.value.kind != .null else { return nil }
    guard let known = PostgreSQLTable.all.parameter(member.key) else {
      return Diagnostic(
        .patroniParameter,
        at: member.keyRange,
        "unknown parameter `\(member.key)` of PostgreSQL",
        fixes: .replacements(
          NameIndex(PostgreSQLTable.all.names).nearest(to: member.key),
          ofKey: member.key,
          at: member.keyRange
        )
      )
    }
    guard !known.isPreset, known.removed == nil, !member.value.isObject, !member.value.isArray,
      let expected = PostgreSQLValue.mistake(in: member.value.shown, of: known)
    else { return nil }
    let message = "expected \(expected) for `\(member.key)`, found `\(member.value.shown)`"
    return Diagnostic(.patroniParameter, at: member.value.range, message)
  }
}
