internal import DocBuild
internal import Values

extension GeneratedPage {
  /// The plan of addresses: networks, addresses that several servers share, and those of servers.
  static let addresses = GeneratedPage(
    path: "addresses.html",
    title: "Addresses",
    summary: "Every network and address, and its owner.",
    isNeeded: { set, _ in
      let declarations = set.values.declarations
      return declarations.keys.values.contains { $0.type.isAddress }
        || declarations.groups.contains { $0.fields.contains { $0.type.isAddress } }
    },
    names: TemplateNames(
      "address_count",
      "has_shared",
      "has_servers",
      lists: [
        "shared": TemplateNames("value", "key", "meaning"),
        "servers": TemplateNames("name", "group", "href", "value", "meaning"),
      ]
    )
  ) { material, shown in
    let set = material.set
    let shared = set.values.declarations.order.filter { path in
      !path.hasPrefix("servers.") && set.values.entry(at: path)?.declaration.type.isAddress == true
    }
    let servers = set.values.declarations.groups.flatMap { group in
      (0..<(set.values.counts[group.id] ?? 0)).flatMap { index in
        group.fields.filter(\.type.isAddress).map { (group, index + 1, $0) }
      }
    }
    return Content(
      context: [
        "address_count": .text(
          SiteSet.counted(shared.count + servers.count, "address", "addresses")
        ),
        "has_shared": .flag(!shared.isEmpty), "has_servers": .flag(!servers.isEmpty),
        "shared": .list(
          shared.map { path in
            [
              "value": .html(set.filler.marked(path, shown: &shown)), "key": .text(path),
              "meaning": .text(set.values.entry(at: path)?.declaration.about ?? ""),
            ]
          }
        ),
        "servers": .list(
          servers.map { group, index, field in
            let path = "servers.\(group.id).\(index).\(field.key)"
            return [
              "name": .text(group.name(of: index)), "group": .text(group.title),
              "href": .text("inventory.html#\(group.id)"),
              "value": .html(set.filler.marked(path, shown: &shown)),
              "meaning": .text(field.about.withoutPeriod),
            ]
          }
        ),
      ],
      toc: [
        .init(title: "Networks and shared addresses", anchor: "shared"),
        .init(title: "Servers", anchor: "servers"),
      ]
    )
  }
}

extension ValueType {
  /// Whether values are addresses or networks of the internet protocol.
  var isAddress: Bool { ["ipv4", "ipv6", "ip", "cidr"].contains(name) }
}
