/// What docbuild made in a folder, as the manifest there lists it.
struct PublishedFiles {
  /// The paths within the folder, that of the manifest included.
  let paths: Set<String>

  /// Reads a manifest without trusting it; a file that docbuild did not write lists nothing.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - manifest: its path there.
  /// - Throws: a ``MachineFailure`` where the manifest is there and cannot be read.
  init(in folder: String, by manifest: String) throws(MachineFailure) {
    let path = "\(folder)/\(manifest)"
    guard try FileStatus.of(path)?.kind == .file else {
      paths = []
      return
    }
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    guard text.hasPrefix(Self.head), text.contains("\"outputs\":[") else {
      paths = []
      return
    }
    let pieces = text.split(separator: "{\"path\":\"", omittingEmptySubsequences: false)
    paths = Set(pieces.dropFirst().map { Self.unquoted($0) }).union([manifest])
  }

  /// Returns a manifest that lists files by their paths alone.
  static func manifest(of paths: some Sequence<String>) -> [UInt8] {
    let outputs = Set(paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { "{\"path\":\"\(quoted($0))\"}" }
    return Array("\(head)\"outputs\":[\(outputs.joined(separator: ","))]}\n".utf8)
  }

  /// What every manifest begins with.
  private static let head = "{\"version\":1,"

  /// The inside of a string of JSON.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  /// The text of a string of JSON that ends at the first quote which is not escaped.
  private static func unquoted(_ text: Substring) -> String {
    let plain: [Unicode.Scalar: Unicode.Scalar] = ["n": "\n", "r": "\r", "t": "\t"]
    var out = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst(), scalar != "\"" {
      guard scalar == "\\", let escaped = rest.popFirst() else {
        out.unicodeScalars.append(scalar)
        continue
      }
      if escaped == "u" {
        let code = UInt32(String(rest.prefix(4)), radix: 16).flatMap(Unicode.Scalar.init)
        out.unicodeScalars.append(code ?? "\u{FFFD}")
        rest = rest.dropFirst(4)
      } else {
        out.unicodeScalars.append(plain[escaped] ?? escaped)
      }
    }
    return out
  }
}
