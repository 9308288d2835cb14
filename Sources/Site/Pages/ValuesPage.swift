internal import Diagnostics
internal import DocBuild
internal import Languages
internal import Values

extension GeneratedPage {
  /// Every value that a customer gives, and every secret, with its meaning.
  package static let values = GeneratedPage(
    path: "values.html",
    title: "Values",
    summary: "Every value to change, its meaning, and where it is used.",
    hasCode: true,
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
          lists: [
            "values": ValueFacts.names.union(
              TemplateNames(
                "used",
                "shape",
                lists: [
                  "pages": TemplateNames("title", "href"),
                  "files": TemplateNames("path", "href", "servers"),
                ]
              )
            )
          ]
        )
      ]
    )
  ) { material, _ in
    let set = material.set
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
          "used": .text(material.uses?.count(of: path) ?? ""),
          "pages": .list(
            (material.uses?.pages[path] ?? []).map {
              ["title": .text($0.title), "href": .text($0.path)]
            }
          ),
          "files": .list(
            (material.uses?.files[path] ?? []).map {
              [
                "path": .text($0.shownPath), "href": .text($0.address),
                "servers": .text($0.label),
              ]
            }
          ),
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
            [
              "title": .text(set.title(ofNamespace: name)), "id": .text(anchor(name)),
              "values": .list(values),
            ]
          }
        ),
        "open_count": .text(String(open.count)),
        "filled_count": .text(String(counts[.filled] ?? 0)),
        "secret_count": .text(String(counts[.secret] ?? 0)),
        "fillable": .flag(!open.isEmpty), "customer": .text(set.customer ?? ""),
        "constraints": .text(ValueShape.constraints(on: open, in: set.values)),
        "kinds": .text(ValueShape.kinds),
      ],
      toc: namespaces.map { .init(title: set.title(ofNamespace: $0.name), anchor: anchor($0.name)) }
    )
  }
}

extension ValueEntry {
  /// Whether the page of values has a row for it: a customer's value or a secret.
  var isListed: Bool { role != nil && state != .computed }
}

extension SiteSet {
  /// What pages call the keys of a namespace, or the fields of a group as `servers.GROUP`.
  fileprivate func title(ofNamespace name: String) -> String {
    let parts = name.split(separator: ".").map(String.init)
    if parts.count > 1 { return values.declarations.group(parts[1])?.title ?? name }
    return values.declarations.titles[name] ?? name.prefix(1).uppercased() + name.dropFirst()
  }
}
