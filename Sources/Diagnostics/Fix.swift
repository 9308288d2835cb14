extension Diagnostic {
  /// A change that fixes the finding.
  public struct Fix: Hashable, Sendable {
    /// What the change does, such as ``did you mean `image`?``.
    public var message: String
    /// The replacements, none overlapping another.
    public var edits: [Edit]
    /// Whether `check --fix` makes the change without asking.
    public var isSafe: Bool
    /// The name that the fix puts in place of one that is not defined, if it does that.
    public private(set) var offered: String?

    /// Creates a fix.
    public init(_ message: String, edits: [Edit] = [], isSafe: Bool = false) {
      self.message = message
      self.edits = edits
      self.isSafe = isSafe && !edits.isEmpty
    }

    /// Returns the same fix with other replacements; no longer safe unless it was and still is.
    func changed(to edits: [Edit], isSafe: Bool) -> Fix {
      var copy = self
      copy.edits = edits
      copy.isSafe = self.isSafe && isSafe && !edits.isEmpty
      return copy
    }

    /// Offers a defined name in place of one that is not.
    ///
    /// - Parameters:
    ///   - name: as it is defined.
    ///   - written: the same as the place writes it, where that differs.
    ///   - edits: the replacements.
    ///   - isSafe: whether `check --fix` makes them without asking.
    /// - Returns: the fix.
    public static func didYouMean(
      _ name: String,
      as written: String? = nil,
      edits: [Edit] = [],
      isSafe: Bool = false
    ) -> Fix {
      var fix = Fix("did you mean `\(written ?? name)`?", edits: edits, isSafe: isSafe)
      fix.offered = name
      return fix
    }
  }

  /// One replacement of a range by a text.
  public struct Edit: Hashable, Sendable {
    /// What is replaced.
    public var location: Location
    /// The text in its place afterwards.
    public var text: String
    /// The text in its place now, with or without quotes; nothing where that does not matter.
    public var replaced: String?

    /// Creates a replacement.
    public init(_ location: Location, with text: String, replacing replaced: String? = nil) {
      self.location = location
      self.text = text
      self.replaced = replaced
    }
  }
}

extension [Diagnostic.Fix] {
  /// One fix for each near name, which puts it in place of what is written.
  public static func didYouMean(_ names: [String], at location: Location) -> [Diagnostic.Fix] {
    names.map { name in
      .didYouMean(name, edits: [Diagnostic.Edit(location, with: name)])
    }
  }

  /// The same for a key, whose only near name is safe to write where it differs in one letter.
  public static func didYouMean(
    _ names: [String],
    forKey key: String,
    at location: Location
  ) -> [Diagnostic.Fix] {
    names.map { name in
      .didYouMean(
        name,
        edits: [Diagnostic.Edit(location, with: name, replacing: key)],
        isSafe: names.count == 1
          && EditDistance.between([UInt8](key.utf8), [UInt8](name.utf8), atMost: 1) == 1
      )
    }
  }
}
