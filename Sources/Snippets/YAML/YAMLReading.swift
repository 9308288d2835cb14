internal import Diagnostics
internal import Languages
internal import Text

/// A YAML text as one program reads it: what its plain scalars turn into.
struct YAMLReading: Sendable {
  let tree: YAMLTree
  let text: [UInt8]
  /// Who reads it; nothing where that is not known.
  let reader: YAMLDialect?
  /// The plain scalars that some reader takes for something else than a text, in no order.
  let scalars: [YAMLScalar]

  init(_ tree: YAMLTree, _ text: [UInt8], by reader: YAMLDialect?) {
    self.tree = tree
    self.text = text
    self.reader = reader
    var scalars: [YAMLScalar] = []
    for document in tree.documents { YAMLScalar.collect(document, beneath: [], into: &scalars) }
    self.scalars = scalars
  }

  /// What the reader takes for something else than another reader, or than the author.
  private static let checks: [Check<YAMLReading>] = [
    Check(.sexagesimal, find: Diagnostic.sexagesimals),
    Check(.octal, find: Diagnostic.octals),
    Check(.norway, find: Diagnostic.norways),
    Check(.floatVersion, find: Diagnostic.floatVersions),
    Check(.plainDate, find: Diagnostic.dates),
    Check(.divergentScalar, find: Diagnostic.divergentScalars),
    Check(.keyType, find: Diagnostic.keysThatAreNoText),
    Check(.unknownTag, find: Diagnostic.unknownTags),
    Check(.tagValue, find: Diagnostic.tagValues),
    Check(.mergeOrder, find: Diagnostic.mergeOrders),
  ]

  /// What can be wrong with a reading.
  static let rules: [Rule] = checks.flatMap(\.rules)

  /// What is wrong with the reading.
  func findings() -> [Diagnostic] { Self.checks.flatMap { $0.findings(in: self) } }

  /// The values of mappings and elements of lists among the scalars.
  var values: [YAMLScalar] { scalars.filter { !$0.isKey } }
}

/// A plain scalar with its surroundings.
struct YAMLScalar: Sendable {
  let node: YAMLNode
  /// The keys that lead to it, the nearest last.
  let keys: [String]
  let isKey: Bool
  /// The elements of the list in which it stands; none where it stands in a mapping.
  var siblings: [YAMLNode] = []

  var text: String { node.text }

  /// Whether one of the words of the nearest key is among those given, in lower case.
  func isNamed(_ words: Set<String>) -> Bool {
    guard let key = keys.last else { return false }
    var word = ""
    var wasLower = false
    for scalar in key.unicodeScalars {
      let isUpper = "A"..."Z" ~= scalar
      if !scalar.properties.isAlphabetic || (isUpper && wasLower) {
        if words.contains(word.lowercased()) { return true }
        word = ""
      }
      if scalar.properties.isAlphabetic { word.unicodeScalars.append(scalar) }
      wasLower = "a"..."z" ~= scalar
    }
    return words.contains(word.lowercased())
  }

  /// Whether compose makes a text of whatever stands there.
  var becomesText: Bool {
    keys.dropLast().last.map {
      ["environment", "labels", "args", "annotations", "options", "driver_opts"].contains($0)
    } ?? false
  }

  /// Takes in the plain scalars in a node that are no plain words; an alias is not followed.
  static func collect(
    _ node: YAMLNode,
    beneath keys: [String],
    among siblings: [YAMLNode] = [],
    into scalars: inout [YAMLScalar]
  ) {
    guard !node.isAlias else { return }
    if node.isScalar {
      guard node.isGuessed, isNoWord(node.text) else { return }
      scalars.append(YAMLScalar(node: node, keys: keys, isKey: false, siblings: siblings))
    }
    for (key, value) in node.entries {
      if key.isGuessed, !key.isAlias, isNoWord(key.text) {
        scalars.append(YAMLScalar(node: key, keys: keys, isKey: true))
      }
      collect(value, beneath: keys + [key.text], into: &scalars)
    }
    let elements = node.elements
    for element in elements { collect(element, beneath: keys, among: elements, into: &scalars) }
  }

  /// Whether some reader takes it for something else than a text.
  private static func isNoWord(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    guard first.isDigit || "+-.~=yYnNtTfFoO".utf8.contains(first), text.utf8.count < 64 else {
      return false
    }
    return text == "=" || YAMLDialect.pyYAML.meaning(of: text) != .text
      || YAMLDialect.goYAML.meaning(of: text) != .text
  }
}

extension Diagnostic.Fix {
  /// Puts a scalar in quotes.
  static func quoting(_ text: String, at range: Range<Int>) -> Diagnostic.Fix {
    let needsSingle = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    let quoted =
      needsSingle ? "'\(text.replacing("'", with: "''"))'" : "\"\(text)\""
    return Diagnostic.Fix(
      "write `\(quoted)`",
      edits: [Diagnostic.Edit(Location(range: range), with: quoted)]
    )
  }
}
