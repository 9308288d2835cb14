extension SiteSet {
  /// What is not the same at all scales: values beside each other, sections and files.
  ///
  /// Values of customers are left out: they differ by customer, not by scale.
  ///
  /// - Parameter scales: the template sets of all scales, the smallest first.
  /// - Returns: the page.
  func differencesPage(among scales: [SiteSet]) -> SitePage {
    let columns = scales.map { other -> TemplateContext in
      ["title": .text(other.scale.title), "current": .flag(other.scale.id == scale.id)]
    }
    let pairs = zip(scales, scales.dropFirst())
    let sections = pairs.flatMap { SetDifference.sections($0, $1) }
    let files = pairs.flatMap { SetDifference.files($0, $1, withLines: false) }
      .map { "/\($0.path)" }.filter { !$0.hasPrefix("/control/") }
    let toc = [
      tocItem("Values", anchor: "values"), tocItem("Sections", anchor: "sections"),
      tocItem("Files", anchor: "files"),
    ]
    return SitePage(
      PageFrame(path: "differences.html", title: "Differences", toc: toc),
      templates.page(
        "differences.html",
        [
          "columns": .list(columns), "rows": .list(rows(among: scales)),
          "sections": .list(
            Self.unique(sections.map { "\($0.page)\u{0}\($0.title)" }).map { entry in
              let parts = entry.split(separator: "\u{0}", omittingEmptySubsequences: false)
              return ["href": .text(String(parts[0])), "title": .text(String(parts[1]))]
            }
          ),
          "files": .list(Self.unique(files).sorted().map { ["path": .text($0)] }),
        ]
      )
    )
  }

  private func rows(among scales: [SiteSet]) -> [TemplateContext] {
    (scales.last?.values.comparedPaths ?? []).compactMap { path -> TemplateContext? in
      let entries = scales.map { $0.values.entry(at: path) }
      guard let first = entries.compactMap({ $0 }).first,
        ![.open, .example, .secret].contains(first.state)
      else { return nil }
      let texts = entries.map { $0?.display(view: nil) ?? "" }
      guard Set(texts).count > 1, !entries.contains(where: { $0?.role == "open" }) else {
        return nil
      }
      return [
        "key": .text(path), "meaning": .text(groupTitle(of: path) + first.declaration.about),
        "cells": .list(texts.map { ["value": .text($0)] }),
      ]
    }
  }

  private func groupTitle(of path: String) -> String {
    let parts = path.split(separator: ".").map(String.init)
    let group = parts[0] == "servers" ? values.declarations.group(parts[1]) : nil
    return group.map { "\($0.title): " } ?? ""
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
