import Foundation
@testable import Languages
import Testing

/// Holds the grammar of the shell to what bash itself says of the same scripts.
@Suite struct ShellTests {
  @Test func `sound scripts pass`() throws {
    for script in try ShellCorpus.sound {
      let mistakes = ShellScript.read(Array(script.utf8)).mistakes
      #expect(mistakes.isEmpty, "\(script)\n\(mistakes)")
    }
  }

  @Test func `bash agrees with the corpus`() throws {
    #expect(try Bash.verdicts(on: ShellCorpus.sound).allSatisfy { $0 == nil })
    #expect(try Bash.verdicts(on: ShellCorpus.refused).allSatisfy { $0 != nil })
  }

  @Test func `what bash refuses is refused`() throws {
    for script in try ShellCorpus.refused {
      #expect(!ShellScript.read(Array(script.utf8)).mistakes.isEmpty, "\(script)")
    }
  }

  @Test func `broken scripts are judged as bash judges them`() throws {
    let scripts = try ShellCorpus.mutated(count: 500)
    let verdicts = try Bash.verdicts(on: scripts)
    #expect(verdicts.count { $0 != nil } > 150)
    for (script, verdict) in zip(scripts, verdicts) {
      let text = Array(script.utf8)
      let mistakes = ShellScript.read(text).mistakes
      if mistakes.map(\.kind).allSatisfy(Self.isOverlookedByBash) && verdict == nil { continue }
      #expect(mistakes.isEmpty == (verdict == nil), "\(script)\nbash: \(verdict ?? "accepts it")")
      guard let verdict, let line = Bash.exactLine(verdict), let first = mistakes.first else {
        continue
      }
      // A token that spans lines, or has a here-document behind it, is shown by bash at its end.
      let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
      let found = text[..<first.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
      let last = text[..<first.range.upperBound].count { $0 == UInt8(ascii: "\n") }
      let isNear = found...(last + 2) ~= line || verdict.contains("`\(lines[found])\'")
      #expect(isNear, "\(script)\nbash: \(verdict)")
    }
  }

  /// bash 5.2 reads over a condition that lacks its last part, and over `for ((` without `))`.
  private static func isOverlookedByBash(_ kind: ShellMistake.Kind) -> Bool {
    kind == .condition("expected a condition") || kind == .bracket("((", closing: "))")
  }
}

/// The scripts of `Fixtures/shell`, and broken ones made of them.
private enum ShellCorpus {
  static var sound: [String] { get throws { try read("sound.txt") } }
  static var refused: [String] { get throws { try read("refused.txt") } }

  private static func read(_ name: String) throws -> [String] {
    let folder = #filePath.replacing("LanguagesTests/ShellTests.swift", with: "Fixtures/shell/")
    let text = try String(contentsOfFile: folder + name, encoding: .utf8)
    return text.split(separator: "\n====\n").map { $0.hasSuffix("\n") ? String($0) : $0 + "\n" }
  }

  private static let pieces = [
    "fi", "done", "esac", "then", "do", "{", "}", "if", "case", "(", ")", "((", "))", "$(", "${",
    "`", "\"", "'", ";;", "&&", "||", "|", "&", ";", "<<EOF", "\\", "#", "!", "else", "elif",
    "in", "while", "function", "=(", "$((", "<(", "<<<", "EOF", "\n",
  ]

  /// Scripts with one sign or word less or more, the same ones each time.
  static func mutated(count: Int) throws -> [String] {
    let scripts = try sound
    var random = Sequence(state: 20_260_822)
    return (0..<count).map { index in
      var text = Array(scripts[index % scripts.count].unicodeScalars)
      let place = random.next(below: text.count)
      if random.next(below: 2) == 0 {
        text.remove(at: place)
      } else {
        let piece = pieces[random.next(below: pieces.count)]
        text.insert(contentsOf: piece.unicodeScalars, at: place)
      }
      var script = String.UnicodeScalarView()
      script.append(contentsOf: text)
      return String(script)
    }
  }

  /// A linear congruential generator: the same numbers on every machine.
  private struct Sequence {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }
}

/// The real shell, which has to be there.
private enum Bash {
  /// What bash says of each script when it only reads it; nothing where it accepts the script.
  static func verdicts(on scripts: [String]) throws -> [String?] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, script) in scripts.enumerated() {
      try Data(script.utf8).write(to: folder.appending(path: "\(index)"))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    let loop = """
      for ((n = 0; n < $1; n++)); do
        bash -O extglob -n "$n" >"$n.said" 2>&1 || echo refused >>"$n.said"
      done
      """
    process.arguments = ["-c", loop, "bash", "\(scripts.count)"]
    try process.run()
    process.waitUntilExit()
    return try scripts.indices.map { index in
      let said = try Data(contentsOf: folder.appending(path: "\(index).said"))
      return said.isEmpty ? nil : String(decoding: said, as: UTF8.self)
    }
  }

  /// The line on which bash stands at a mistake; nothing where it only knows that the script ended.
  static func exactLine(_ verdict: String) -> Int? {
    guard !["EOF", "end of file", "here-document"].contains(where: verdict.contains) else {
      return nil
    }
    return verdict.split(separator: "line ").dropFirst().first
      .flatMap { Int($0.prefix { $0.isNumber }) }
  }
}
