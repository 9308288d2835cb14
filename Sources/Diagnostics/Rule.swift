/// One kind of mistake that docbuild reports, with the page that `docbuild explain` prints.
public struct Rule: Hashable, Sendable, Identifiable {
  /// `category/name` in kebab case, stable between releases.
  public let id: String
  /// What is wrong, as the name after the slash says.
  public let kind: Kind
  /// The severity where `rules:` of docbuild.yml does not say another.
  public let severity: Severity
  /// Whether it is off where `rules:` does not name it.
  public let isOptional: Bool
  /// What the rule reports, in one sentence.
  public let reports: String
  /// Why it matters to the reader of the guide.
  public let why: String
  /// The smallest file that fires the rule.
  public let fires: Example
  /// The same file, fixed.
  public let fixed: Example

  /// A file that shows a rule at work.
  public struct Example: Hashable, Sendable, ExpressibleByStringLiteral {
    /// Where in a project the file is; by default a page of its own.
    public let path: String
    /// The whole file.
    public let text: String
    /// Files of the project that it is read with.
    public let beside: [File]

    /// A file of a project.
    public struct File: Hashable, Sendable {
      /// Where in the project it is.
      public let path: String
      /// The whole file.
      public let text: String

      /// Creates a file.
      public init(path: String, text: String) {
        self.path = path
        self.text = text
      }
    }

    /// Creates an example from the text of a file, and the files that it is read with.
    public init(path: String = "page.md", _ text: String, beside: [File] = []) {
      self.path = path
      self.text = text
      self.beside = beside
    }

    /// Creates the example of a chapter in a project with two scales and a group `web`, of one
    /// server at the scale `one` and two at `two`.
    ///
    /// - Parameters:
    ///   - text: the chapter `guides/1-a/1-a.md`.
    ///   - others: further files of the project, or others in place of its own.
    /// - Returns: the example.
    public static func chapter(_ text: String, beside others: [File] = []) -> Example {
      let group =
        "web: { title: Web, name: \"web{index}\", "
        + "listens: [{ port: 6379, from: [web], about: Redis }] }\n"
      let project = [
        File(
          path: "docbuild.yml",
          text: "title: T\nscales:\n  - { id: one, title: One }\n  - { id: two, title: Two }\n"
        ),
        File(path: "data/servers.yml", text: group),
        File(path: "data/one.yml", text: "servers: { web: { count: 1 } }\n"),
        File(path: "data/two.yml", text: "servers: { web: { count: 2 } }\n"),
      ]
      let own = project.filter { file in !others.contains { $0.path == file.path } }
      return Example(path: "guides/1-a/1-a.md", text, beside: own + others)
    }

    /// Creates the example of a Markdown page.
    public init(stringLiteral text: String) {
      self.init(text)
    }
  }

  /// Creates a rule.
  public init(
    _ id: String,
    _ severity: Severity = .error,
    isOptional: Bool = false,
    reports: String,
    why: String,
    fires: Example,
    fixed: Example
  ) {
    self.id = id
    self.kind = Kind(named: id.drop { $0 != "/" }.dropFirst())
    self.severity = severity
    self.isOptional = isOptional
    self.reports = reports
    self.why = why
    self.fires = fires
    self.fixed = fixed
  }

  /// The part of the identifier before the slash.
  public var category: Substring { Self.category(of: id) }

  /// Returns the category of an identifier: the part before its slash.
  public static func category(of id: String) -> Substring { id.prefix { $0 != "/" } }
}
