internal import Diagnostics
internal import DocBuild

/// The pages above the sets: the choice of a scale, the rules, and each customer's sets.
package enum ChoosePage {
  /// The names that their template may ask for.
  package static let names = TemplateNames(
    "title",
    "site_title",
    "description",
    "root",
    "customer",
    lists: ["sets": TemplateNames("title", "href", "users", "server_total")]
  )

  package static func pages(for site: Site) -> [(path: String, bytes: [UInt8])] {
    guard let first = site.sets.first else { return [] }
    let templates = site.sets.filter { $0.customer == nil }
    var pages: [(path: String, bytes: [UInt8])] = []
    if !templates.isEmpty {
      pages.append(
        ("index.html", page(site.project.config.scales, first, templates, customer: nil))
      )
      pages.append((RulesPage.path, RulesPage.page(beside: first)))
    }
    for name in Set(site.sets.compactMap(\.compiled.plan.id.customer)).sorted() {
      let own = site.sets.filter { $0.compiled.plan.id.customer == name }
      let scales = site.project.config.scales.filter { scale in
        own.contains { $0.scale.id == scale.id }
      }
      guard let set = own.first else { continue }
      pages.append(("\(name)/index.html", page(scales, set, own, customer: set.customer)))
    }
    return pages
  }

  private static func page(
    _ scales: [ProjectConfig.Scale],
    _ set: SiteSet,
    _ sets: [SiteSet],
    customer: String?
  ) -> [UInt8] {
    let choices = scales.map { scale -> TemplateContext in
      let total = sets.first { $0.scale.id == scale.id }?.values.serverTotal
      return [
        "title": .text(scale.title), "href": .text("\(scale.id)/index.html"),
        "users": .text(SiteSet.grouped(scale.users)),
        "server_total": .text(total.map(String.init) ?? ""),
      ]
    }
    return set.templates.page(
      "choose.html",
      [
        "title": .text(customer ?? set.project.config.title),
        "site_title": .text(set.project.config.title), "description": .text(""),
        "root": .text("\(set.scale.id)/"), "customer": .text(customer ?? ""),
        "sets": .list(choices),
      ]
    )
  }
}
