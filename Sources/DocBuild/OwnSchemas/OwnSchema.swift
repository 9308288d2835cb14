internal import Diagnostics
internal import Snippets
internal import Values

/// A JSON Schema of one of docbuild's own files, so that editors complete and check it.
package enum OwnSchema: String, CaseIterable, Sendable {
  case keys
  case servers
  case data
  case customer
  case project

  /// Returns the schema as JSON (draft-07).
  ///
  /// - Parameter compilation: the project whose keys and groups the schemas of `data` and `customer`
  ///   know.
  /// - Returns: indented JSON.
  package func text(for compilation: Compilation) -> String {
    let declarations = compilation.project.declarations
    switch self {
    case .keys: return JSONNode.document("keys.yml", Self.keyFile).printed()
    case .servers: return JSONNode.document("servers.yml", Self.serverFile).printed()
    case .project: return JSONNode.document("docbuild.yml", Self.projectFile).printed()
    case .data:
      let schema = DataSchema(declarations: declarations, isOverlay: false).schema
      return JSONNode.document("Values of a scale, or of all", schema).printed()
    case .customer:
      let schema = DataSchema(
        declarations: declarations,
        isOverlay: true,
        scales: compilation.project.config.scales.map(\.id)
      ).schema
      return JSONNode.document("Overlay of a customer", schema).printed()
    }
  }

  private static let typeName: JSONNode = {
    let names = ValueType.kindNames.joined(separator: "|")
    return .string(about: "The type of the value.", pattern: "^(\(names)|list<(\(names))>)$")
  }()

  private static let anyValue = JSONNode.object([])

  private static let declaration = JSONNode.closed(
    [
      ("type", typeName),
      (
        "source",
        .oneOf(["common", "scale", "customer"], about: "The weakest layer that gives it.")
      ),
      ("about", .string(about: "The meaning; readers see it.")),
      ("hint", .string(about: "What stands in pages while it is open.", pattern: "^CHANGE_TO_")),
      ("example", anyValue),
      ("show", .oneOf(["example"], about: "Print the example instead of the hint.")),
      ("generate", .string(about: "The command that makes the secret.")),
      ("compute", .string(about: "The expression that gives the value.")),
      ("in", .string(about: "The key of the network in which the address lies.")),
      ("min", anyValue), ("max", anyValue),
      ("pattern", .string(about: "What the text must match.")),
      ("values", .list(of: anyValue, about: "The values of an enum.")),
      ("charset", .string(about: "The characters that it is made of, such as a-z0-9.")),
      ("multiline", .object([("type", .text("boolean"))])),
      ("min-length", .object([("type", .text("integer")), ("minimum", .int(0))])),
      ("max-length", .object([("type", .text("integer")), ("minimum", .int(0))])),
    ],
    required: ["type", "about"]
  )

  private static let keyFile = JSONNode.object([
    ("type", .text("object")),
    (
      "patternProperties",
      .object([("^[a-z][a-z0-9]*(\\.[a-z0-9][a-z0-9_]*)+$", declaration)])
    ),
    (
      "properties",
      .object([
        (
          "constraints",
          .list(
            of: .closed(
              [
                ("distinct", .list(of: .string)), ("same", .list(of: .string)),
                ("disjoint", .list(of: .string)), ("monotone", .list(of: .string)),
                ("expect", .string), ("message", .string(about: "Why, for the author.")),
              ],
              required: ["message"]
            ),
            about: "What values must be together."
          )
        )
      ])
    ),
    ("additionalProperties", .bool(false)),
  ])

  private static let serverFile = JSONNode.mapping(
    "^[a-z][a-z0-9]*$",
    to: .closed(
      [
        ("title", .string(about: "What readers call the group.")),
        ("document", .string(about: "The document that sets it up.")),
        ("name", .string(about: "The members' names; {index} counts from 1.")),
        ("fields", .mapping("^[a-z][a-z0-9_]*$", to: declaration)),
        (
          "listens",
          .list(
            of: .closed(
              [
                ("port", .object([("type", texts(["integer", "string"]))])),
                ("proto", .string(about: "tcp, udp, tcp+udp or a protocol without ports.")),
                ("from", .list(of: .string, about: "Groups, or internet, clients, admin.")),
                ("about", .string(about: "What for.")),
                ("unbound", .string(about: "Why nothing in the guides binds it.")),
              ],
              required: ["port", "from"]
            )
          )
        ),
      ],
      required: ["title", "name"]
    )
  )

  private static func texts(_ texts: [String]) -> JSONNode { .texts(texts) }

  private static let projectFile = JSONNode.closed(
    [
      ("title", .string(about: "The title of the site.")),
      ("url", .string(about: "Where the site is published; without it no sitemap.")),
      (
        "scales",
        .list(
          of: .closed(
            [
              ("id", .string(about: "The name of its data file.", pattern: "^[a-z0-9-]+$")),
              ("title", .string), ("users", .object([("type", .text("integer"))])),
            ],
            required: ["id"]
          )
        )
      ),
      ("baseline", .string(about: "The scale whose values the others show beside their own.")),
      (
        "documents",
        .list(of: .closed([("id", .string), ("title", .string)], required: ["id"]))
      ),
      (
        "schemas",
        .list(
          of: .closed(
            [
              ("file", .string(about: "A pattern; `**/` matches any folders or none.")),
              ("schema", .string(about: "A schema's name, or the path of a JSON Schema.")),
              ("catalog", .string(about: "The catalog of an ansible-vars file.")),
            ],
            required: ["file", "schema"]
          )
        )
      ),
      (
        "rules",
        .closed(Rule.all.map { ($0.id, .oneOf(["error", "warning", "off"], about: $0.reports)) })
      ),
      ("templates", .string(about: "A folder of templates.")),
      ("edit", .string(about: "Where sources can be edited, with `{path}` for the source's path.")),
      ("last_change", .oneOf(["git"])), ("verify", verifyPart),
    ],
    required: ["title", "scales"]
  )
}
