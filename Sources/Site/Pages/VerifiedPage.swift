internal import DocBuild
internal import Snippets

extension GeneratedPage {
  /// What real programs accepted, by the record of `docbuild verify`, and what nothing vouches for.
  package static let verified = GeneratedPage(
    path: "verified.html",
    title: "Verification",
    summary: "The files that real programs accepted, with version and day.",
    isNeeded: { set, config in
      !config.verify.checkers.isEmpty && set.chapters.contains { !$0.fences.isEmpty }
    },
    names: TemplateNames(
      "file_count",
      "file_total",
      "judged_total",
      "accepted_total",
      "is_complete",
      "is_partial",
      "is_unverified",
      lists: [
        "programs": TemplateNames("name", "count", "accepted", "by", "command"),
        "hosts": TemplateNames(
          "id",
          "title",
          lists: [
            "files": TemplateNames(
              "path",
              "checked",
              "reason",
              lists: ["judges": TemplateNames("name", "result")]
            )
          ]
        ),
      ]
    )
  ) { material, _ in
    let verdicts = RecordedVerdicts(of: material.set)
    let groups = verdicts.groups(of: material.files)
    let rows = groups.flatMap(\.rows)
    let judged = rows.filter { !$0.judges.isEmpty }
    let accepted = judged.filter(\.isAccepted)
    let isComplete = accepted.count == judged.count && verdicts.programs.allSatisfy(\.isComplete)
    func title(of group: String) -> String {
      material.set.values.declarations.group(group)?.title ?? "Control machine"
    }
    return Content(
      context: [
        "file_count": .text(SiteSet.counted(rows.count, "file")),
        "file_total": .text(SiteSet.grouped(rows.count)),
        "judged_total": .text(SiteSet.grouped(judged.count)),
        "accepted_total": .text(SiteSet.grouped(accepted.count)),
        "is_complete": .flag(isComplete && !verdicts.isEmpty),
        "is_partial": .flag(!isComplete && !verdicts.isEmpty),
        "is_unverified": .flag(verdicts.isEmpty),
        "programs": .list(verdicts.programs.map(\.context)),
        "hosts": .list(
          groups.map { group in
            [
              "id": .text(group.id), "title": .text(title(of: group.id)),
              "files": .list(group.rows.map(\.context)),
            ]
          }
        ),
      ],
      toc: [.init(title: "Programs", anchor: "programs")]
        + groups.map { .init(title: title(of: $0.id), anchor: $0.id) }
    )
  }
}

extension RecordedVerdicts.Row {
  fileprivate var context: TemplateContext {
    [
      "path": .text(path), "checked": .text(checked), "reason": .text(reason),
      "judges": .list(
        judges.map { judge in
          let said = judge.entry.map { "accepted by \($0.program) on \($0.day)" }
          return ["name": .text(judge.checker), "result": .text(said ?? "not verified")]
        }
      ),
    ]
  }
}

extension RecordedVerdicts.Program {
  fileprivate var context: TemplateContext {
    let said = entries.map { "\($0.program), \($0.day)" }.joined(separator: "; ")
    return [
      "name": .text(checker.name), "command": .text(checker.run.joined(separator: " ")),
      "count": .text(SiteSet.grouped(total)), "accepted": .text(SiteSet.grouped(accepted)),
      "by": .text(said.isEmpty ? "not run" : said),
    ]
  }
}
