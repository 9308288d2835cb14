internal import Diagnostics
internal import Text

/// One judgement to make: a checker, a text, and everything that shows the text.
struct VerificationJob: Sendable {
  var checker: Checker
  /// Where the file stands in the working folder: `SET/HOST/PATH`.
  var place: Place
  /// What the program reads, with the origin of every byte.
  var text: MappedText
  var values: ValueTable
  /// The files that this judgement stands for, in the order of the sets.
  var subjects: [Place]
  /// The place of a fence or of the first fence of a file.
  var location: Location

  /// A file of a server of a set.
  struct Place: Hashable, Sendable {
    var set: SetID
    var host: String
    var group: String
    var path: String

    /// `HOST/PATH`, as patterns and messages name it.
    var name: String { "\(host)/\(path)" }

    /// The folder of the set beneath the working folder.
    var folder: String { self.set.customer.map { "\($0)-\(self.set.scale)" } ?? self.set.scale }
  }
}

/// Which judgements there are to make for the files and commands of some sets.
struct VerificationPlan {
  /// The files of every set, in order.
  private(set) var files: [(place: VerificationJob.Place, file: PlacedFile)] = []
  private(set) var jobs: [VerificationJob] = []
  private var known: [Key: Int] = [:]

  /// What makes two judgements the same.
  private struct Key: Hashable {
    var checker: String
    var path: String
    var command: [String]
    var digest: String
  }

  /// Plans the judgements of sets.
  init(_ sets: [CompiledSet], _ config: VerifyConfig) {
    for set in sets {
      let own = set.files(for: .check)
      for file in own {
        let place = VerificationJob.Place(
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
        let place = VerificationJob.Place(
          set: set.plan.id,
          host: server.name,
          group: server.group,
          path: "\(placed.chapter.document)/\(placed.chapter.name).sh"
        )
        add(checker, place, placed.text(on: number), beside: [], set.values)
      }
    }
  }

  private mutating func add(
    _ checker: Checker,
    _ place: VerificationJob.Place,
    _ text: MappedText,
    beside files: [PlacedFile],
    _ values: ValueTable
  ) {
    let words = CheckerText(file: "", root: "", host: "", path: "", values: values)
    let key = Key(
      checker: checker.name,
      path: place.path,
      command: (checker.run + [checker.before ?? ""]).map(words.filled),
      digest: Self.digest(checker.reads, place, text, files)
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
        location: start
      )
    )
  }

  /// The digest of everything that a judgement depends on.
  private static func digest(
    _ scope: Checker.Scope,
    _ place: VerificationJob.Place,
    _ text: MappedText,
    _ files: [PlacedFile]
  ) -> String {
    let folder = place.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let read = files.filter { file in
      guard file.server == place.host, scope != .file else { return false }
      return scope == .host || file.path.hasPrefix(folder)
    }
    let all = read.flatMap { Array("\($0.path)\n".utf8) + $0.bytes }
    return SHA256.hex(of: text.bytes + [0] + all)
  }
}

extension Checker {
  /// Whether a file is one of those that the checker judges.
  func judges(_ place: VerificationJob.Place) -> Bool {
    guard case .files(let patterns) = judges else { return false }
    return patterns.contains { place.matches($0) }
  }
}

extension VerificationJob.Place {
  /// Whether a pattern means `HOST/PATH` or `PATH`.
  func matches(_ pattern: String) -> Bool {
    Glob.matches(pattern, name) || Glob.matches(pattern, path)
  }
}
