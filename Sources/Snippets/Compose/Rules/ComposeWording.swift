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
      "service `\(service)` names the \(noun) `\(name)`, which this file does not declare",
      fixes: .replacements(NameIndex(declared).nearest(to: name), at: range)
    )
  }

  static func noImage(_ service: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      SchemaRules.compose.required,
      at: range,
      "service `\(service)` has neither `image` nor `build`"
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
      "a list in `test` begins with `CMD`, `CMD-SHELL` or `NONE`"
    )
  }
}
