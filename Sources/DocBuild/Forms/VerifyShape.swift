extension FileShape {
  /// The part `verify:` of docbuild.yml.
  static let verify = mapping([
    .optional("server", server),
    .optional("checkers", list(of: checker).about("The programs that judge the files.")),
    .optional(
      "unjudged",
      list(
        of: mapping([
          .required("files", texts("Patterns of HOST/PATH or PATH.")),
          .required("reason", text("a reason").about("What the table says instead of a judge.")),
        ])
      ).about("Files that no program judges.")
    ),
  ]).about("The programs that `docbuild verify` runs.")

  private static let server = mapping([
    .optional("addresses", texts("Keys of addresses that placed programs may bind.")),
    .optional("interfaces", texts("Keys of the network interfaces that they see.")),
  ]).about("What a server has around a placed program.")

  private static let checker = mapping([
    .required("name", text("a name").about("What the table calls it.")),
    .optional("files", texts("Patterns of HOST/PATH or PATH that it judges.")),
    .optional("fences", texts("Languages of the commands that it judges.")),
    .required("run", texts("The program and its arguments; {file} is the file.")),
    .optional("before", text(.script).about("Commands of a shell that run first.")),
    .optional("programs", texts("Programs that must be there; by default the first of run.")),
    .optional("apt", texts("Debian packages that bring it.")),
    .optional("pip", texts("Python packages that bring it.")),
    .optional(
      "good",
      FileShape(form: .list(whole(0...255), takesOne: true))
        .about("The exit codes that accept a file; by default 0.")
    ),
    .optional("stays", text(.seconds)), .optional("timeout", text(.seconds)),
    .optional(
      "bad",
      text(.regularExpression).about("What its output says when it refuses a file.")
    ),
    .optional(
      "line",
      text(.regularExpression).about("Where its output names a line: the first group.")
    ),
    .optional(
      "reads",
      word(["file", "folder", "host"], noun: "scope").about("What its judgement depends on.")
    ),
    .optional("placed", truth),
  ])
}

extension FileShape.TextShape {
  fileprivate static let script = Self(words: "commands", isLine: false)

  fileprivate static let seconds = Self(
    words: "seconds such as `3s`, up to an hour",
    pattern: "^[1-9][0-9]{0,3}s$",
    fits: { Int($0.dropLast()).map { $0 <= 3600 } ?? false }
  )
}
