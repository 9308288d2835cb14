internal import DocBuild
internal import Values

extension GeneratedPage {
  /// Every server with its resources and addresses.
  static let inventory = GeneratedPage(
    path: "inventory.html",
    title: "Inventory",
    summary: "Every server with its resources and addresses.",
    names: TemplateNames(
      "server_total",
      lists: [
        "groups": TemplateNames(
          "id",
          "title",
          "count",
          "href",
          lists: [
            "fields": TemplateNames("title", "value"), "columns": TemplateNames("title"),
            "members": TemplateNames("name", lists: ["cells": TemplateNames("value")]),
          ]
        )
      ]
    )
  ) { material, shown in
    let set = material.set
    let groups = set.values.declarations.groups
    let rows = groups.map { group -> TemplateContext in
      let count = set.values.counts[group.id] ?? 0
      let perMember = group.fields.filter { $0.source == .customer }
      let shared = group.fields.filter { $0.source != .customer }
      let fields = shared.map { field -> TemplateContext in
        let value = set.filler.marked("servers.\(group.id).\(field.key)", shown: &shown)
        return ["title": .text(field.about.withoutPeriod), "value": .html(value)]
      }
      let members = (count > 0 ? Array(1...count) : []).map { index -> TemplateContext in
        let cells = perMember.map { field -> TemplateContext in
          let path = "servers.\(group.id).\(index).\(field.key)"
          return ["value": .html(set.filler.marked(path, shown: &shown))]
        }
        return ["name": .text(group.name(of: index)), "cells": .list(cells)]
      }
      return [
        "id": .text(group.id), "title": .text(group.title), "count": .text(String(count)),
        "href": .text(
          set.documents.contains { $0.id == group.document } ? "\(group.document)/index.html" : ""
        ),
        "fields": .list(fields),
        "columns": .list(perMember.map { ["title": .text($0.about.withoutPeriod)] }),
        "members": .list(members),
      ]
    }
    return Content(
      context: [
        "server_total": .text(String(set.values.serverTotal)), "groups": .list(rows),
      ],
      toc: groups.map { .init(title: $0.title, anchor: $0.id) }
    )
  }
}

extension String {
  /// The text with a full stop at its end.
  var withPeriod: String { isEmpty || hasSuffix(".") ? self : self + "." }

  /// The text without a full stop at its end.
  var withoutPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}
