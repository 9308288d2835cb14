extension SiteSet {
  /// Every value that is not the same at all scales, beside each other.
  ///
  /// Values of customers are left out: they differ by customer, not by scale.
  func differencesPage() -> [UInt8] {
    func groupTitle(of path: String) -> String {
      let parts = path.split(separator: ".").map(String.init)
      let group = parts[0] == "servers" ? values.declarations.group(parts[1]) : nil
      return group.map { "\($0.title): " } ?? ""
    }
    let rows = (scaleTables.last?.comparedPaths ?? []).compactMap { path -> TemplateContext? in
      let entries = scaleTables.map { $0.entry(at: path) }
      guard let first = entries.compactMap({ $0 }).first, first.state != .open,
        first.state != .example, first.state != .secret
      else { return nil }
      let texts = entries.map { $0?.display(view: nil) ?? "" }
      guard Set(texts).count > 1, !texts.contains(where: { $0.contains("CHANGE_TO_") }) else {
        return nil
      }
      return [
        "key": .text(path), "meaning": .text(groupTitle(of: path) + first.declaration.about),
        "cells": .list(texts.map { ["value": .text($0)] }),
      ]
    }
    let columns = project.config.scales.map { other -> TemplateContext in
      ["title": .text(other.title), "current": .flag(other.id == scale.id)]
    }
    return page(
      PageFrame(path: "differences.html", title: "Differences"),
      templates.page("differences.html", ["columns": .list(columns), "rows": .list(rows)])
    )
  }
}
