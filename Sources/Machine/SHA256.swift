internal import CCrypto
internal import FoundationEssentials

/// SHA-256 by OpenSSL's libcrypto; the only file that knows the library.
package enum SHA256 {
  /// Returns the digest of a text in lower-case hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }

  /// Returns the digest of a text in base 64, as a Content-Security-Policy names it.
  package static func base64(of bytes: [UInt8]) -> String {
    Data(digest(of: bytes)).base64EncodedString()
  }

  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let status = unsafe EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    precondition(status == 1 && length == 32, "libcrypto has no SHA-256")
    return digest
  }
}
