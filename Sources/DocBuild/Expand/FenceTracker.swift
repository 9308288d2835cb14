internal import Text

/// Follows the fences of a Markdown text line by line, as far as placeholders need to know.
struct FenceTracker {
  /// The fence that is open.
  private var fence: Open?
  private var count = 0

  private struct Open {
    var mark: UInt8
    var length: Int
    var language: String
    var isVerbatim: Bool
  }

  var isOpen: Bool { fence != nil }
  /// Whether the flag `verbatim` is in the info string.
  var isVerbatim: Bool { fence?.isVerbatim ?? false }
  /// The first word of the info string, in lower case.
  var language: String { fence?.language ?? "" }
  /// Which fence of the text is open, from 1.
  var number: Int? { fence == nil ? nil : count }

  mutating func advance(over line: ArraySlice<UInt8>) {
    var rest = line.drop { $0.isBlank || $0 == .greaterThan }
    if fence == nil { rest = rest.drop { Self.listMarks.contains($0) } }
    guard let mark = rest.first, mark == .backtick || mark == UInt8(ascii: "~") else { return }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3 else { return }
    let info = rest.dropFirst(length)
    if let open = fence {
      if mark == open.mark, length >= open.length, info.allSatisfy(\.isBlank) { fence = nil }
    } else if mark != .backtick || !info.contains(mark) {
      let words = info.split { $0.isBlank }
      fence = Open(
        mark: mark,
        length: length,
        language: words.first.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? "",
        isVerbatim: words.dropFirst().contains { $0.elementsEqual("verbatim".utf8) }
      )
      count += 1
    }
  }

  private static let listMarks = Set("-*+0123456789.) \t".utf8)
}
