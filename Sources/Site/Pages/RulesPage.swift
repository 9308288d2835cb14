internal import Diagnostics
internal import DocBuild
internal import HTML

/// The page of every rule, for those who write guides: what `docbuild explain` prints, beside each other.
package enum RulesPage {
  package static let path = "rules.html"

  /// The names that its template may ask for.
  package static let names = TemplateNames(
    "title",
    "site_title",
    "description",
    "root",
    "rule_total",
    lists: [
      "categories": TemplateNames(
        "id",
        lists: [
          "rules": TemplateNames(
            "id",
            "anchor",
            "severity",
            "reports",
            "why",
            "fires",
            "fires_path",
            "fixed",
            lists: ["beside": TemplateNames("path", "text")]
          )
        ]
      )
    ]
  )

  /// Makes the page.
  ///
  /// - Parameter set: whose templates and assets it uses.
  /// - Returns: the whole page.
  package static func page(beside set: SiteSet) -> [UInt8] {
    let categories = Rule.all.map(\.category).reduce(into: [Substring]()) { names, name in
      if names.last != name { names.append(name) }
    }
    return set.templates.page(
      "rules.html",
      [
        "title": .text("Rules"), "site_title": .text(set.project.config.title),
        "description": .text("Everything that docbuild reports, and why."),
        "root": .text("\(set.scale.id)/"),
        "rule_total": .text(String(Rule.all.count)),
        "categories": .list(
          categories.map { category in
            [
              "id": .text(String(category)),
              "rules": .list(Rule.all.filter { $0.category == category }.map(context)),
            ]
          }
        ),
      ]
    )
  }

  private static func context(of rule: Rule) -> TemplateContext {
    [
      "id": .text(rule.id), "anchor": .text(rule.id.replacing("/", with: "-")),
      "severity": .text(rule.severity.rawValue), "reports": .html(withCode(rule.reports)),
      "why": .html(withCode(rule.why)), "fires": .text(rule.fires.text),
      "fires_path": .text(rule.fires.path),
      "fixed": .text(rule.fixed.text),
      "beside": .list(
        rule.fires.beside.map { ["path": .text($0.path), "text": .text($0.text)] }
      ),
    ]
  }

  /// A sentence in which backticks mark code.
  private static func withCode(_ sentence: String) -> [UInt8] {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part -> [UInt8] in
      let text = HTMLEscape.text(String(part))
      return index % 2 == 0 ? text : Array("<code>".utf8) + text + Array("</code>".utf8)
    }
  }
}
