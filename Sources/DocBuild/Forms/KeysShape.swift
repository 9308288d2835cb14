internal import Snippets
internal import Text
internal import Values

extension FileShape {
  /// keys.yml.
  package static let keys = keyed(
    key,
    to: declaration,
    fixed: [
      .optional("constraints", list(of: constraint).about("The constraints on several values.")),
      .optional(
        "titles",
        keyed(namespace, to: text("a title")).about("The titles of namespaces on pages.")
      ),
    ]
  )

  static let namespace = TextShape(
    words: "a namespace such as `net`: lower case, without a dot",
    pattern: "^[a-z][a-z0-9]*$"
  )

  static let key = TextShape(
    words: "a key such as `net.gateway`: lower case, with a dot",
    pattern: "^[a-z][a-z0-9]*(\\.[a-z0-9][a-z0-9_]*)+$"
  )

  /// What is said about a key, or about a field of a server group.
  static let declaration = mapping([
    .required("type", word(ValueType.names, noun: "type").about("The type of the value.")),
    .optional(
      "source",
      word(["common", "scale", "customer"], noun: "source")
        .about("The weakest layer that gives it.")
    ),
    .required("about", text(.meaning).about("The meaning; readers see it.")),
    .optional("hint", text(.hint).about("What pages show while it is open.")),
    .optional("example", value),
    .optional(
      "show",
      word(["example"], noun: "word").about("Print the example instead of the hint.")
    ),
    .optional("generate", text("a command").about("The command that makes the secret.")),
    .optional("compute", text("an expression").about("The expression that gives the value.")),
    .optional(
      "in",
      text("the key of a network").about("The key of the network that contains the address.")
    ),
    .optional("min", text("a value")), .optional("max", text("a value")),
    .optional(
      "pattern",
      text(.regularExpression).about("A regular expression that the text must match.")
    ),
    .optional("values", list(of: text("a value")).about("The values of an enum.")),
    .optional(
      "charset",
      text("characters such as `a-z0-9`").about("The allowed characters.")
    ),
    .optional("multiline", truth),
    .optional("min-length", whole(0...longest)), .optional("max-length", whole(1...longest)),
  ])

  /// The greatest length that a declaration may ask for.
  private static let longest = 4096

  private static let constraint = mapping([
    .optional("distinct", texts("Patterns of keys.")),
    .optional("same", texts("Patterns of keys.")),
    .optional("disjoint", texts("Patterns of keys.")),
    .optional("monotone", texts("Patterns of keys.")),
    .optional("expect", text("an expression")),
    .required("message", text(.meaning).about("Why, for the author.")),
  ])
}

extension FileShape.TextShape {
  /// What a hint is, in which `{index}` is the number of a server.
  fileprivate static let hint = Self(
    words: "a hint such as `CHANGE_TO_YOUR_DOMAIN`",
    pattern: "^CHANGE_TO_[A-Z0-9_]*(\\{index\\}[A-Z0-9_]*)?$",
    fits: { $0 != "CHANGE_TO_" }
  )

  fileprivate static let meaning = Self(words: "a string", isLine: false)

  static let regularExpression = Self(
    words: "a regular expression",
    isLine: false,
    fits: { Pattern($0) != nil }
  )
}
