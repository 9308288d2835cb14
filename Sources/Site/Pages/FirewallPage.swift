internal import DocBuild

extension GeneratedPage {
  /// Who may connect to what: a matrix, and a list for each group.
  static let firewall = GeneratedPage(
    path: "firewall.html",
    title: "Firewall",
    summary: "The connections that the firewall allows.",
    isNeeded: { set, _ in set.values.declarations.groups.contains { !$0.listens.isEmpty } },
    names: TemplateNames(
      lists: [
        "matrix_columns": TemplateNames("id", "title"),
        "matrix_rows": TemplateNames(
          "title",
          lists: ["cells": TemplateNames(lists: ["ports": TemplateNames("port", "proto")])]
        ),
        "groups": TemplateNames(
          "id",
          "title",
          "names",
          lists: ["rules": TemplateNames("port", "proto", "from", "about")]
        ),
      ]
    )
  ) { material, _ in
    let declarations = material.set.values.declarations
    let listening = declarations.groups.filter { !$0.listens.isEmpty }
    let rows = declarations.sources.map { source -> TemplateContext in
      let cells = listening.map { group -> TemplateContext in
        let ports = group.listens.filter { $0.from.contains(source) }
        return ["ports": .list(ports.map(\.cell))]
      }
      return ["title": .text(declarations.title(ofSource: source)), "cells": .list(cells)]
    }
    let lists = listening.map { group -> TemplateContext in
      let count = material.set.values.counts[group.id] ?? 0
      let names = (count > 0 ? Array(1...count) : []).map(group.name(of:))
      return [
        "title": .text(group.title), "id": .text(group.id),
        "names": .text(names.joined(separator: ", ")),
        "rules": .list(
          group.listens.map { rule in
            [
              "port": .text(rule.port), "proto": .text(rule.protocolName),
              "from": .text(rule.from.map(declarations.title(ofSource:)).joined(separator: ", ")),
              "about": .text(rule.about),
            ]
          }
        ),
      ]
    }
    return Content(
      context: [
        "groups": .list(lists),
        "matrix_columns": .list(
          listening.map { ["title": .text($0.title), "id": .text($0.id)] }
        ),
        "matrix_rows": .list(rows),
      ],
      toc: [.init(title: "Allowed connections", anchor: "matrix")]
        + listening.map { .init(title: $0.title, anchor: $0.id) }
    )
  }
}

extension Declarations {
  /// Who opens connections: what stands in `from`, in the order of the file, each once.
  var sources: [String] {
    groups.flatMap(\.listens).flatMap(\.from).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}

extension ServerGroup.Listener {
  /// A line of a cell in the matrix: most ports are of TCP, which goes without saying there.
  fileprivate var cell: TemplateContext {
    let hasPort = label != protocolName
    return [
      "port": .text(hasPort ? port : protocolName),
      "proto": .text(hasPort && protocolName != "tcp" ? protocolName : ""),
    ]
  }

  /// The port with its protocol; a protocol without ports stands alone.
  var label: String {
    ["tcp", "udp", "tcp+udp"].contains(protocolName) ? "\(port)/\(protocolName)" : protocolName
  }
}
