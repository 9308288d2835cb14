internal import CZlib
internal import DocBuild

/// Compression by zlib; the only file that knows the library.
package enum Deflate {
  /// Returns bytes compressed in zlib's format (RFC 1950), which browsers call `deflate`.
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(length))
    let status = unsafe compress2(&out, &length, bytes, uLong(bytes.count), 6)
    precondition(status == Z_OK, "zlib needs more space than it asked for")
    return Array(out.prefix(Int(length)))
  }
}
