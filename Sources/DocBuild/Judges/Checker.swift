package import Diagnostics
package import Text

/// A program of the real world that judges files which the guides show, as `verify:` of
/// docbuild.yml declares it.
package struct Checker: Sendable {
  /// What the table calls it.
  package var name: String
  /// What it is asked to judge.
  package var judges: Subject
  /// The command; ``CheckerText`` says what stands for `{file}` and the like.
  package var run: [String]
  /// Commands of a shell that make ready what the program wants to find.
  package var before: String?
  /// The programs that must be installed.
  package var programs: [String]
  /// What brings the programs.
  package var apt: [String] = []
  package var pip: [String] = []
  /// The exit codes that accept a file.
  package var good: [Int] = [0]
  /// A program that still runs after so many seconds has accepted its file, and is ended.
  package var stays: Int?
  /// The seconds after which a program that does not end has failed.
  package var timeout = 120
  /// What the output of a program says that refuses a file, whatever its exit code.
  package var bad: Pattern?
  /// Where the output names a line of the file: the first group is its number.
  package var line: Pattern?
  /// Which files the judgement depends on.
  package var reads = Scope.file
  /// Whether the program sees the server: its files at their own paths, its name, the addresses of
  /// the set, and nothing of the network.
  package var isPlaced = false
  /// Where it is declared.
  package var location: Location

  /// What a checker judges.
  package enum Subject: Sendable {
    /// Files whose `HOST/PATH` or `PATH` matches one of the patterns.
    case files([String])
    /// Commands: blocks of these languages that are no files.
    case fences([String])
  }

  /// Which files a judgement depends on: the same texts are judged once.
  package enum Scope: String, CaseIterable, Sendable {
    case file
    /// The folder of the file with everything beneath.
    case folder
    /// Everything on the server.
    case host
  }
}

/// Files that no program judges, with the reason that the table gives.
package struct UnjudgedFiles: Sendable {
  package var patterns: [String]
  package var reason: String
}

/// What `verify:` of docbuild.yml says.
package struct VerifyConfig: Sendable {
  package var checkers: [Checker] = []
  /// The addresses that programs with a server around them may bind: patterns of keys.
  package var addresses: [String] = []
  /// The keys of the network interfaces that such a server has.
  package var interfaces: [String] = []
  var unjudged: [UnjudgedFiles] = []

  /// Creates a configuration without checkers.
  package init() {}
}

extension VerifyConfig {
  /// The Debian packages that bring the programs of the checkers, sorted.
  package var aptPackages: [String] { Set(checkers.flatMap(\.apt)).sorted() }

  /// The Python packages that bring the programs of the checkers, sorted.
  package var pipPackages: [String] { Set(checkers.flatMap(\.pip)).sorted() }
}
