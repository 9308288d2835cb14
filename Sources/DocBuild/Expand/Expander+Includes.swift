internal import Diagnostics
internal import Text

extension Expander {
  mutating func include(_ range: Range<Int>, _ prefix: Range<Int>, in file: SourceFile) {
    let path = String(decoding: file.bytes[range], as: UTF8.self)
    let location = Location(path: file.path, range: range)
    guard let partial = partials[path] else {
      let near = nearestPartial(to: path)
      diagnostics.append(.missingInclude(path, at: location, nearest: near))
      return addGap()
    }
    guard !including.contains(path) else {
      diagnostics.append(.includeCycle(including + [path], at: location))
      return addGap()
    }
    guard isSmallEnough(for: location) else { return }
    including.append(path)
    defer { including.removeLast() }
    guard !prefix.isEmpty else {
      let start = result.text.bytes.count
      expand(partial.items, of: partial.file)
      return endLine(of: partial.file, from: start)
    }
    let outer = result
    result = ExpandedText(holes: outer.holes, sentinel: outer.sentinel)
    expand(partial.items, of: partial.file)
    endLine(of: partial.file, from: 0)
    let inner = result
    result = outer
    result.holes = inner.holes
    // What is missing inside of it is somewhere in it.
    result.gaps += inner.gaps.map { _ in outer.text.bytes.count }
    indent(inner.text, by: Location(path: file.path, range: prefix), file)
  }

  private func nearestPartial(to path: String) -> [String] {
    let name = path.split(separator: "/").last ?? ""
    let known = partials.keys.sorted()
    let same = known.filter { $0 == "partials/\(path)" || $0.hasSuffix("/\(name)") }
    return same.isEmpty ? NameIndex(known).nearest(to: path) : Array(same.prefix(3))
  }

  /// A partial is made of lines: what follows it does not go on in its last one.
  private mutating func endLine(of partial: SourceFile, from start: Int) {
    guard result.text.bytes.count > start, result.text.bytes.last != .lineFeed else { return }
    let end = Location(path: partial.path, range: partial.bytes.count..<partial.bytes.count)
    result.text.append([.lineFeed], standingFor: end)
  }

  private mutating func indent(_ text: MappedText, by prefix: Location, _ file: SourceFile) {
    let bytes = text.bytes
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      result.text.append(file.bytes[prefix.range], standingFor: prefix)
      result.text.append(start..<end, of: text)
      start = end
    }
  }
}
