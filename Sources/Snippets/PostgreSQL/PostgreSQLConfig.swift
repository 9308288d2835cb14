internal import Diagnostics
internal import Languages

extension Format {
  /// postgresql.conf.
  static let postgresql = Format(
    rules: [
      .postgresqlSyntax, .postgresqlUnknownParameter, .postgresqlVersion, .postgresqlType,
    ],
    checks: [
      Check(.postgresqlDuplicate, find: Diagnostic.postgresqlDuplicates),
      Check(.postgresqlConflict, find: Diagnostic.postgresqlConflicts),
    ],
    facts: .postgresql
  ) { reading in
    let config = reading.read(by: PostgreSQLConfig.init)
    return Outcome(config, config.findings)
  }
}

/// A postgresql.conf, read and held to what PostgreSQL knows.
struct PostgreSQLConfig: Sendable {
  /// The lines that set something or include a file.
  let settings: [PostgreSQLSetting]
  private let mistakes: [Diagnostic]

  init(_ text: [UInt8]) {
    let outcome = PostgreSQLReader.read(text)
    settings = outcome.value
    mistakes = outcome.diagnostics
  }

  /// Returns the line of a parameter that counts, the last one.
  func setting(_ name: String) -> PostgreSQLSetting? { settings.last { $0.key == name } }

  /// Returns the number that a parameter is set to, in its own unit.
  func number(_ name: String) -> Double? {
    guard let setting = setting(name), let parameter = PostgreSQLTable.all.parameter(name) else {
      return nil
    }
    return PostgreSQLValue.count(setting.value.text, of: parameter)
  }

  /// What is wrong with each line by itself.
  var findings: [Diagnostic] { mistakes + settings.compactMap(finding) }

  private func finding(of setting: PostgreSQLSetting) -> Diagnostic? {
    // Extensions have parameters of their own, with a point.
    if setting.isInclude || setting.name.text.contains(".") { return nil }
    guard let parameter = PostgreSQLTable.all.parameter(setting.name.text) else {
      return .postgresqlUnknown(setting.name)
    }
    if let version = parameter.removed {
      return .postgresqlRemoved(setting.name, in: version, instead: parameter.successor)
    }
    if parameter.isPreset { return .postgresqlPreset(setting.name) }
    return PostgreSQLValue.mistake(in: setting.value.text, of: parameter).map {
      .postgresqlValue(setting, $0, parameter.words)
    }
  }
}
