internal import DocBuild
internal import HTML
internal import Values

/// How a value that is a customer's, a secret or another at each scale stands on a page.
///
/// It leads to what the page says about the value, so a reader without scripts finds that too.
package struct PlaceholderMark: Sendable {
  /// The full key.
  package let key: String
  let role: Role
  /// The value at the baseline, where it is another there.
  private let baseline: String?
  private let attributes: [UInt8]

  /// What a reader does with a value.
  package enum Role: String, Sendable {
    /// Replaces it; a hint stands in its place.
    case open
    /// Replaces it; an example stands in its place.
    case example
    /// Takes it: the customer's own.
    case filled
    /// Makes it.
    case secret
    /// Takes it: it is another at other scales.
    case varies
  }

  /// Creates the mark of a value.
  ///
  /// - Parameters:
  ///   - reference: the key and its view.
  ///   - role: what a reader does with it, which is the class of the element.
  ///   - baseline: the scale to compare with and its value, where that is another.
  init(_ reference: Reference, role: Role, baseline: (scale: String, text: String)?) {
    key = reference.path
    self.role = role
    self.baseline = baseline.map { "\($0.scale): \($0.text)" }
    var attributes = Array(" class=\"ph \(role.rawValue)\" data-key=\"".utf8)
    attributes += HTMLEscape.text(reference.path)
    if let view = reference.view { attributes += Array("\" data-view=\"\(view)".utf8) }
    attributes.append(UInt8(ascii: "\""))
    self.attributes = attributes
  }

  /// The anchor of what a page says about a key.
  static func anchor(of key: String) -> String { "v-\(key)" }

  /// Appends the value where a link can stand.
  ///
  /// - Parameters:
  ///   - shown: what readers see, if not the usual text.
  ///   - isFirst: whether the key has not been on the page; the keyboard stops at the first alone.
  ///   - hasNote: whether the value at the baseline stands behind it.
  ///   - out: what is appended to.
  func appendLink(
    showing shown: String,
    isFirst: Bool,
    hasNote: Bool,
    to out: inout [UInt8]
  ) {
    out += Array("<a".utf8)
    out += attributes
    out += Array(" href=\"#v-".utf8)
    out += HTMLEscape.text(key)
    out += Array((isFirst ? "\">" : "\" tabindex=\"-1\">").utf8)
    out += HTMLEscape.text(shown)
    out += Array("</a>".utf8)
    guard hasNote, let baseline else { return }
    out += Array(" <small class=\"baseline\">(".utf8)
    out += HTMLEscape.text(baseline)
    out += Array(")</small>".utf8)
  }

  /// Appends the value inside a link or a heading.
  func appendPlain(showing shown: String, to out: inout [UInt8]) {
    out += Array("<span".utf8)
    out += attributes
    out.append(UInt8(ascii: ">"))
    out += HTMLEscape.text(shown)
    out += Array("</span>".utf8)
  }
}

extension ValueEntry {
  /// What a reader does with the value; nothing where it is the project's own.
  package var role: PlaceholderMark.Role? {
    switch state {
    case .open: .open
    case .example: .example
    case .filled: .filled
    case .secret: .secret
    case .computed: hint == nil ? nil : .open
    case .fixed: nil
    }
  }
}
