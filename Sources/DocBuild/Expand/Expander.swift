internal import Diagnostics
internal import Text
internal import Values

/// Resolves the structure of a template for one set: loops, conditions and includes; a
/// placeholder becomes a mark.
package struct Expander {
  private let values: ValueTable
  private let partials: [String: Template]
  private var result: ExpandedText
  private var diagnostics: [Diagnostic] = []
  /// The full paths that the names of the loops around stand for.
  private var scope: [String: String] = [:]
  /// The partials that are being expanded, to find one that includes itself.
  private var including: [String] = []
  /// Whether the chapter has grown beyond what is read.
  private var isTooLarge = false

  /// Returns a chapter for a set.
  ///
  /// - Parameters:
  ///   - template: the chapter.
  ///   - values: the values of the set.
  ///   - partials: what can be included, by path within the project.
  ///   - sentinel: the marks to use.
  /// - Returns: the expanded text, and what is wrong with its placeholders and blocks.
  static func expand(
    _ template: Template,
    with values: ValueTable,
    partials: [String: Template],
    sentinel: Sentinel
  ) -> Outcome<ExpandedText> {
    var expander = Expander(
      values: values,
      partials: partials,
      result: ExpandedText(sentinel: sentinel)
    )
    expander.result.text.reserveCapacity(template.file.bytes.count * 2)
    expander.expand(template.items, of: template.file)
    return Outcome(expander.result, expander.diagnostics)
  }

  private init(values: ValueTable, partials: [String: Template], result: ExpandedText) {
    self.values = values
    self.partials = partials
    self.result = result
  }

  private mutating func expand(_ items: [Template.Item], of file: SourceFile) {
    for item in items {
      switch item {
      case .text(let range): result.text.append(copying: range, of: file)
      case .lineBreak(let range):
        result.text.append([.lineFeed], standingFor: Location(path: file.path, range: range))
      case .placeholder(let placeholder): expand(placeholder, in: file)
      case .escaped(let range):
        let text = file.bytes[range.dropFirst()]
        addHole(.literal(String(decoding: text, as: UTF8.self)), range, file)
      case .malformed(let range):
        addHole(.literal(String(decoding: file.bytes[range], as: UTF8.self)), range, file)
        result.holes[result.holes.count - 1].isMalformed = true
      case .each(let path, let alias, let body): repeatBlock(body, over: path, as: alias, file)
      case .condition(let range, let then, let otherwise):
        // What is wrong in a branch is said, too, where its condition is wrong.
        expand(condition(range, in: file) ?? true ? then : otherwise, of: file)
      case .include(let path, let prefix): include(path, prefix, in: file)
      }
    }
  }

  // MARK: Placeholders

  private mutating func expand(_ placeholder: Placeholder, in file: SourceFile) {
    let (head, tail) = split(placeholder.key)
    if head == "self", scope["self"] == nil {
      return addHole(.member(field: tail), placeholder.range, file)
    }
    let path = scope[head].map { tail.isEmpty ? $0 : "\($0).\(tail)" } ?? placeholder.key
    let keyLocation = Location(path: file.path, range: placeholder.keyRange)
    guard let reference = values.reference(to: path) else {
      diagnostics.append(
        .unknownKey(placeholder.key, at: keyLocation, nearest: nearest(to: placeholder.key, path))
      )
      return result.text.append(
        file.bytes[placeholder.keyRange],
        standingFor: Location(path: file.path, range: placeholder.range)
      )
    }
    if let entry = values.entry(at: reference.path), let view = reference.view, !entry.isStandIn,
      case .failure(.notWhole) = entry.value.printed(as: entry.declaration.type.kind, view: view)
    {
      let value = entry.value.plainText
      diagnostics.append(.brokenView(view, of: reference.path, value, at: keyLocation))
    }
    if let hint = placeholder.hint {
      checkHint(hint, of: reference, at: Location(path: file.path, range: placeholder.hintRange))
    }
    addHole(.value(reference), placeholder.range, file)
  }

  private mutating func checkHint(_ hint: String, of reference: Reference, at location: Location) {
    guard let declaration = values.declaration(of: reference.path),
      let declared = values.hint(of: reference.path), declared != hint
    else { return }
    diagnostics.append(
      .conflictingHint(
        hint,
        of: reference.path,
        at: location,
        declared: declared,
        declaration.location
      )
    )
  }

  private func nearest(to key: String, _ path: String) -> [String] {
    let found = values.nearest(to: path)
    let (head, _) = split(key)
    guard let full = scope[head] else { return found }
    return found.map { $0.hasPrefix(full + ".") ? head + $0.dropFirst(full.count) : $0 }
  }

  private mutating func addHole(_ content: Hole.Content, _ range: Range<Int>, _ file: SourceFile) {
    let location = Location(path: file.path, range: range)
    result.text.append(result.sentinel.bytes(for: result.holes.count), standingFor: location)
    result.holes.append(Hole(content: content, location: location))
  }

  private func split(_ key: String) -> (head: String, tail: String) {
    let parts = key.split(separator: ".", maxSplits: 1)
    return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
  }

  // MARK: Blocks

  /// The longest chapter in bytes, and the most placeholders that it can have: small beside what a
  /// browser shows, large beside any guide.
  static let longest = 64 << 20
  static let mostHoles = 4_000_000

  /// Whether the chapter can still grow; reported where it grows too much.
  private mutating func isSmallEnough(for location: Location) -> Bool {
    guard !isTooLarge else { return false }
    isTooLarge = result.text.bytes.count > Self.longest || result.holes.count > Self.mostHoles
    if isTooLarge { diagnostics.append(.tooLargeExpansion(at: location)) }
    return !isTooLarge
  }

  /// The groups and lists whose name is near to a path.
  private func nearestLoop(to path: String) -> [String] {
    let declarations = values.declarations
    let lists = declarations.order.filter { declarations.keys[$0]?.type.isList == true }
    return NameIndex(["servers"] + declarations.groups.map { "servers.\($0.id)" } + lists)
      .nearest(to: path)
  }

  private mutating func repeatBlock(
    _ body: [Template.Item],
    over range: Range<Int>,
    as alias: String,
    _ file: SourceFile
  ) {
    let written = String(decoding: file.bytes[range], as: UTF8.self)
    let (head, tail) = split(written)
    let path = scope[head].map { tail.isEmpty ? $0 : "\($0).\(tail)" } ?? written
    let location = Location(path: file.path, range: range)
    guard let elements = values.elements(of: path) else {
      diagnostics.append(.notALoop(over: written, at: location, nearest: nearestLoop(to: path)))
      return
    }
    let outer = scope[alias]
    let start = result.text.bytes.count
    for element in elements {
      guard isSmallEnough(for: location) else { break }
      scope[alias] = element
      expand(body, of: file)
    }
    scope[alias] = outer
    result.loops.append(start..<result.text.bytes.count)
  }

  private mutating func condition(_ range: Range<Int>, in file: SourceFile) -> Bool? {
    let text = String(decoding: file.bytes[range], as: UTF8.self)
    let unknown = unknownPaths(in: text)
    guard unknown.isEmpty else {
      for use in unknown {
        let start = range.lowerBound + use.range.lowerBound
        let place = Location(path: file.path, range: start..<(start + use.range.count))
        diagnostics.append(
          .unknownKey(use.path, at: place, nearest: nearest(to: use.path, use.path))
        )
      }
      return nil
    }
    switch values.condition(text, scope: scope) {
    case .success(let holds): return holds
    case .failure(let mistake):
      let start = range.lowerBound + mistake.range.lowerBound
      let place = start..<min(range.upperBound, start + mistake.range.count)
      diagnostics.append(
        .malformedPlaceholder(at: Location(path: file.path, range: place), mistake.message)
      )
      return nil
    }
  }

  /// The keys of a condition that nobody declares; one with `*` is left to the expression.
  private func unknownPaths(in condition: String) -> [Expression.PathUse] {
    guard case .success(let expression) = Expression.parse(condition) else { return [] }
    return expression.paths.filter { use in
      let (head, tail) = split(use.path)
      let path = scope[head].map { tail.isEmpty ? $0 : "\($0).\(tail)" } ?? use.path
      return !path.contains("*") && values.entry(at: path) == nil
        && values.elements(of: path) == nil
    }
  }

  // MARK: Includes

  private mutating func include(_ range: Range<Int>, _ prefix: Range<Int>, in file: SourceFile) {
    let path = String(decoding: file.bytes[range], as: UTF8.self)
    let location = Location(path: file.path, range: range)
    guard let partial = partials[path] else {
      let near = nearestPartial(to: path)
      diagnostics.append(.missingInclude(path, at: location, nearest: near))
      return
    }
    guard !including.contains(path) else {
      diagnostics.append(.includeCycle(including + [path], at: location))
      return
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
