package import Diagnostics

extension Rule {
  static let refusedByProgram = Rule(
    "verify/refused",
    reports: "A file or a command of the guides that the real program rejects.",
    why: "On its server the program fails with the same message.",
    fires: Example(
      path: "docbuild.yml",
      "title: A project\nscales: [{ id: small }]\nverify:\n  checkers:\n"
        + "    - { name: empty, files: \"**/motd\", run: [test, \"!\", -s, \"{file}\"] }\n"
    ),
    fixed: Example(
      path: "docbuild.yml",
      "title: A project\nscales: [{ id: small }]\nverify:\n  checkers:\n"
        + "    - { name: not empty, files: \"**/motd\", run: [test, -s, \"{file}\"] }\n"
    )
  )
}

extension Diagnostic {
  package static func refused(
    by checker: String,
    _ file: String,
    saying message: String,
    lines: [String],
    at location: Location
  ) -> Diagnostic {
    let shown = lines.filter { !$0.allSatisfy(\.isWhitespace) && $0 != message }.prefix(12)
    return Diagnostic(
      .refusedByProgram,
      at: location,
      "`\(checker)` refuses `\(file)`: \(message.drop(while: \.isWhitespace))",
      notes: shown.map { Note("It says: \($0)") }
    )
  }

  static func unknownKeyOfChecker(
    _ key: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: location,
      "undefined key `{\(key)}` in the command",
      fixes: nearest.map { .didYouMean($0, as: "{\($0)}") }
    )
    .about(.missing(key))
  }
}
