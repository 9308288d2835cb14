internal import DocBuild
internal import Values

extension GeneratedPage {
  /// Every server with its resources and addresses.
  static let inventory = GeneratedPage(
    path: "inventory.html",
    title: "Inventory",
    summary: "Every server with its resources and addresses.",
    isNeeded: { set, _ in !set.values.declarations.groups.isEmpty },
    names: TemplateNames(
      "server_total",
      "server_count",
      "group_count",
      lists: [
        "resources": TemplateNames("title", "total"),
        "groups": TemplateNames(
          "id",
          "title",
          "count",
          "href",
          lists: [
            "fields": TemplateNames("title", "value"),
            "resources": TemplateNames("value"),
            "columns": TemplateNames("title"),
            "members": TemplateNames("name", lists: ["cells": TemplateNames("value")]),
          ]
        ),
      ]
    )
  ) { material, shown in
    let set = material.set
    let groups = set.values.declarations.groups
    let resources = Resource.all(of: groups)
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
      let amounts = resources.map { resource -> TemplateContext in
        guard resource.groups.contains(group.id) else { return ["value": .text("")] }
        let path = "servers.\(group.id).\(resource.key)"
        return ["value": .html(set.filler.marked(path, shown: &shown))]
      }
      return [
        "resources": .list(amounts), "id": .text(group.id), "title": .text(group.title),
        "count": .text(String(count)),
        "href": .text(
          set.documents.contains { $0.path == group.document } ? "\(group.document)/index.html" : ""
        ),
        "fields": .list(fields),
        "columns": .list(perMember.map { ["title": .text($0.about.withoutPeriod)] }),
        "members": .list(members),
      ]
    }
    return Content(
      context: [
        "server_total": .text(String(set.values.serverTotal)),
        "server_count": .text(set.servers),
        "group_count": .text(SiteSet.counted(groups.count, "group")), "groups": .list(rows),
        "resources": .list(
          resources.map {
            ["title": .text($0.title), "total": .text($0.totalText(in: set.values))]
          }
        ),
      ],
      toc: groups.map { .init(title: $0.title, anchor: $0.id) }
    )
  }
}

/// What servers have, such as memory: a field that every member of a group has the same of.
private struct Resource {
  let key: String
  let title: String
  /// The groups that have it.
  var groups: [String]

  /// Every resource of some groups, in the order in which they name them.
  static func all(of groups: [ServerGroup]) -> [Resource] {
    var all: [Resource] = []
    for group in groups {
      for field in group.fields where field.source != .customer {
        if let index = all.firstIndex(where: { $0.key == field.key }) {
          all[index].groups.append(group.id)
        } else {
          let title = field.about.withoutPeriod
          all.append(Resource(key: field.key, title: title, groups: [group.id]))
        }
      }
    }
    return all
  }

  /// The total with commas between thousands; empty for what has no sum.
  func totalText(in values: ValueTable) -> String {
    let parts = total(in: values)?.plainText.split(separator: " ") ?? []
    return parts.map { Int($0).map(SiteSet.grouped) ?? String($0) }.joined(separator: " ")
  }

  /// How much all servers have together; nothing for what has no sum, such as an operating system.
  func total(in values: ValueTable) -> Value? {
    var sum = 0
    var unit: Quantity.Unit?
    for group in groups {
      let count = values.counts[group] ?? 0
      let one: Int
      switch values.entry(at: "servers.\(group).\(key)")?.value {
      case .int(let number): one = number
      case .quantity(let quantity) where !quantity.unit.isTime:
        one = quantity.amount
        // The smallest unit, in which all amounts are whole.
        unit = [unit, quantity.unit].compactMap { $0 }.min { $0.size < $1.size }
      default: return nil
      }
      let (part, isTooMuch) = one.multipliedReportingOverflow(by: count)
      let (total, isOver) = sum.addingReportingOverflow(part)
      guard !isTooMuch, !isOver else { return nil }
      sum = total
    }
    return unit.map { .quantity(Quantity(sum, in: $0)) } ?? .int(sum)
  }
}

extension String {
  /// The text with a full stop at its end.
  var withPeriod: String { isEmpty || hasSuffix(".") ? self : self + "." }

  /// The text without a full stop at its end.
  var withoutPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}
