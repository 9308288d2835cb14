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
      | UInt32(PCRE2_ALLOW_EMPTY_CLASS) | UInt32(PCRE2_ALT_BSUX)
    let bytes = Array(text.utf8)
    let code = unsafe pcre2_compile_8(bytes, bytes.count, UInt32(options), &error, &offset, nil)
    guard let code = unsafe code else { return nil }
    unsafe self.code = code
    self.text = text
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// Whether the pattern occurs in a text; a match that takes too long counts as none.
  public func occurs(in text: String) -> Bool {
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else { return false }
    defer { unsafe pcre2_match_data_free_8(data) }
    guard let context = unsafe pcre2_match_context_create_8(nil) else { return false }
    defer { unsafe pcre2_match_context_free_8(context) }
    unsafe pcre2_set_match_limit_8(context, Self.limit)
    let bytes = Array(text.utf8)
    return unsafe pcre2_match_8(code, bytes, bytes.count, 0, 0, data, context) > 0
  }
}
