internal import Diagnostics
internal import HTML
internal import Text

/// Checks that links by name and footnotes have a definition each, and every definition a use.
struct ReferenceCheck {
  private let document: MarkdownDocument
  private let text: MappedText
  private let definitions: [LinkDefinition]
  /// The chapter itself: what a partial defines may be for others.
  private let path: String
  private var known: Set<String> = []
  private var notes: Set<String> = []

  init(
    _ document: MarkdownDocument,
    _ text: MappedText,
    _ definitions: [LinkDefinition],
    _ path: String
  ) {
    self.document = document
    self.text = text
    self.definitions = definitions
    self.path = path
    for definition in definitions {
      if definition.isFootnote {
        notes.insert(definition.label)
      } else {
        known.insert(definition.label)
      }
    }
  }

  /// Returns what is wrong in blocks of inlines.
  func check(_ blocks: [Range<Int>]) -> [Diagnostic] {
    guard text.bytes.contains(.openBracket) else { return [] }
    var findings: [Diagnostic] = []
    var used: Set<String> = []
    var usedNotes: Set<String> = []
    for block in blocks { check(block, &used, &usedNotes, &findings) }
    return findings + duplicates + unused(used, usedNotes)
  }

  private func check(
    _ block: Range<Int>,
    _ used: inout Set<String>,
    _ usedNotes: inout Set<String>,
    _ findings: inout [Diagnostic]
  ) {
    let bytes = text.bytes
    var index = block.lowerBound
    // The brackets that are open, and those that closed last.
    var open: [Int] = []
    var last: Range<Int>?
    while index < block.upperBound {
      switch bytes[index] {
      case .backslash: index += 1
      case .backtick: index = InlineText.endOfCode(in: bytes, from: index, to: block.upperBound) - 1
      case .openBracket:
        guard !definitions.contains(where: { $0.range.lowerBound == index }) else { break }
        guard let close = InlineText.closingBracket(in: bytes, from: index, to: block.upperBound)
        else {
          open.append(index)
          break
        }
        let name = bytes[(index + 1)..<close]
        if name.first == UInt8(ascii: "^") {
          checkNote(name.dropFirst(), &usedNotes, &findings)
          index = close
          break
        }
        let label = LinkDefinition.label(of: name)
        used.insert(label)
        if let before = last, before.upperBound == index {
          check(before, index..<(close + 1), &findings)
        }
        last = index..<(close + 1)
        index = close
      case .closeBracket:
        // The end of brackets with brackets in them, such as a picture that is a link.
        last = open.popLast().map { $0..<(index + 1) }
      default: break
      }
      index += 1
    }
  }

  /// `[text][name]` without such a name.
  private func check(
    _ before: Range<Int>,
    _ reference: Range<Int>,
    _ findings: inout [Diagnostic]
  ) {
    let bytes = text.bytes
    let name = bytes[reference].dropFirst().dropLast()
    let shown = bytes[before].dropFirst().dropLast()
    let isWord = before.lowerBound > 0 && bytes[before.lowerBound - 1].endsOperand
    let label = (name.isEmpty ? shown : name).text
    guard !known.contains(LinkDefinition.label(of: name.isEmpty ? shown : name)), !isWord,
      !shown.isEmpty, !shown.isClass, !name.isClass, !isList(shown, at: name),
      let location = text.origin(of: reference)
    else { return }
    findings.append(
      .undefinedReference(
        label,
        at: location,
        nearest: NameIndex(known.sorted()).nearest(to: label)
      )
    )
  }

  /// Whether brackets with others in them are a list, with an index or nothing after it.
  private func isList(_ shown: ArraySlice<UInt8>, at name: ArraySlice<UInt8>) -> Bool {
    shown.contains(.openBracket) && name.allSatisfy(\.isDigit)
  }

  private func checkNote(
    _ name: ArraySlice<UInt8>,
    _ used: inout Set<String>,
    _ findings: inout [Diagnostic]
  ) {
    let label = LinkDefinition.label(of: name)
    used.insert(label)
    let isName = name.allSatisfy { $0.isNameByte || $0 == .hyphen || $0 >= 0x80 } && !name.isClass
    let range = (name.startIndex - 2)..<(name.endIndex + 1)
    guard isName, !name.isEmpty, !notes.contains(label), let location = text.origin(of: range)
    else {
      return
    }
    findings.append(
      .undefinedFootnote(
        name.text,
        at: location,
        nearest: NameIndex(notes.sorted()).nearest(to: label)
      )
    )
  }

  private var duplicates: [Diagnostic] {
    var first: [String: LinkDefinition] = [:]
    return definitions.compactMap { definition in
      let key = (definition.isFootnote ? "^" : "") + definition.label
      guard let other = first[key] else {
        first[key] = definition
        return nil
      }
      // A partial that is included twice defines its names twice.
      guard let location = text.origin(of: definition.range),
        let earlier = text.origin(of: other.range), location != earlier
      else { return nil }
      return .duplicateDefinition(definition.label, at: location, first: earlier)
    }
  }

  private func unused(_ used: Set<String>, _ usedNotes: Set<String>) -> [Diagnostic] {
    definitions.compactMap { definition in
      let isUsed = (definition.isFootnote ? usedNotes : used).contains(definition.label)
      guard !isUsed, let location = text.origin(of: definition.range), location.path == path else {
        return nil
      }
      return .unusedDefinition(definition.label, at: location, isFootnote: definition.isFootnote)
    }
  }
}

extension UInt8 {
  /// Whether brackets behind it are an index, as in `a[0][1]`.
  fileprivate var endsOperand: Bool {
    isNameByte || self == .closeBracket || self == .closeParenthesis || self == .dollar
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is what brackets hold in a pattern, such as `a-z` or `^0-9`.
  fileprivate var isClass: Bool {
    let letters = first == UInt8(ascii: "^") ? dropFirst() : self[...]
    guard letters.count > 2, let start = letters.first else { return false }
    return start.isLetterOrDigit && letters.dropFirst().first == .hyphen
      && letters.dropFirst(2).first?.isLetterOrDigit == true
      && (letters.count == 3 || letters.dropFirst(4).first == .hyphen)
  }
}
