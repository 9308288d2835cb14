internal import DocBuild

/// What the record of `docbuild verify` says about the files and commands of a set.
struct RecordedVerdicts {
  /// A file with what accepted it.
  struct Row {
    var path: String
    /// What docbuild itself checks it as; empty for nothing.
    var checked: String
    /// Why nothing judges it; empty where something does or the project does not say.
    var reason: String
    /// By the order of the checkers; without an entry where a server's file is not in the record.
    var judges: [(checker: String, entry: VerificationRecord.Entry?)]

    var isAccepted: Bool { judges.allSatisfy { $0.entry != nil } }
  }

  /// A checker with how much of the set it judges.
  struct Program {
    var checker: Checker
    /// How many distinct texts it judges.
    var total = 0
    /// How many of them are in the record.
    var accepted = 0
    /// The versions and days, each once.
    var entries: [VerificationRecord.Entry] = []

    var isComplete: Bool { accepted == total }
  }

  /// What makes two files one row: servers of a group share it.
  private struct Key: Hashable {
    var group: String
    var path: String
    var checker: String
  }

  private let set: SiteSet
  /// In the order of docbuild.yml.
  private(set) var programs: [Program]
  /// What was found for a file; nothing within where one of its servers lacks it.
  private var found: [Key: VerificationRecord.Entry?] = [:]

  /// Whether the record has nothing about the set.
  var isEmpty: Bool { programs.allSatisfy { $0.accepted == 0 } }

  init(of set: SiteSet) {
    self.set = set
    let config = set.project.config.verify
    programs = config.checkers.map { Program(checker: $0) }
    for job in VerificationPlan([set.compiled], config).jobs {
      let entry = set.project.verified.entry(for: job.digest)
      if let index = programs.firstIndex(where: { $0.checker.name == job.checker.name }) {
        programs[index].total += 1
        if let entry {
          programs[index].accepted += 1
          if !programs[index].entries.contains(entry) { programs[index].entries.append(entry) }
        }
      }
      for place in job.subjects {
        let key = Key(group: place.group, path: place.path, checker: job.checker.name)
        if let known = found[key], known == nil || entry != nil { continue }
        found[key] = .some(entry)
      }
    }
  }

  /// The files of each group of servers, sorted by group and path, each path once.
  func groups(of files: [PlacedFile]) -> [(id: String, rows: [Row])] {
    let config = set.project.config.verify
    var groups: [(id: String, rows: [Row])] = []
    var seen: Set<[String]> = []
    for file in files.sorted(by: { ($0.group, $0.path) < ($1.group, $1.path) })
    where seen.insert([file.group, file.path]).inserted {
      let place = JudgedPlace(
        set: set.values.set,
        host: file.server,
        group: file.group,
        path: file.path
      )
      let judges = config.checkers.map(\.name).compactMap { name in
        found[Key(group: file.group, path: file.path, checker: name)]
          .map { (checker: name, entry: $0) }
      }
      if groups.last?.id != file.group { groups.append((file.group, [])) }
      groups[groups.count - 1].rows.append(
        Row(
          path: file.path,
          checked: file.kind?.title ?? "",
          reason: judges.isEmpty ? config.reason(for: place) ?? "" : "",
          judges: judges
        )
      )
    }
    return groups
  }
}
