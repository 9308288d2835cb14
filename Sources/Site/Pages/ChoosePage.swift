internal import Diagnostics
internal import DocBuild

/// The pages above the sets: the choice of a scale, the rules, and each customer's sets.
package enum ChoosePage {
  /// The names that their template may ask for.
  package static let names = TemplateNames(
    "language",
    "title",
    "site_title",
    "description",
    "root",
    "customer",
    "has_choice",
    lists: ["sets": TemplateNames("title", "href", "user_count", "server_count")]
  )

  /// Makes the choice between template sets, and the page of rules.
  ///
  /// - Parameter sets: the template sets that are there, in the order of docbuild.yml.
  /// - Returns: the pages by path.
  static func pages(for sets: [SiteSet]) -> [(path: String, bytes: [UInt8])] {
    guard let first = sets.first else { return [] }
    return [page(for: sets), (RulesPage.path, RulesPage.page(beside: first))]
  }

  /// Makes the choice between sets: the template sets, or those of one customer.
  static func page(for sets: [SiteSet]) -> (path: String, bytes: [UInt8]) {
    guard let set = sets.first else { return ("index.html", []) }
    let choices = sets.map { set -> TemplateContext in
      [
        "title": .text(set.scale.title), "href": .text("\(set.scale.id)/index.html"),
        "user_count": .text(set.users), "server_count": .text(set.servers),
      ]
    }
    let bytes = set.templates.page(
      "choose.html",
      [
        "language": .text(set.project.config.language),
        "title": .text(set.customer ?? set.project.config.title),
        "site_title": .text(set.project.config.title), "description": .text(""),
        "root": .text("\(set.scale.id)/"), "customer": .text(set.customer ?? ""),
        "has_choice": .flag(sets.count > 1),
        "sets": .list(choices),
      ]
    )
    return ("index.html", bytes)
  }
}
