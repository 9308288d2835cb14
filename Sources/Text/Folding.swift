internal import CUtf8proc
internal import Glibc

/// Texts as they are compared where case, accents and the way to write a character do not count.
package enum Folding {
  /// Returns a text in lower case and without marks.
  ///
  /// `GRÖSSE` and `große` are `grosse`, whether their letters are composed or not. What has a
  /// compatible form gets it: `ﬁ` is `fi`. Characters that show nothing, such as the soft hyphen,
  /// are left out.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: UTF-8; the text itself where it is none.
  package static func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let options =
      UTF8PROC_STABLE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue
      | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_STRIPMARK.rawValue | UTF8PROC_IGNORE.rawValue
    var result: UnsafeMutablePointer<UInt8>?
    let count = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe utf8proc_map(
        bytes.baseAddress,
        bytes.count,
        &result,
        utf8proc_option_t(rawValue: options)
      )
    }
    guard count >= 0, let bytes = unsafe result else { return Array(text) }
    defer { unsafe free(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
