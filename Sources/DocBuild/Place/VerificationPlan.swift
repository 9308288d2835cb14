package import Diagnostics
internal import Machine
package import Text

/// One judgement to make: a checker, a text, and everything that shows the text.
package struct VerificationJob: Sendable {
  package var checker: Checker
  /// Where the file stands in the working folder: `SET/HOST/PATH`.
  package var place: JudgedPlace
  /// What the program reads, with the origin of every byte.
  package var text: MappedText
  package var values: ValueTable
  /// The files that this judgement stands for, in the order of the sets.
  package var subjects: [JudgedPlace]
  /// The place of a fence or of the first fence of a file.
  package var location: Location
  /// The SHA-256 of everything that the judgement depends on, but for the program itself.
  package var digest: String
}

/// Which judgements there are to make for the files and commands of some sets.
package struct VerificationPlan {
  /// The files of every set, in order.
  package private(set) var files: [(place: JudgedPlace, file: PlacedFile)] = []
  package private(set) var jobs: [VerificationJob] = []
  private var known: [String: Int] = [:]

  /// Plans the judgements of sets.
  package init(_ sets: [CompiledSet], _ config: VerifyConfig) {
    for set in sets {
      let own = set.files(for: .check)
      for file in own {
        let place = JudgedPlace(
          set: set.plan.id,
          host: file.server,
          group: file.group,
          path: file.path
        )
        files.append((place, file))
        for checker in config.checkers where checker.judges(place) {
          add(checker, place, file.text, beside: own, set.values)
        }
      }
      for checker in config.checkers {
        guard case .fences(let languages) = checker.judges else { continue }
        addFences(of: set, in: languages, checker)
      }
    }
  }

  private mutating func addFences(of set: CompiledSet, in languages: [String], _ checker: Checker) {
    let placement = Placement(of: set, for: .check) { fence in
      fence.attributes.file == nil && !fence.attributes.flags.contains("output")
        && languages.contains(fence.attributes.language)
    }
    for placed in placement.fences {
      for (number, server) in placed.servers.enumerated() {
        let place = JudgedPlace(
          set: set.plan.id,
          host: server.name,
          group: server.group,
          path: "\(placed.chapter.page).sh"
        )
        add(checker, place, placed.text(on: number), beside: [], set.values)
      }
    }
  }

  private mutating func add(
    _ checker: Checker,
    _ place: JudgedPlace,
    _ text: MappedText,
    beside files: [PlacedFile],
    _ values: ValueTable
  ) {
    let words = CheckerText(file: "", root: "", host: "", path: "", values: values)
    let command = (checker.run + [checker.before ?? ""]).map(words.filled)
    let verdict =
      "\(checker.good) \(checker.stays ?? 0) \(checker.bad?.text ?? "") \(checker.isPlaced)"
    let key = SHA256.hex(
      of: Array(([checker.name, place.path, verdict] + command).joined(separator: "\0").utf8)
        + Self.inputs(of: checker.reads, place, text, files)
    )
    if let index = known[key] {
      jobs[index].subjects.append(place)
      return
    }
    known[key] = jobs.count
    let start = text.origin(of: 0..<0) ?? checker.location
    jobs.append(
      VerificationJob(
        checker: checker,
        place: place,
        text: text,
        values: values,
        subjects: [place],
        location: start,
        digest: key
      )
    )
  }

  /// The texts on which a judgement depends.
  private static func inputs(
    of scope: Checker.Scope,
    _ place: JudgedPlace,
    _ text: MappedText,
    _ files: [PlacedFile]
  ) -> [UInt8] {
    let folder = place.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let read = files.filter { file in
      guard file.server == place.host, scope != .file else { return false }
      return scope == .host || file.path.hasPrefix(folder)
    }
    let all = read.flatMap { Array("\($0.path)\n".utf8) + $0.bytes }
    return [0] + text.bytes + [0] + all
  }
}
