internal import DocBuild

extension TemplateNames {
  /// The names of every template that is filled, by its file.
  static let ofPages: [String: TemplateNames] = {
    var all: [String: TemplateNames] = [
      "page.html": PageShell.names,
      "choose.html": ChoosePage.names,
      "open-me.html": Bundle.names,
      "moved.html": SiteSet.namesOfRedirect,
      "print.html": WholeSet.names,
      "rules.html": RulesPage.names,
      "single.html": SingleFile.names,
      "document.html": TemplateNames(
        "title",
        lists: ["chapters": TemplateNames("title", "href", "description")]
      ),
      "legend.html": TemplateNames(
        "has_replaced",
        "has_varying",
        "replaced_count",
        "varying_count",
        lists: ["replaced": ValueFacts.names, "varying": ValueFacts.names]
      ),
      "notes.html": TemplateNames("root", lists: ["values": ValueFacts.noteNames]),
    ]
    for page in GeneratedPage.all { all[page.template] = page.names }
    return all
  }()
}
