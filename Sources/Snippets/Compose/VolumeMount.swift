internal import Text

/// The short form of a mount, `[source:]target[:options]`, as compose-go reads it
/// (`format/volume.go`).
struct VolumeMount: Sendable {
  /// The path of the host or the name of a volume; nothing for an anonymous volume.
  var source: String?
  var target = ""
  /// What stands behind the second colon, parted by commas.
  var options: [String] = []
  /// What was expected where the text cannot be taken apart.
  var mistake: String?

  /// Options that are read; others are dropped without a word.
  static let knownOptions = [
    "ro", "rw", "nocopy", "z", "Z", "private", "rprivate", "shared", "rshared", "slave", "rslave",
  ]

  /// Reads a short form; a colon in a variable's braces parts nothing.
  init(_ text: String) {
    let parts = Self.parts(of: Array(text.utf8))
    guard !parts.contains("") else {
      mistake =
        text.isEmpty
        ? "expected a path or a name" : "expected a path or a name on each side of `:`"
      return
    }
    switch parts.count {
    case 1: target = parts[0]
    case 2, 3:
      source = parts[0]
      target = parts[1]
      if parts.count == 3 { options = parts[2].split(separator: ",").map(String.init) }
    default: mistake = "expected a source, a target and options with `:` between them"
    }
    if mistake == nil, !isPath(target), !target.contains("$") {
      mistake = "expected an absolute path in the container"
    }
  }

  /// Whether the source is a path of the host, not the name of a volume.
  var isBind: Bool { source.map { "./~\\".contains($0.prefix(1)) || isDrive($0) } ?? false }

  private func isPath(_ text: String) -> Bool { text.hasPrefix("/") || isDrive(text) }

  private func isDrive(_ text: String) -> Bool {
    text.utf8.count > 1 && text.utf8.dropFirst().first == UInt8(ascii: ":")
  }

  private static func parts(of text: [UInt8]) -> [String] {
    var parts: [[UInt8]] = [[]]
    var braces = 0
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "{"), index > 0, text[index - 1] == UInt8(ascii: "$") { braces += 1 }
      if byte == UInt8(ascii: "}"), braces > 0 { braces -= 1 }
      let part = parts[parts.count - 1]
      let isDrive = part.count == 1 && part[0].isLetter
      if byte == UInt8(ascii: ":"), braces == 0, !isDrive {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }
}
