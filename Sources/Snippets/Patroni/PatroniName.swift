internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// Every member has a name of its own, which the environment may give where all share one file.
  static func patroniName(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    guard root["scope"] != nil, root["name"] == nil, let first = root.members.first else {
      return []
    }
    var finding = Diagnostic(
      SchemaRules.patroni.required,
      at: first.keyRange,
      "missing key `name`, or the variable `PATRONI_NAME` with the name of the member"
    )
    finding.severity = .warning
    return [finding]
  }
}
