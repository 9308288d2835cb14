internal import Diagnostics
internal import Languages

/// Turns the failures of a value against its schema into findings.
struct SchemaCheck {
  let root: TypedValue
  let rules: SchemaRules

  /// Returns the findings for what is wrong with the root, each choice reduced to what was meant.
  func findings(of verdict: SchemaValidator.Verdict) -> [Diagnostic] {
    withoutConsequences(SchemaFailure.reduced(verdict.failures).filter { $0.range != 0..<0 })
      .map(finding)
      + verdict.deprecated.filter { $0.range != 0..<0 }.map { range, deprecation in
        let place = Place(of: range, in: root)
        return .deprecatedKey(
          place.name,
          at: place.keyRange ?? range,
          reason: deprecation.reason
        )
      }
  }

  /// The failures without those that a misspelt key has caused: the key that was meant is not missing.
  private func withoutConsequences(_ failures: [SchemaFailure]) -> [SchemaFailure] {
    var meant: [Range<Int>: Set<String>] = [:]
    for failure in failures {
      guard case .unknownKey(let key, let known) = failure.reason,
        let mapping = root.innermostMapping(around: failure.range)
      else { continue }
      let siblings = Place(of: failure.range, in: root).siblings
      let near = NameIndex(known.filter { !siblings.contains($0) }).nearest(to: key)
      meant[mapping, default: []].formUnion(near.prefix(1))
    }
    guard !meant.isEmpty else { return failures }
    return failures.filter { failure in
      switch failure.reason {
      case .missingKey(let key), .missingPartner(let key, _):
        meant[failure.range]?.contains(key) != true
      case .missingOne(let keys): meant[failure.range].map { $0.isDisjoint(with: keys) } ?? true
      default: true
      }
    }
  }

  private func finding(of failure: SchemaFailure) -> Diagnostic {
    let place = Place(of: failure.range, in: root)
    let name = place.name
    let range = failure.range.isEmpty ? place.keyRange ?? place.start : failure.range
    switch failure.reason {
    case .unknownKey(let key, let known):
      return Diagnostic(
        rules.unknownKey,
        at: range,
        "unknown key `\(key)`\(place.parent(rules.nouns))",
        fixes: .replacements(
          NameIndex(known.filter { !place.siblings.contains($0) }).nearest(to: key),
          ofKey: key,
          at: range
        )
      )
    case .missingKey(let key):
      return Diagnostic(
        rules.required,
        at: place.keyRange ?? place.start,
        "missing key `\(key)`\(place.inside(rules.nouns))"
      )
    case .missingOne(let keys):
      return Diagnostic(
        rules.required,
        at: place.keyRange ?? place.start,
        "missing key \(ValueShape.list(keys))\(place.inside(rules.nouns))"
      )
    case .missingPartner(let key, let other):
      return Diagnostic(
        rules.required,
        at: place.keyRange ?? place.start,
        "missing key `\(key)`, which `\(other)` requires"
      )
    case .type(let kinds, let found):
      let wanted = ValueShape.either(kinds.map(\.words))
      let text = "expected \(wanted) for \(name), found \(found.kind.words)"
      return Diagnostic(
        rules.type,
        at: range,
        text,
        notes: notes(on: found, kinds),
        fixes: quoting(found, kinds)
      )
    case .notAmong(let values, let found):
      var words: [String] = []
      for word in values.map(\.shown) where !word.isEmpty && !words.contains(word) {
        words.append(word)
      }
      return Diagnostic(
        rules.type,
        at: range,
        "expected \(ValueShape.list(words)) for \(name), found `\(found.shown)`",
        fixes: .replacements(NameIndex(words).nearest(to: found.shown), at: range)
      )
    case .bound(let words, let found):
      let isNumber = found.number != nil
      let text =
        isNumber
        ? "expected \(words) for \(name), found \(found.shown)" : "expected \(words) in \(name)"
      return Diagnostic(isNumber ? rules.range : rules.type, at: range, text)
    case .format(let format, let found):
      return Diagnostic(
        rules.formats[format] ?? rules.type,
        at: range,
        "expected \(SchemaFormat.named[format]?.expected ?? format) for \(name), found `\(found.shown)`"
      )
    case .pattern(let pattern, let found):
      return Diagnostic(
        rules.type,
        at: range,
        "expected a string that matches `\(pattern)` for \(name), found `\(found.shown)`"
      )
    case .twice(let first):
      return Diagnostic(
        rules.type,
        at: range,
        "duplicate element in the list",
        notes: [Note("first defined here", at: Location(range: first))]
      )
    case .several(let keys) where keys.count > 1, .excluded(let keys) where keys.count > 1:
      let text =
        "expected only one of \(Self.listed(keys))\(place.inside(rules.nouns)), found \(keys.count)"
      return Diagnostic(rules.type, at: place.keyRange ?? place.start, text)
    case .excluded(let keys) where keys.count == 1:
      let text = "key `\(keys[0])` is not allowed\(place.here(rules.nouns))"
      return Diagnostic(rules.type, at: place.keyRange ?? place.start, text)
    case .several:
      let text = "\(name) matches more than one form, but the schema allows only one"
      return Diagnostic(rules.type, at: range, text)
    case .containsFew(let least):
      let text =
        "expected \(least.counted("element")) in \(name) of the kind that the schema requires"
      return Diagnostic(rules.type, at: range, text)
    case .containsMany(let most):
      let text =
        "expected at most \(most.counted("element")) in \(name) of the kind that the schema counts"
      return Diagnostic(rules.type, at: range, text)
    case .tooMuch:
      return Diagnostic(rules.type, at: range, "the schema takes too many steps to check here")
    case .never: return Diagnostic(rules.type, at: range, "\(name) is not allowed")
    case .excluded, .alternatives:
      return Diagnostic(
        rules.type,
        at: range,
        "\(name) matches none of the forms that the schema allows"
      )
    }
  }

  /// A number where a string is expected only lacks its quotes.
  private func quoting(_ found: TypedValue, _ kinds: [TypedValue.Kind]) -> [Diagnostic.Fix] {
    guard kinds.contains(.string), [.integer, .number, .boolean].contains(found.kind) else {
      return []
    }
    guard let plain = found.plain, plain.utf8.count == found.range.count else {
      return [Diagnostic.Fix("put it in quotes")]
    }
    return [.quoting(plain, at: found.range)]
  }

  /// What a scalar without quotes is read as, and that a space is missing where it is one.
  private func notes(on found: TypedValue, _ kinds: [TypedValue.Kind]) -> [Note] {
    guard let plain = found.plain, !plain.isEmpty else { return [] }
    if kinds.contains(.object), !kinds.contains(.string), Diagnostic.colon(in: plain) != nil {
      return [Note("Without a space after `:` this is one string, not a key and its value.")]
    }
    let isOther = found.kind != .string && found.kind != .null && found.shown != plain
    return isOther ? [Note("Without quotes YAML reads `\(plain)` as `\(found.shown)`.")] : []
  }

  private static func listed(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private typealias Note = Diagnostic.Note
}

/// Where in a value a range lies: the keys that lead to it.
private struct Place {
  var path: [String] = []
  /// Of the last key on the way.
  var keyRange: Range<Int>?
  /// The keys beside the last key on the way.
  var siblings: [String] = []
  /// The first byte of the value.
  var start: Range<Int>

  init(of range: Range<Int>, in root: TypedValue) {
    start = range.lowerBound..<min(range.lowerBound + 1, max(range.lowerBound, range.upperBound))
    var value = root
    descending: while true {
      for member in value.members {
        if member.keyRange == range {
          path.append(member.key)
          keyRange = member.keyRange
          siblings = value.members.map(\.key)
          return
        }
        let isInside =
          member.value.range.lowerBound <= range.lowerBound
          && range.upperBound <= member.value.range.upperBound && member.value.range != 0..<0
        guard isInside || member.value.holds(range) else { continue }
        path.append(member.key)
        keyRange = member.keyRange.isEmpty ? keyRange : member.keyRange
        if member.value.range == range { return }
        value = member.value
        continue descending
      }
      for (index, element) in value.elements.enumerated() where element.holds(range) {
        path.append(String(index + 1))
        keyRange = nil
        if element.range == range { return }
        value = element
        continue descending
      }
      return
    }
  }

  /// The value itself, in backticks.
  var name: String {
    guard let last = path.last else { return "the file" }
    if Int(last) != nil, path.count > 1 { return "element \(last) of `\(path[path.count - 2])`" }
    return "`\(last)`"
  }

  /// Where the last key is, as the end of a sentence; empty at the top.
  func parent(_ nouns: [String: String]) -> String { Self.words(for: path.dropLast(), nouns) }

  /// The place itself, as the end of a sentence; empty at the top.
  func inside(_ nouns: [String: String]) -> String { Self.words(for: path[...], nouns) }

  /// The place itself, as the end of a sentence that needs one.
  func here(_ nouns: [String: String]) -> String { path.isEmpty ? " here" : inside(nouns) }

  private static func words(for path: ArraySlice<String>, _ nouns: [String: String]) -> String {
    guard let first = path.first else { return "" }
    guard let noun = nouns[first], path.count > 1 else {
      return " in `\(path.joined(separator: "."))`"
    }
    let entry = "\(noun) `\(path[path.startIndex + 1])`"
    let rest = path.dropFirst(2).joined(separator: ".")
    return rest.isEmpty ? " in \(entry)" : " in `\(rest)` of \(entry)"
  }
}

extension TypedValue {
  /// Whether a range lies in the value or, for values around a fragment, in one of its parts.
  fileprivate func holds(_ inner: Range<Int>) -> Bool {
    guard range == 0..<0 else {
      return range.lowerBound <= inner.lowerBound && inner.upperBound <= range.upperBound
    }
    return members.contains { $0.value.holds(inner) } || elements.contains { $0.holds(inner) }
  }
}

extension TypedValue.Kind {
  /// As messages name it.
  fileprivate var words: String {
    switch self {
    case .null: "nothing"
    case .boolean: "a bool"
    case .integer: "an int"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "a mapping"
    }
  }
}
