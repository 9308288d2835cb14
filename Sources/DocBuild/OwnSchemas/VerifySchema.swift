internal import Machine

extension OwnSchema {
  /// The part `verify:` of docbuild.yml.
  static let verifyPart = JSONNode.closed(
    [
      (
        "server",
        .closed(
          [
            ("addresses", texts(about: "Keys of addresses that placed programs may bind.")),
            ("interfaces", texts(about: "Keys of the network interfaces that they see.")),
          ],
          about: "What a server has around a placed program."
        )
      ),
      ("checkers", .list(of: checker, about: "The programs that judge the files.")),
      (
        "unjudged",
        .list(
          of: .closed(
            [
              ("files", texts(about: "Patterns of HOST/PATH or PATH.")),
              ("reason", .string(about: "What the table says instead of a judge.")),
            ],
            required: ["files", "reason"]
          ),
          about: "Files that no program judges."
        )
      ),
    ],
    about: "The programs that `docbuild verify` runs."
  )

  private static let checker = JSONNode.closed(
    [
      ("name", .string(about: "What the table calls it.")),
      ("files", texts(about: "Patterns of HOST/PATH or PATH that it judges.")),
      ("fences", texts(about: "Languages of the commands that it judges.")),
      ("run", texts(about: "The program and its arguments; {file} is the file.")),
      ("before", .string(about: "Commands of a shell that run first.")),
      ("programs", texts(about: "Programs that must be there; by default the first of run.")),
      ("apt", texts(about: "Debian packages that bring it.")),
      ("pip", texts(about: "Python packages that bring it.")),
      ("good", numbers), ("stays", seconds), ("timeout", seconds),
      ("bad", .string(about: "What its output says when it refuses a file.")),
      ("line", .string(about: "Where its output names a line: the first group.")),
      ("reads", .oneOf(["file", "folder", "host"], about: "What its judgement depends on.")),
      ("placed", .object([("type", .text("boolean"))])),
    ],
    required: ["name", "run"]
  )

  private static let seconds = JSONNode.string(about: "Seconds such as 3s.", pattern: "^[0-9]+s$")

  private static let numbers = JSONNode.object([
    ("type", .texts(["integer", "array"])),
    ("items", .object([("type", .text("integer"))])),
    ("description", .text("The exit codes that accept a file; by default 0.")),
  ])

  /// A text or a list of texts.
  private static func texts(about: String) -> JSONNode {
    .object([
      ("type", .texts(["string", "array"])), ("items", .string), ("description", .text(about)),
    ])
  }
}
