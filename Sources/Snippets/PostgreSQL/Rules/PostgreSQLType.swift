internal import Diagnostics
internal import Languages

extension Rule {
  static let postgresqlType = Rule(
    "postgresql/type",
    reports: "A value of the wrong type, with the wrong unit or out of range.",
    why: "PostgreSQL rejects the whole file and does not start.",
    fires: .postgresql("shared_buffers = 8gb"),
    fixed: .postgresql("shared_buffers = 8GB")
  )
}

extension Diagnostic {
  static func postgresqlValue(
    _ setting: PostgreSQLSetting,
    _ expected: String,
    _ words: [String]
  ) -> Diagnostic {
    let (name, value) = (setting.name.text, setting.value.text)
    let near = NameIndex(words).nearest(to: value)
    let inner = setting.value.isQuoted ? near.map { "'\($0)'" } : near
    return Diagnostic(
      .postgresqlType,
      at: setting.value.range,
      "expected \(expected) for `\(name)`, found `\(value)`",
      fixes: .replacements(inner, at: setting.value.range)
    )
  }
}
