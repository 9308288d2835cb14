internal import Diagnostics
internal import Values

extension SiteSet {
  /// Every server with its resources and addresses.
  func inventoryPage() -> SitePage {
    let groups = values.declarations.groups.map { group -> TemplateContext in
      let count = values.counts[group.id] ?? 0
      let perMember = group.fields.filter { $0.source == .customer }
      let shared = group.fields.filter { $0.source != .customer }
      let members = (count > 0 ? Array(1...count) : []).map { index -> TemplateContext in
        [
          "name": .text(group.name(of: index)), "index": .text(String(index)),
          "cells": .list(
            perMember.map { field in
              ["value": .html(marked("servers.\(group.id).\(index).\(field.key)"))]
            }
          ),
        ]
      }
      return [
        "id": .text(group.id), "title": .text(group.title), "count": .text(String(count)),
        "fields": .list(
          shared.map { field in
            [
              "title": .text(field.about.trimmingPeriod),
              "value": .html(marked("servers.\(group.id).\(field.key)")),
            ]
          }
        ),
        "columns": .list(perMember.map { ["title": .text($0.about.trimmingPeriod)] }),
        "members": .list(members),
      ]
    }
    let toc = values.declarations.groups.map { tocItem($0.title, anchor: $0.id) }
    return SitePage(
      PageFrame(path: "inventory.html", title: "Inventory", toc: toc),
      templates.page(
        "inventory.html",
        ["server_total": .text(String(values.serverTotal)), "groups": .list(groups)]
      )
    )
  }

  /// Who may connect to what: a matrix, and a list for each group.
  func firewallPage() -> SitePage {
    let groups = values.declarations.groups
    let listening = groups.filter { !$0.listens.isEmpty }
    let sources = groups.flatMap(\.listens).flatMap(\.from).reduce(into: [String]()) {
      names,
      name in
      if !names.contains(name) { names.append(name) }
    }
    let rows = sources.map { source -> TemplateContext in
      let cells = listening.map { group -> TemplateContext in
        let ports = group.listens.filter { $0.from.contains(source) }
          .map { "\($0.port)/\($0.protocolName)" }
        return ["ports": .text(ports.joined(separator: ", "))]
      }
      return ["title": .text(name(of: source)), "cells": .list(cells)]
    }
    let lists = listening.map { group -> TemplateContext in
      [
        "title": .text(group.title), "id": .text(group.id),
        "rules": .list(
          group.listens.map { rule in
            [
              "port": .text(rule.port), "proto": .text(rule.protocolName),
              "from": .text(rule.from.map(name(of:)).joined(separator: ", ")),
              "about": .text(rule.about),
            ]
          }
        ),
      ]
    }
    let toc =
      [tocItem("Matrix", anchor: "matrix")] + listening.map { tocItem($0.title, anchor: $0.id) }
    return SitePage(
      PageFrame(path: "firewall.html", title: "Firewall", toc: toc),
      templates.page(
        "firewall.html",
        [
          "groups": .list(lists),
          "matrix_columns": .list(listening.map { ["title": .text($0.title)] }),
          "matrix_rows": .list(rows),
        ]
      )
    )
  }

  private func name(of source: String) -> String {
    values.declarations.group(source)?.title ?? source.prefix(1).uppercased() + source.dropFirst()
  }

  /// Every value that a customer gives, and every secret, with its meaning.
  func valuesPage() -> SitePage {
    let places = placeCounts()
    var namespaces: [(name: String, values: [TemplateContext])] = []
    var counts: [String: Int] = [:]
    for path in valuePaths() {
      guard let entry = values.entry(at: path), entry.role != nil, entry.state != .computed else {
        continue
      }
      let state = entry.isOpen ? "open" : entry.state.rawValue
      counts[state, default: 0] += 1
      let row: TemplateContext = [
        "key": .text(path), "hint": .text(entry.hint ?? ""),
        "type": .text(entry.declaration.type.name), "meaning": .text(entry.declaration.about),
        "example": .text(entry.state == .secret ? "" : entry.printed(view: nil)),
        "state": .text(state), "open": .flag(state == "open"), "filled": .flag(state == "filled"),
        "secret": .flag(state == "secret"),
        "value": .text(entry.state == .filled ? entry.printed(view: nil) : ""),
        "command": .text(entry.declaration.generate ?? ""),
        "places_count": .text(String(places[path] ?? 0)),
      ]
      let parts = path.split(separator: ".").map(String.init)
      let name = parts[0] == "servers" ? "servers.\(parts[1])" : parts[0]
      if namespaces.last?.name != name { namespaces.append((name, [])) }
      namespaces[namespaces.count - 1].values.append(row)
    }
    let rows = namespaces.map { name, values -> TemplateContext in
      [
        "title": .text(name), "id": .text(name.replacing(".", with: "-")), "values": .list(values),
      ]
    }
    let toc = namespaces.map { tocItem($0.name, anchor: $0.name.replacing(".", with: "-")) }
    return SitePage(
      PageFrame(path: "values.html", title: "Values", toc: toc),
      templates.page(
        "values.html",
        [
          "namespaces": .list(rows), "open_count": .text(String(counts["open"] ?? 0)),
          "secret_count": .text(String(counts["secret"] ?? 0)),
          "filled_count": .text(String(counts["filled"] ?? 0)),
        ]
      )
    )
  }

  /// The paths of values in the order of the files that declare them.
  func valuePaths() -> [String] {
    let keys = values.declarations.order
    let namespaces = keys.map { $0.prefix { $0 != "." } }.reduce(into: [Substring]()) {
      names,
      name in
      if !names.contains(name) { names.append(name) }
    }
    let grouped = namespaces.flatMap { name in keys.filter { $0.hasPrefix(name + ".") } }
    let members = values.declarations.groups.flatMap { group in
      (0..<(values.counts[group.id] ?? 0)).flatMap { index in
        group.fields.map { "servers.\(group.id).\(index + 1).\($0.key)" }
      }
    }
    return grouped + members
  }

  /// How often each value is printed in the set.
  func placeCounts() -> [String: Int] {
    chapters.flatMap(\.holes).reduce(into: [:]) { counts, hole in
      if case .value(let reference) = hole.content { counts[reference.path, default: 0] += 1 }
    }
  }

  private func marked(_ path: String) -> [UInt8] {
    let hole = Hole(
      content: .value(Reference(path: path, view: nil)),
      location: Location(range: 0..<0)
    )
    let html = HTMLWithHoles(holes: [.init(offset: 0, hole: 0, context: .text)])
    var out: [UInt8] = []
    filler.fill(html, holes: [hole], into: &out)
    return out
  }
}

extension String {
  /// The text without a full stop at its end.
  fileprivate var trimmingPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}
