internal import CPCRE2

/// A regular expression that users write, in ECMAScript's sense, unanchored.
///
/// PCRE2 bounds the work of a match, so that no pattern can hang a build.
@safe public final class Pattern: Sendable {
  /// As it is written.
  public let text: String
  // The compiled code is never changed after its creation; matching writes to its own data.
  nonisolated(unsafe) private let code: OpaquePointer

  /// The steps after which a match gives up.
  private static let limit: UInt32 = 200_000

  /// Compiles a pattern; nothing where it is not a regular expression.
  public init?(_ text: String) {
    var error: Int32 = 0
    var offset = 0
    let options =
      PCRE2_UTF | UInt32(PCRE2_DOLLAR_ENDONLY) | UInt32(PCRE2_MATCH_UNSET_BACKREF)
      | UInt32(PCRE2_ALLOW_EMPTY_CLASS)
    guard let translated = PatternTranslation.translate(text) else { return nil }
    let bytes = Array(translated.utf8)
    let code = unsafe pcre2_compile_8(bytes, bytes.count, UInt32(options), &error, &offset, nil)
    guard let code = unsafe code else { return nil }
    unsafe self.code = code
    self.text = text
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// The texts that the pattern spells out, for one of the form `^one$` or `^(one|other)$`; nothing
  /// for others.
  public var alternatives: [String]? {
    guard text.hasPrefix("^"), text.hasSuffix("$") else { return nil }
    var inner = text.dropFirst().dropLast()
    if inner.hasPrefix("("), inner.hasSuffix(")") {
      inner = inner.dropFirst(inner.hasPrefix("(?:") ? 3 : 1).dropLast()
    } else if inner.contains("|") {
      return nil
    }
    let isPlain = inner.utf8.allSatisfy { byte in
      byte.isLetterOrDigit || [0x2D, 0x5F, 0x7C].contains(byte)
    }
    return isPlain && !inner.isEmpty ? inner.split(separator: "|").map(String.init) : nil
  }

  /// Whether the pattern occurs in a text; a match that takes too long counts as none.
  public func occurs(in text: String) -> Bool { match(Array(text.utf8)) != nil }

  /// Returns what the first group of the pattern matches at its first place in a text, or nothing.
  public func firstGroup(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let group = match(bytes)?.group else { return nil }
    return String(decoding: bytes[group], as: UTF8.self)
  }

  /// The first match in a text, with the range of its first group where that took part.
  private func match(_ bytes: [UInt8]) -> (group: Range<Int>?, Void)? {
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else { return nil }
    defer { unsafe pcre2_match_data_free_8(data) }
    guard let context = unsafe pcre2_match_context_create_8(nil) else { return nil }
    defer { unsafe pcre2_match_context_free_8(context) }
    unsafe pcre2_set_match_limit_8(context, Self.limit)
    let count = unsafe pcre2_match_8(code, bytes, bytes.count, 0, 0, data, context)
    guard count > 0 else { return nil }
    guard count > 1, let ends = unsafe pcre2_get_ovector_pointer_8(data) else { return (nil, ()) }
    let (start, end) = unsafe (ends[2], ends[3])
    return (start <= end && end <= bytes.count ? start..<end : nil, ())
  }
}
