internal import Diagnostics
internal import Snippets
internal import Values

extension FileShape {
  /// docbuild.yml.
  package static let project = mapping([
    .required("title", text("a title").about("The title of the site.")),
    .optional(
      "url",
      text(.address).about("The URL of the published site; the sitemap requires it.")
    ),
    .optional(
      "language",
      text(.languageTag).about("The language of the guides, for browsers and screen readers.")
    ),
    .optional("scales", list(of: scale)),
    .optional(
      "baseline",
      text("the name of a scale").about("The scale whose values the others show next to their own.")
    ),
    .optional("documents", list(of: document)),
    .optional("schemas", list(of: schemaRule)),
    .optional(
      "default_schema",
      text("a schema, or `none`")
        .about("The schema of fences that name neither a file nor one; with `none` they pass.")
    ),
    .optional(
      "front_matter",
      list(of: text("the name of a key, `*` for any characters"))
        .about("Keys of front matter that are other programs'.")
    ),
    .optional("rules", rules),
    .optional("templates", text("a folder").about("A folder of templates.")),
    .optional(
      "edit",
      text(.editAddress)
        .about("The URL where sources can be edited, with `{path}` for the source's path.")
    ),
    .optional(
      "repository",
      text(.editAddress)
        .about(
          "Where files outside of the guides are read, with `{path}` for the path from docbuild.yml."
        )
    ),
    .optional("last_change", word(["git"], noun: "history")),
    .optional(
      "callouts",
      keyed(.identifier(of: "callout"), to: text("a title"))
        .about("The titles of quotes that begin with `[!NAME]`, by the name.")
    ),
    .optional("verify", verify),
  ])

  private static let scale = mapping([
    .required("id", text(.identifier(of: "scale")).about("The name of its data file.")),
    .optional("title", text("a title")),
    .optional("users", whole(0...1_000_000_000)),
  ])

  private static let document = mapping([
    .required("id", text("the name of a folder of guides, without its number")),
    .optional("title", text("a title")),
  ])

  private static let schemaRule = mapping([
    .required("file", text("a pattern of paths").about("`**/` matches any folders or none.")),
    .required("schema", text("a schema").about("Its name, or the path of a JSON Schema.")),
    .optional("catalog", text("a catalog").about("The catalog of an ansible-vars file.")),
  ])

  private static let rules = mapping(
    Rule.all.map {
      .optional(
        $0.id,
        word(["error", "warning", "off"], noun: "severity").about($0.reports)
      )
    },
    noun: "rule"
  )
}

extension FileShape.TextShape {
  fileprivate static let languageTag = Self(
    words: "a language tag such as `en` or `pt-BR`",
    pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
  )

  fileprivate static let address = Self(
    words: "an address such as `https://docs.example.org/`",
    pattern: "^https?://[^/?#@ ]+(/[^?# ]*)?$",
    fits: isURL
  )

  fileprivate static let editAddress = Self(
    words: "an address with `{path}` such as `https://git.example.org/edit/main/{path}`",
    pattern: "^https?://[^/?#@ ]+/[^ ]*\\{path\\}[^ ]*$",
    fits: isURL
  )

  private static func isURL(_ text: String) -> Bool {
    let host = text.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let name = host.split(separator: ":").first.map(String.init) ?? ""
    let hasPort = host.contains(":")
    if host.hasPrefix("[") { return true }
    let type = ValueType(hasPort ? .hostPort : .hostname)
    guard
      case .success = type.parse([
        hasPort ? "\(name.lowercased()):\(host.dropFirst(name.count + 1))" : name.lowercased()
      ])
    else {
      return false
    }
    return true
  }
}
