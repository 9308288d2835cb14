/// A kind of callout, written as a quote that begins with its mark, such as `[!NOTE]`.
package struct Callout: Hashable, Sendable {
  /// The name, which is the class of its element.
  package let name: String
  /// The words above it.
  package let title: String
  /// The mark that begins one in Markdown, in lower case; authors may write it in either.
  package let mark: [UInt8]

  /// Creates a kind.
  ///
  /// - Parameters:
  ///   - name: lower-case letters, digits and inner hyphens.
  ///   - title: one line; the name with a capital by default.
  package init(name: String, title: String? = nil) {
    self.name = name
    self.title = title ?? name.prefix(1).uppercased() + name.dropFirst()
    mark = Array("[!\(name)]".utf8)
  }

  /// Those that every project has.
  package static let standard = ["note", "tip", "important", "warning", "caution"].map {
    Callout(name: $0)
  }

  /// Whether every project has it.
  var isStandard: Bool { Self.standard.contains { $0.name == name } }
}
