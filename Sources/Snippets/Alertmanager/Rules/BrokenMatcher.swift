internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let brokenMatcher = Rule(
    "prometheus/matcher",
    reports: "A matcher of Alertmanager that is not of the form `label=\"value\"`.",
    why: "Alertmanager rejects the file, and alerts reach nobody.",
    fires: .fence(
      "yaml file=alertmanager.yml",
      "{ route: { receiver: a, routes: [{ matchers: [severity page] }] }, receivers: [{ name: a }] }"
    ),
    fixed: .fence(
      "yaml file=alertmanager.yml",
      "{ route: { receiver: a, routes: [{ matchers: [severity=page] }] }, receivers: [{ name: a }] }"
    )
  )
}

extension Diagnostic {
  static func brokenMatchers(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let names = ["matchers", "source_matchers", "target_matchers"]
    return root.mappings.flatMap(\.members).filter { names.contains($0.key) }
      .flatMap { $0.value.elements }
      .compactMap { element in
        guard let text = element.string, !isMatcher(text) else { return nil }
        return Diagnostic(
          .brokenMatcher,
          at: element.range,
          "expected a matcher such as `severity=\"page\"`, with `=`, `!=`, `=~` or `!~`, found `\(text)`"
        )
      }
  }

  /// One matcher or several with commas between, in braces or not (`pkg/labels/parse.go`).
  private static func isMatcher(_ text: String) -> Bool {
    let pattern =
      #"[a-zA-Z_:][a-zA-Z0-9_:]*\s*(=~|!~|!=|=)\s*("(?:[^"\\\n]|\\.)*"|[^"{}!=~,\\\s][^"{},\n]*|)"#
    return Pattern(#"^\s*\{?\s*"# + pattern + #"(\s*,\s*"# + pattern + #")*\s*,?\s*\}?\s*$"#)?
      .occurs(in: text) ?? true
  }
}
