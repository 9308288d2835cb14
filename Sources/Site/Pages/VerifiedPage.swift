internal import DocBuild
internal import Snippets

extension GeneratedPage {
  /// Which programs judge which file, and why some have none.
  package static let verified = GeneratedPage(
    path: "verified.html",
    title: "Verification",
    summary: "How these guides were verified: which program judges which file.",
    names: TemplateNames(
      "file_total",
      "judged_total",
      "program_total",
      lists: [
        "programs": TemplateNames("name", "count", "command"),
        "hosts": TemplateNames(
          "id",
          "title",
          lists: ["files": TemplateNames("path", "checked", "judges", "reason")]
        ),
      ]
    )
  ) { material, _ in
    let set = material.set
    let config = set.project.config.verify
    var groups: [(id: String, rows: [TemplateContext])] = []
    var seen: Set<[String]> = []
    var counts: [String: Int] = [:]
    for file in material.files.sorted(by: { ($0.group, $0.path) < ($1.group, $1.path) })
    where seen.insert([file.group, file.path]).inserted {
      let place = JudgedPlace(
        set: set.values.set,
        host: file.server,
        group: file.group,
        path: file.path
      )
      let judges = config.checkers.filter { $0.judges(place) }.map(\.name)
      for name in judges { counts[name, default: 0] += 1 }
      if groups.last?.id != file.group { groups.append((file.group, [])) }
      groups[groups.count - 1].rows.append([
        "path": .text(file.path), "checked": .text(file.kind?.title ?? ""),
        "judges": .text(judges.joined(separator: ", ")),
        "reason": .text(judges.isEmpty ? config.reason(for: place) ?? "" : ""),
      ])
    }
    let programs = config.checkers.map { checker -> TemplateContext in
      [
        "name": .text(checker.name), "command": .text(checker.run.joined(separator: " ")),
        "count": .text(checker.judgesCommands ? "commands" : String(counts[checker.name] ?? 0)),
      ]
    }
    func title(of group: String) -> String {
      set.values.declarations.group(group)?.title ?? "Control machine"
    }
    return Content(
      context: [
        "file_total": .text(SiteSet.grouped(seen.count)),
        "judged_total": .text(SiteSet.grouped(groups.flatMap(\.rows).count { $0.isJudged })),
        "program_total": .text(String(programs.count)), "programs": .list(programs),
        "hosts": .list(
          groups.map { group in
            [
              "id": .text(group.id), "title": .text(title(of: group.id)),
              "files": .list(group.rows),
            ]
          }
        ),
      ],
      toc: [.init(title: "Programs", anchor: "programs")]
        + groups.map { .init(title: title(of: $0.id), anchor: $0.id) }
    )
  }
}

extension TemplateContext {
  /// Whether a row of a file names a program that judges it.
  fileprivate var isJudged: Bool { self["judges"].map { !$0.isEmpty } ?? false }
}

extension Checker {
  /// Whether it judges commands, and no files.
  fileprivate var judgesCommands: Bool { if case .fences = judges { true } else { false } }
}
