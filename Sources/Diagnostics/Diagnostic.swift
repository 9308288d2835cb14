/// A finding about the author's text: what is wrong, where, and how to fix it.
public struct Diagnostic: Hashable, Sendable {
  /// The identifier of the rule, `category/name`.
  public var rule: String
  /// What is wrong, as the rule says.
  public let kind: Rule.Kind
  /// Whether the finding stops the build.
  public var severity: Severity
  /// The place of the mistake itself.
  public var location: Location
  /// One sentence in lower case without a full stop: what was expected and what was found, with
  /// names in backticks.
  public var message: String
  /// Other places, and facts that help.
  public var notes: [Note]
  /// Ways to fix it, the likeliest first.
  public var fixes: [Fix]
  /// The name that it is about, where one mistake shows at several places.
  public var subject: Subject?
  /// What of the text around the place cannot be read.
  public var damage: Damage?
  /// Whether the source line must not be shown, since it holds a secret.
  public var hidesSource = false
  /// The sets in which it occurs; empty where it holds for the project as a whole.
  public var sets: [SetID]

  /// A fact beside the finding, at a place of its own or without one.
  public struct Note: Hashable, Sendable {
    /// A label of its place, in lower case without a full stop; a sentence where it has none.
    public var message: String
    /// Where to look, if anywhere.
    public var location: Location?

    /// Creates a note.
    public init(_ message: String, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// Creates a finding of a rule, with the rule's own severity.
  public init(
    _ rule: Rule,
    at location: Location,
    _ message: String,
    notes: [Note] = [],
    fixes: [Fix] = []
  ) {
    self.rule = rule.id
    self.kind = rule.kind
    self.severity = rule.severity
    self.location = location
    self.message = message
    self.notes = notes
    self.fixes = fixes
    self.sets = []
    damage = rule.kind == .syntax || rule.isAboutUnknown ? .line : nil
  }

  /// Creates a finding in a text without a file.
  public init(
    _ rule: Rule,
    at range: Range<Int>,
    _ message: String,
    notes: [Note] = [],
    fixes: [Fix] = []
  ) {
    self.init(rule, at: Location(range: range), message, notes: notes, fixes: fixes)
  }

  /// The category of the rule.
  public var category: Substring { Rule.category(of: rule) }

  /// Returns the finding with every place in it, notes and edits included, mapped by a function.
  ///
  /// A note whose place maps to nothing keeps its message; a fix with such an edit keeps its
  /// message and loses all its edits, since half a change is worse than none.
  public func relocated(by map: (Location) -> Location?) -> Diagnostic {
    var copy = self
    copy.location = map(location) ?? location
    copy.notes = notes.map { Note($0.message, at: $0.location.flatMap(map)) }
    copy.fixes = fixes.map { fix in
      let edits = fix.edits.compactMap { edit in
        map(edit.location).map { Edit($0, with: edit.text, replacing: edit.replaced) }
      }
      let isWhole = edits.count == fix.edits.count
      return fix.changed(to: isWhole ? edits : [], isSafe: isWhole)
    }
    return copy
  }
}

/// One of the outputs of a build: a scale, for a customer or as a template.
public struct SetID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The identifier of the scale, such as `large`; empty where a project has none.
  public var scale: String
  /// The name of the customer; nothing for a template set.
  public var customer: String?

  /// Creates the name of a set.
  public init(scale: String, customer: String? = nil) {
    self.scale = scale
    self.customer = customer
  }

  /// The name as messages show it: `large`, `large for acme`, or `site` without scales.
  public var description: String {
    customer.map { "\(scale) for \($0)" } ?? (scale.isEmpty ? "site" : scale)
  }

  /// Orders template sets before customers', then by name.
  public static func < (left: SetID, right: SetID) -> Bool {
    (left.customer ?? "", left.scale) < (right.customer ?? "", right.scale)
  }
}
