internal import Diagnostics
internal import DocBuild
internal import Languages
internal import Values

extension GeneratedPage {
  /// Every value that a customer gives, and every secret, with its meaning.
  package static let values = GeneratedPage(
    path: "values.html",
    title: "Values",
    summary: "Every value to change, and its meaning.",
    isNeeded: { set, _ in
      set.values.declaredPaths.contains { set.values.entry(at: $0)?.isListed == true }
    },
    names: TemplateNames(
      "open_count",
      "filled_count",
      "secret_count",
      "fillable",
      "customer",
      "constraints",
      "kinds",
      lists: [
        "namespaces": TemplateNames(
          "title",
          "id",
          lists: ["values": ValueFacts.names.union(TemplateNames("places_count", "shape"))]
        )
      ]
    )
  ) { material, _ in
    let set = material.set
    let places = set.placeCounts()
    var namespaces: [(name: String, values: [TemplateContext])] = []
    var counts: [PlaceholderMark.Role: Int] = [:]
    var open: [String] = []
    for path in set.values.declaredPaths {
      guard let entry = set.values.entry(at: path), entry.isListed,
        let facts = ValueFacts(of: path, in: set)
      else { continue }
      counts[facts.role, default: 0] += 1
      if entry.isOpen { open.append(path) }
      let parts = path.split(separator: ".").map(String.init)
      let name = parts[0] == "servers" ? "servers.\(parts[1])" : parts[0]
      if namespaces.last?.name != name { namespaces.append((name, [])) }
      namespaces[namespaces.count - 1].values.append(
        facts.context.merging([
          "places_count": .text(String(places[path] ?? 0)),
          "shape": .text(
            entry.isOpen ? ValueShape.json(of: entry.declaration.type, in: set.values) : ""
          ),
        ])
      )
    }
    func anchor(_ name: String) -> String { name.replacing(".", with: "-") }
    return Content(
      context: [
        "namespaces": .list(
          namespaces.map { name, values in
            ["title": .text(name), "id": .text(anchor(name)), "values": .list(values)]
          }
        ),
        "open_count": .text(String(open.count)),
        "filled_count": .text(String(counts[.filled] ?? 0)),
        "secret_count": .text(String(counts[.secret] ?? 0)),
        "fillable": .flag(!open.isEmpty), "customer": .text(set.customer ?? ""),
        "constraints": .text(ValueShape.constraints(on: open, in: set.values)),
        "kinds": .text(ValueShape.kinds),
      ],
      toc: namespaces.map { .init(title: $0.name, anchor: anchor($0.name)) }
    )
  }
}

extension ValueEntry {
  /// Whether the page of values has a row for it: a customer's value or a secret.
  var isListed: Bool { role != nil && state != .computed }
}

extension SiteSet {
  /// How often each value is printed in the set.
  func placeCounts() -> [String: Int] {
    chapters.flatMap(\.holes).reduce(into: [:]) { counts, hole in
      if case .value(let reference) = hole.content { counts[reference.path, default: 0] += 1 }
    }
  }
}
