package import Diagnostics
package import DocBuild
internal import FoundationEssentials
internal import Languages
internal import Machine
internal import Snippets
internal import Text

/// ShellCheck's findings about the scripts and commands of sets, at their places in the Markdown.
///
/// What it says of a text is remembered for the project, so that an unchanged project costs nothing.
package struct ShellCheck {
  private var scripts: [Script] = []
  private let memory: ShellCheckMemory
  private let files: [String: SourceFile]

  /// A text for ShellCheck.
  private struct Script {
    var text: MappedText
    /// The text of the file that it is part of.
    var whole: MappedText
    var sets: [SetID]
    /// A file says by itself which shell it is for.
    var isFile: Bool { text.bytes.starts(with: "#!".utf8) }
  }

  /// What an author of guides need not hear: files that a script reads stand elsewhere, variables
  /// of a command come from and go to others, and a reader sees at once when `cd` fails.
  private static let always = ["SC1090", "SC1091"]
  private static let expansionInQuotes = 2016
  private static let inCommands = ["SC2034", "SC2154", "SC2164"]

  /// Lets ShellCheck judge the scripts and commands that have no error of ours, in a project whose
  /// data has none.
  ///
  /// - Parameters:
  ///   - compilation: what was compiled and found.
  ///   - request: of what, and the folder that remembers what ShellCheck said.
  /// - Returns: its findings without those that the author allows; none where it is not installed.
  /// - Throws: a ``MachineFailure`` where it cannot be run.
  package static func findings(
    _ compilation: Compilation,
    _ request: BuildRequest
  ) async throws -> [Diagnostic] {
    let said = try await ShellCheck(compilation, request).findings()
    return AllowanceCheck.kept(said, compilation.sets.flatMap(\.chapters))
  }

  private init(_ compilation: Compilation, _ request: BuildRequest) {
    memory = ShellCheckMemory(
      of: [request.project] + request.pages,
      in: request.cache ?? ShellCheckMemory.folder
    )
    files = compilation.project.files
    let errors = compilation.report.diagnostics.filter { $0.severity == .error }
    // What a wrong value makes of a script is not what its author wrote.
    guard errors.allSatisfy({ $0.location.path.hasSuffix(".md") }) else { return }
    let broken = Set(errors.map(\.location))
    var known: [[UInt8]: Int] = [:]
    for set in compilation.sets {
      let placement = Placement(of: set, for: .check) {
        $0.kind?.isShell ?? false
      }
      for snippet in placement.snippets() {
        guard let whole = snippet.texts().first,
          !snippet.parts.contains(where: { $0.isUnread(in: set.values) })
        else { continue }
        let isBroken = whole.origin(of: whole.bytes.indices).map { place in
          broken.contains {
            $0.source == place.source && place.range.contains($0.range.lowerBound)
          }
        }
        if isBroken ?? true { continue }
        for text in Reading(whole.bytes, as: snippet.kind).scripts {
          if let index = known[text.bytes],
            scripts[index].whole.origin(of: 0..<1) == whole.origin(of: 0..<1)
          {
            scripts[index].sets.append(set.plan.id)
          } else {
            known[text.bytes] = scripts.count
            scripts.append(Script(text: text, whole: whole, sets: [set.plan.id]))
          }
        }
      }
    }
  }

  private func findings() async throws -> [Diagnostic] {
    guard let program = ShellCheckMemory.program() else { return [] }
    let key = program + SHA256.hex(of: scripts.flatMap { $0.text.bytes + [0] })
    let comments: [ShellCheckComment]
    if let known = memory.comments(for: key) {
      comments = known
    } else {
      comments = try await said()
      memory.remember(comments, for: key)
    }
    return comments.compactMap { comment in
      guard let number = Int(comment.file), scripts.indices.contains(number) else { return nil }
      let script = scripts[number]
      let part = script.text.range(of: comment.range(in: script.text.bytes))
      guard let place = script.whole.origin(of: part) else { return nil }
      guard comment.code != Self.expansionInQuotes || hasExpansion(place) else { return nil }
      var finding = Diagnostic.shellCheck(comment, at: place)
      finding.sets = script.sets
      return finding
    }
  }

  /// Whether the author wrote something that is expanded, and not only a value has it.
  private func hasExpansion(_ place: Location) -> Bool {
    files[place.path]?.bytes[place.range].contains { $0 == .dollar || $0 == .backtick } ?? true
  }

  private func said() async throws -> [ShellCheckComment] {
    let folder = "/tmp/docbuild-shellcheck-\(UInt64.random(in: 0..<UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (number, script) in scripts.enumerated() {
      try Publisher.publish(script.text.bytes, to: "\(folder)/\(number)")
    }
    var comments: [ShellCheckComment] = []
    for isFile in [false, true] {
      let names = scripts.indices.filter { scripts[$0].isFile == isFile }.map(String.init)
      guard !names.isEmpty else { continue }
      let excluded = Self.always + (isFile ? [] : Self.inCommands)
      let command =
        ["shellcheck", "--norc", "--format=json1", "--severity=info"]
        + ["--exclude=" + excluded.joined(separator: ",")] + (isFile ? [] : ["--shell=bash"])
      let ending = try await ProgramRunner.run(command + names, in: folder)
      guard [0, 1].contains(ending.code),
        let all = ShellCheckComment.read(ending.lines.joined(separator: "\n"))
      else {
        throw MachineFailure(
          "shellcheck failed with code \(ending.code): \(ending.lines.first ?? "")"
        )
      }
      comments += all
    }
    return comments.sorted { ($0.number, $0.line, $0.column) < ($1.number, $1.line, $1.column) }
  }
}
