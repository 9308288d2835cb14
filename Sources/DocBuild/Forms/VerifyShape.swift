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
          .required(
            "reason",
            text("a reason").about("The reason that the table shows instead of a program.")
          ),
        ])
      ).about("Files that no program judges.")
    ),
  ]).about("The programs that `docbuild verify` runs.")

  private static let server = mapping([
    .optional("addresses", texts("Keys of addresses that placed programs may bind.")),
    .optional("interfaces", texts("Keys of the network interfaces that they see.")),
  ]).about("The server around a placed program.")

  private static let checker = mapping([
    .required("name", text("a name").about("Its name in the table.")),
    .optional("files", texts("Patterns of HOST/PATH or PATH that it judges.")),
    .optional("fences", texts("Languages of the commands that it judges.")),
    .required("run", texts("The program and its arguments; {file} is the file.")),
    .optional("before", text(.script).about("Commands of a shell that run first.")),
    .optional(
      "programs",
      texts("The programs that must be installed; by default the first of run.")
    ),
    .optional("apt", texts("The Debian packages that contain it.")),
    .optional("pip", texts("The Python packages that contain it.")),
    .optional(
      "good",
      FileShape(form: .list(whole(0...255), takesOne: true))
        .about("The exit codes that accept a file; by default 0.")
    ),
    .optional("stays", text(.seconds)), .optional("timeout", text(.seconds)),
    .optional(
      "bad",
      text(.regularExpression).about("A pattern of its output when it rejects a file.")
    ),
    .optional(
      "line",
      text(.regularExpression).about("A pattern of its output whose first group is a line number.")
    ),
    .optional(
      "reads",
      word(["file", "folder", "host"], noun: "scope").about("What else its judgment depends on.")
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
