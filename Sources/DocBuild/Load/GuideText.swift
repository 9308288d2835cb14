internal import Diagnostics
internal import Text

/// Reads the bytes of a Markdown file as what they must be: UTF-8 without control characters.
enum GuideText {
  /// From how many wrong bytes on one finding stands for all: the file is hardly text.
  private static let many = 20

  /// Returns the text of a file, and what is wrong with its bytes.
  ///
  /// - Parameters:
  ///   - path: the path that findings carry.
  ///   - bytes: the file.
  /// - Returns: the file; one in another encoding is decoded, so that its lines and columns are
  ///   those of an editor and everything else in it is checked, too.
  static func read(path: String, _ bytes: [UInt8]) -> Outcome<SourceFile> {
    if let encoding = ForeignEncoding(of: bytes) {
      let file = SourceFile(path: path, bytes: encoding.decoded(bytes))
      let isWide = encoding != .latin1 && encoding != .windows1252
      let first = isWide ? 0 : file.bytes.firstIndex { $0 >= 0x80 } ?? 0
      let end = first + (isWide ? 0 : file.bytes[first...].prefix { $0 >= 0x80 }.count)
      let place = Location(path: path, range: first..<end)
      return Outcome(file, [.foreignEncoding(encoding.rawValue, at: place)])
    }
    let file = SourceFile(path: path, bytes: bytes)
    let invalid = UTF8Faults(in: bytes).ranges.map { range in
      Diagnostic.invalidByte(bytes[range.lowerBound], at: Location(path: path, range: range))
    }
    let controls = bytes.indices.filter { isControl(bytes[$0]) }.map { place -> Diagnostic in
      let location = Location(path: path, range: place..<(place + 1))
      return Diagnostic.controlCharacter(bytes[place], at: location)
    }
    var found = (invalid + controls).sorted {
      $0.location.range.lowerBound < $1.location.range.lowerBound
    }
    if found.count > many {
      found[0].notes.append(.init("The file has \(found.count - 1) more such bytes."))
      found.removeLast(found.count - 1)
    }
    return Outcome(file, found)
  }

  /// Control characters but tabs, line ends and form feeds, as HTML forbids them.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0A ~= byte || 0x0C...0x0D ~= byte) || byte == 0x7F
  }
}
