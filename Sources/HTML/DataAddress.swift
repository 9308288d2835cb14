internal import FoundationEssentials

/// An address that holds a file itself, so that nothing has to be loaded.
package enum DataAddress {
  private static let scheme = "data:"

  /// Whether an address is of this kind.
  package static func isOne(_ address: String) -> Bool { address.hasPrefix(scheme) }

  /// Returns the address of a file: pictures say what they are, browsers save everything else.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - path: its ending tells the kind.
  /// - Returns: the address, in base 64.
  package static func address(of bytes: [UInt8], named path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let kind = pictures[ending] ?? "application/octet-stream"
    return "\(scheme)\(kind);base64,\(Data(bytes).base64EncodedString())"
  }

  private static let pictures = [
    "avif": "image/avif", "gif": "image/gif", "ico": "image/x-icon", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml", "webp": "image/webp",
  ]
}
