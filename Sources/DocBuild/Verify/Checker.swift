internal import Diagnostics
internal import Text

/// A program of the real world that judges files which the guides show, as `verify:` of
/// docbuild.yml declares it.
struct Checker: Sendable {
  /// What the table calls it.
  var name: String
  /// What it is asked to judge.
  var judges: Subject
  /// The command; ``CheckerText`` says what stands for `{file}` and the like.
  var run: [String]
  /// Commands of a shell that make ready what the program wants to find.
  var before: String?
  /// The programs that must be installed.
  var programs: [String]
  /// What brings the programs.
  var apt: [String] = []
  var pip: [String] = []
  /// The exit codes that accept a file.
  var good: [Int] = [0]
  /// A program that still runs after so many seconds has accepted its file, and is ended.
  var stays: Int?
  /// The seconds after which a program that does not end has failed.
  var timeout = 120
  /// What the output of a program says that refuses a file, whatever its exit code.
  var bad: Pattern?
  /// Where the output names a line of the file: the first group is its number.
  var line: Pattern?
  /// Which files the judgement depends on.
  var reads = Scope.file
  /// Whether the program sees the server: its files at their own paths, its name, the addresses of
  /// the set, and nothing of the network.
  var isPlaced = false
  /// Where it is declared.
  var location: Location

  /// What a checker judges.
  enum Subject: Sendable {
    /// Files whose `HOST/PATH` or `PATH` matches one of the patterns.
    case files([String])
    /// Commands: blocks of these languages that are no files.
    case fences([String])
  }

  /// Which files a judgement depends on: the same texts are judged once.
  enum Scope: String, CaseIterable, Sendable {
    case file
    /// The folder of the file with everything beneath.
    case folder
    /// Everything on the server.
    case host
  }
}

/// Files that no program judges, with the reason that the table gives.
struct UnjudgedFiles: Sendable {
  var patterns: [String]
  var reason: String
}

/// What `verify:` of docbuild.yml says.
struct VerifyConfig: Sendable {
  var checkers: [Checker] = []
  /// The addresses that programs with a server around them may bind: patterns of keys.
  var addresses: [String] = []
  /// The keys of the network interfaces that such a server has.
  var interfaces: [String] = []
  var unjudged: [UnjudgedFiles] = []
}
