internal import DocBuild
internal import Machine
internal import Text

/// Asks the machine which version of a program it has.
enum ProgramVersion {
  /// Returns a checker's program with its version: that of the Debian package that owns the program,
  /// else the first number with a point that it prints for `--version`, else the name alone.
  static func described(of checker: Checker) async -> String {
    let program = checker.programs.first ?? checker.name
    let name = program.split(separator: "/").last.map(String.init) ?? program
    let version = await first(
      of: ["sh", "-c", script, program],
      ["timeout", "5", program, "--version"]
    )
    return version.map { "\(name) \($0)" } ?? name
  }

  /// `/usr/bin` and `/bin` are one folder, and the package may know the file under either.
  private static let script = """
    file=$(readlink -f "$(command -v "$0")")
    for path in "$file" "${file#/usr}"; do
      package=$(dpkg-query --search "$path" 2>/dev/null | sed -n '1s/: .*//p')
      [ -z "$package" ] || exec dpkg-query --show --showformat '${Version}\\n' "$package"
    done
    exit 1
    """

  private static let number = Pattern("([0-9]+\\.[0-9][0-9A-Za-z.+:~-]*)")

  private static func first(of commands: [String]...) async -> String? {
    for command in commands {
      guard let ending = try? await ProgramRunner.run(command, in: "/") else { continue }
      for line in ending.lines {
        if let version = number?.firstGroup(in: line) { return version }
      }
    }
    return nil
  }
}
