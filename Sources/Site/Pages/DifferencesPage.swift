internal import DocBuild
internal import Machine

extension GeneratedPage {
  /// What is not the same at all scales: values beside each other, sections and files.
  ///
  /// Values of customers are left out: they differ by customer, not by scale.
  static let differences = GeneratedPage(
    path: "differences.html",
    title: "Differences",
    summary: "The differences between the scales.",
    isNeeded: { _, config in config.scales.count > 1 },
    names: TemplateNames(
      "has_rows",
      "has_sections",
      "has_files",
      lists: [
        "columns": TemplateNames("title", "current"),
        "rows": TemplateNames("key", "meaning", lists: ["cells": TemplateNames("value")]),
        "sections": TemplateNames("href", "title"), "files": TemplateNames("path"),
      ]
    )
  ) { material, _ in
    let set = material.set
    let scales = material.scales.sets
    let differences = material.scales.differences
    let rows = rows(among: scales)
    return Content(
      context: [
        "columns": .list(
          scales.map { other in
            [
              "title": .text(other.scale.title), "current": .flag(other.scale.id == set.scale.id),
            ]
          }
        ),
        "rows": .list(rows), "has_rows": .flag(!rows.isEmpty),
        "has_sections": .flag(!differences.sections.isEmpty),
        "has_files": .flag(!differences.files.isEmpty),
        "sections": .list(
          differences.sections.map { ["href": .text($0.page), "title": .text($0.title)] }
        ),
        "files": .list(differences.files.map { ["path": .text($0)] }),
      ],
      toc: [
        .init(title: "Values", anchor: "values"), .init(title: "Sections", anchor: "sections"),
        .init(title: "Files", anchor: "files"),
      ]
    )
  }

  private static func rows(among scales: [SiteSet]) -> [TemplateContext] {
    (scales.last?.values.comparedPaths ?? []).compactMap { path -> TemplateContext? in
      let entries = scales.map { $0.values.entry(at: path) }
      guard let first = entries.compactMap({ $0 }).first,
        ![.open, .example, .secret].contains(first.state)
      else { return nil }
      let texts = entries.map { $0?.display(view: nil) ?? "" }
      guard Set(texts).count > 1, !entries.contains(where: { $0?.role == .open }) else {
        return nil
      }
      let parts = path.split(separator: ".").map(String.init)
      let group = parts[0] == "servers" ? scales.last?.values.declarations.group(parts[1]) : nil
      let meaning = (group.map { "\($0.title): " } ?? "") + first.declaration.about
      return [
        "key": .text(path), "meaning": .text(meaning),
        "cells": .list(texts.map { ["value": .text($0)] }),
      ]
    }
  }
}
