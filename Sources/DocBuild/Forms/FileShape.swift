internal import Text
internal import Values

/// What a file of the project, or a part of it, may hold: the one description from which the file is
/// checked and its JSON Schema for editors is made.
package struct FileShape: Sendable {
  /// What there is.
  package let form: Form
  /// The meaning, for readers of the schema.
  package var about: String?

  /// The kinds of parts.
  package indirect enum Form: Sendable {
    /// A mapping with these keys and no others; what a key is called where one is unknown.
    case mapping([Member], noun: String)
    /// A mapping whose keys the author chooses, beside some that are fixed.
    case keyed(TextShape, FileShape, fixed: [Member])
    /// A list; where that is allowed, one element stands for a list of it.
    case list(FileShape, takesOne: Bool)
    case text(TextShape)
    /// One of some words; what a word is called where one is unknown.
    case word([String], noun: String)
    /// A number without a fraction.
    case whole(ClosedRange<Int>)
    case truth
    /// A scalar or a list of scalars: what a placeholder can print.
    case value
  }

  /// A key of a mapping.
  package struct Member: Sendable {
    let name: String
    let shape: FileShape
    var isRequired = false
  }

  /// A text.
  package struct TextShape: Sendable {
    /// What is expected, in words.
    let words: String
    /// What it matches, in ECMAScript's sense; nothing where any text will do.
    var pattern: String?
    /// Whether it is one line without control characters.
    var isLine = true
    /// What a pattern cannot say.
    var fits: @Sendable (String) -> Bool = { _ in true }
  }

  /// Returns the shape with its meaning.
  func about(_ text: String) -> FileShape {
    var shape = self
    shape.about = text
    return shape
  }
}

extension FileShape {
  static func mapping(_ members: [Member], noun: String = "key") -> FileShape {
    FileShape(form: .mapping(members, noun: noun))
  }

  static func keyed(
    _ key: TextShape,
    to value: FileShape,
    fixed: [Member] = []
  ) -> FileShape { FileShape(form: .keyed(key, value, fixed: fixed)) }

  static func list(of element: FileShape) -> FileShape {
    FileShape(form: .list(element, takesOne: false))
  }

  /// A text or a list of texts.
  static func texts(_ about: String) -> FileShape {
    FileShape(form: .list(.text("a string"), takesOne: true), about: about)
  }

  /// One line of text.
  static func text(_ words: String, matching pattern: String? = nil) -> FileShape {
    .text(TextShape(words: words, pattern: pattern))
  }

  static func text(_ shape: TextShape) -> FileShape { FileShape(form: .text(shape)) }

  static func word(_ words: [String], noun: String) -> FileShape {
    FileShape(form: .word(words, noun: noun))
  }

  static func whole(_ range: ClosedRange<Int>) -> FileShape { FileShape(form: .whole(range)) }

  static let truth = FileShape(form: .truth)
  static let value = FileShape(form: .value)
}

extension FileShape.Member {
  static func required(_ name: String, _ shape: FileShape) -> Self {
    Self(name: name, shape: shape, isRequired: true)
  }

  static func optional(_ name: String, _ shape: FileShape) -> Self {
    Self(name: name, shape: shape)
  }
}

extension FileShape.TextShape {
  /// The name of a scale or a customer: it becomes that of a folder.
  static func identifier(of what: String) -> Self {
    Self(
      words: "the name of a \(what): lower-case letters, digits and inner hyphens",
      pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"
    )
  }

  /// Whether a text is such a name.
  func matches(_ text: String) -> Bool {
    guard !(isLine && text.firstControl() != nil) else { return false }
    let isMatch = pattern.map { Pattern($0)?.occurs(in: text) == true } ?? true
    return isMatch && fits(text)
  }
}
