internal import Text

/// The path of a file on a server, as `file=` of a fence gives it.
enum FencePath {
  /// The longest name of a file or folder, in bytes, on the file systems of Linux.
  private static let longestName = 255
  /// The longest path in bytes; Linux takes 4,096 with the folder that it is extracted to.
  private static let longest = 2048

  /// Returns the path without a leading `/`, or what was expected.
  static func read(_ written: String) -> Result<String, Mistake> {
    let parts = written.split(separator: "/").map(String.init)
    guard !parts.isEmpty, !written.hasSuffix("/") else {
      return .failure(Mistake("expected the path of a file, found `\(written)`"))
    }
    guard !parts.contains("..") else {
      return .failure(Mistake("expected a path without `..`, found `\(written)`"))
    }
    guard !parts.contains(".") else {
      return .failure(Mistake("expected a path without `.` as a name, found `\(written)`"))
    }
    if let scalar = written.unicodeScalars.first(where: \.isInvisible) {
      let name = String(scalar.value, radix: 16, uppercase: true)
      return .failure(Mistake("expected a path without control characters, found U+\(name)"))
    }
    if hasBackslash(written) {
      return .failure(Mistake("expected `/` between folders, found `\\` in `\(written)`"))
    }
    if let part = parts.first(where: { $0.utf8.count > longestName }) {
      return .failure(
        Mistake(
          "expected names of at most \(longestName) bytes, found one of \(part.utf8.count)"
        )
      )
    }
    guard written.utf8.count <= longest else {
      return .failure(
        Mistake("expected a path of at most \(longest) bytes, found \(written.utf8.count)")
      )
    }
    return .success(parts.joined(separator: "/"))
  }

  /// What was expected of a path.
  struct Mistake: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }

  /// Whether a path holds a backslash that is none of systemd's escapes, such as `\x2d`.
  private static func hasBackslash(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    return bytes.indices.contains { index in
      guard bytes[index] == .backslash else { return false }
      let escape = bytes[(index + 1)...].prefix(3)
      return escape.count < 3 || escape.first != UInt8(ascii: "x")
        || !escape.dropFirst().allSatisfy(\.isHexadecimal)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: true
    default: value == 0xFFFD
    }
  }
}
