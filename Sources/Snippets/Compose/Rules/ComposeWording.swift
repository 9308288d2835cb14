internal import Diagnostics

extension Diagnostic {
  /// A service names what the file does not declare.
  static func undefined(
    _ rule: Rule,
    _ noun: String,
    _ name: String,
    of service: String,
    at range: Range<Int>,
    declared: [String]
  ) -> Diagnostic {
    Diagnostic(
      rule,
      at: range,
      "undefined \(noun) `\(name)` in service `\(service)`",
      fixes: .replacements(NameIndex(declared).nearest(to: name), at: range)
    )
  }

  static func noImage(_ service: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      SchemaRules.compose.required,
      at: range,
      "missing key `image` or `build` in service `\(service)`"
    )
  }

  /// Nothing but comments; the place is the first of them.
  static func emptyFile(_ text: [UInt8]) -> Diagnostic {
    Diagnostic(
      SchemaRules.compose.required,
      at: 0..<min(text.count, 1),
      "expected `services`, found an empty file"
    )
  }

  static func healthTest(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      SchemaRules.compose.type,
      at: range,
      "expected `CMD`, `CMD-SHELL` or `NONE` as the first element of `test`"
    )
  }
}
