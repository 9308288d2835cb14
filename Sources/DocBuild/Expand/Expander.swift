internal import Diagnostics
internal import Text
internal import Values

/// Resolves the structure of a template for one set: loops, conditions and includes; a
/// placeholder becomes a mark.
package struct Expander {
  private let values: ValueTable
  let partials: [String: Template]
  var result: ExpandedText
  var diagnostics: [Diagnostic] = []
  /// The full paths that the names of the loops around stand for.
  private var scope: [String: String] = [:]
  /// The partials that are being expanded, to find one that includes itself.
  var including: [String] = []
  /// The parts of files in which the names of loops are not known.
  private let unclear: [String: [Range<Int>]]
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
      result: ExpandedText(sentinel: sentinel),
      unclear: Dictionary(
        ([template] + partials.values).map { ($0.file.path, $0.unclear) },
        uniquingKeysWith: { first, _ in first }
      )
    )
    expander.result.text.reserveCapacity(template.file.bytes.count * 2)
    expander.expand(template.items, of: template.file)
    return Outcome(expander.result, expander.diagnostics)
  }

  private init(
    values: ValueTable,
    partials: [String: Template],
    result: ExpandedText,
    unclear: [String: [Range<Int>]]
  ) {
    self.values = values
    self.unclear = unclear
    self.partials = partials
    self.result = result
  }

  mutating func expand(_ items: [Template.Item], of file: SourceFile) {
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
        addMalformed(String(decoding: file.bytes[range], as: UTF8.self), range, file)
      case .each(let path, let alias, let body, let isClosed):
        repeatBlock(body, over: path, as: alias, isClosed: isClosed, file)
      case .condition(let range, let then, let otherwise):
        // What is wrong in a branch is said, too, where its condition is wrong.
        expand(condition(range, in: file) ?? true ? then : otherwise, of: file)
      case .include(let path, let prefix): include(path, prefix, in: file)
      case .gap: addGap()
      }
    }
  }

  // MARK: Placeholders

  private mutating func expand(_ placeholder: Placeholder, in file: SourceFile) {
    let (head, tail) = split(placeholder.key)
    if head == "self", scope["self"] == nil {
      return addHole(.member(field: tail), placeholder.range, file)
    }
    let path = full(placeholder.key)
    let keyLocation = Location(path: file.path, range: placeholder.keyRange)
    guard let reference = values.reference(to: path) else {
      reportUnknown(placeholder.key, path, at: keyLocation)
      return addMalformed(placeholder.key, placeholder.range, file)
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

  /// Reports a key that nobody declares, or the name of a loop that there is not around it.
  private mutating func reportUnknown(_ key: String, _ path: String, at location: Location) {
    let (head, tail) = split(key)
    let isName = scope[head] == nil && !values.declarations.namespaces.contains(head)
    let place = location.range.lowerBound
    let isUnclear = unclear[location.path]?.contains { $0.contains(place) } ?? false
    guard !(isName && isUnclear) else { return }
    let loops = isName ? NameIndex(scope.keys.sorted()).nearest(to: head) : []
    let finding = Diagnostic.unknownKey(
      key,
      at: location,
      nearest: loops.isEmpty ? nearest(to: key, path) : loops.map { "\($0).\(tail)" }
    )
    let subject =
      isName ? .missing("\(head) in \(location.path)") : values.declarations.subject(of: path)
    diagnostics.append(finding.about(subject))
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

  private mutating func addMalformed(_ text: String, _ range: Range<Int>, _ file: SourceFile) {
    addHole(.literal(text), range, file)
    result.holes[result.holes.count - 1].isMalformed = true
  }

  private func split(_ key: String) -> (head: String, tail: String) {
    let parts = key.split(separator: ".", maxSplits: 1)
    return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
  }

  /// The path that a key means, whose first part may be the name of a loop.
  private func full(_ key: String) -> String {
    let (head, tail) = split(key)
    return scope[head].map { tail.isEmpty ? $0 : "\($0).\(tail)" } ?? key
  }

  // MARK: Blocks

  /// Marks where a block is missing.
  mutating func addGap() { result.gaps.append(result.text.bytes.count) }

  /// The longest chapter in bytes, and the most placeholders that it can have: small beside what a
  /// browser shows, large beside any guide.
  static let longest = 64 << 20
  static let mostHoles = 4_000_000

  /// Whether the chapter can still grow; reported where it grows too much.
  mutating func isSmallEnough(for location: Location) -> Bool {
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
    isClosed: Bool,
    _ file: SourceFile
  ) {
    let written = String(decoding: file.bytes[range], as: UTF8.self)
    let (head, tail) = split(written)
    let path = full(written)
    let location = Location(path: file.path, range: range)
    guard let elements = values.elements(of: path) else {
      if scope[head] == nil, !values.declarations.namespaces.contains(head), !tail.isEmpty {
        reportUnknown(written, path, at: location)
      } else {
        let near = nearestLoop(to: path)
        let finding = Diagnostic.notALoop(over: written, at: location, nearest: near)
        diagnostics.append(finding.about(values.declarations.subject(of: path)))
      }
      return addGap()
    }
    let outer = scope[alias]
    let start = result.text.bytes.count
    for element in isClosed ? elements[...] : elements.prefix(1) {
      guard isSmallEnough(for: location) else { break }
      scope[alias] = element
      expand(body, of: file)
    }
    scope[alias] = outer
    if isClosed { result.loops.append(start..<result.text.bytes.count) }
  }

  private mutating func condition(_ range: Range<Int>, in file: SourceFile) -> Bool? {
    let text = String(decoding: file.bytes[range], as: UTF8.self)
    let unknown = unknownPaths(in: text)
    guard unknown.isEmpty else {
      for use in unknown {
        let start = range.lowerBound + use.range.lowerBound
        let place = Location(path: file.path, range: start..<(start + use.range.count))
        reportUnknown(use.path, full(use.path), at: place)
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
      let path = full(use.path)
      return !path.contains("*") && values.entry(at: path) == nil
        && values.elements(of: path) == nil
    }
  }
}
