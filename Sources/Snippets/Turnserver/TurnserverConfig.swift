internal import Diagnostics
internal import Languages
internal import Text

extension Format {
  /// turnserver.conf of coturn.
  static let turnserver = Format(
    rules: [.turnserverUnknownKey, .turnserverVersion, .turnserverType],
    checks: [
      Check(.turnserverConflict, .turnserverIncomplete, find: Diagnostic.turnserverConflicts),
      Check(.turnserverPorts, find: Diagnostic.turnserverPorts),
      Check(.turnserverCertificate, find: Diagnostic.turnserverCertificates),
      Check(.turnserverDuplicate, find: Diagnostic.turnserverDuplicates),
    ],
    facts: .turnserver
  ) { reading in
    let config = reading.read(by: TurnserverConfig.init)
    return Outcome(config, config.findings)
  }
}

/// A turnserver.conf, read as coturn does (`read_config_file` of mainrelay.c).
struct TurnserverConfig {
  /// An option; its value, where there is one, is the rest of the line.
  struct Option {
    var name: Word
    var value: Word?
  }

  let options: [Option]

  init(_ text: [UInt8]) {
    options = text.physicalLines.compactMap { Self.option(in: text, $0) }
  }

  /// Blanks, tabs and `=` part a name from its value, which may stand in double quotes.
  private static func option(in text: [UInt8], _ line: Range<Int>) -> Option? {
    let content = line.drop { text[$0].isBlank }
    var end = content.upperBound
    while end > content.lowerBound, text[end - 1].isBlank { end -= 1 }
    let trimmed = content.lowerBound..<end
    guard let first = trimmed.first, text[first] != UInt8(ascii: "#") else { return nil }
    let isSeparator = { (byte: UInt8) in byte.isBlank || byte == UInt8(ascii: "=") }
    let nameEnd = trimmed.first { isSeparator(text[$0]) } ?? trimmed.upperBound
    let name = trimmed.lowerBound..<nameEnd
    let rest = (nameEnd..<trimmed.upperBound).drop { isSeparator(text[$0]) }
    var value: Word?
    if !rest.isEmpty {
      var inner = rest
      if text[rest.lowerBound] == UInt8(ascii: "\"") {
        inner = inner.dropFirst()
        if let last = inner.last, text[last] == UInt8(ascii: "\"") { inner = inner.dropLast() }
      }
      value = Word(text: text[inner].text, range: rest, isQuoted: inner != rest)
    }
    return Option(name: Word(text: text[name].text, range: name), value: value)
  }

  /// The options of a name, in the order of the text.
  func options(_ name: String) -> [Option] { options.filter { $0.name.text == name } }

  /// The option that counts, the last of its name.
  func option(_ name: String) -> Option? { options(name).last }

  /// Whether a flag is set: no value, or one that begins as `yes`, `true`, `on` or a number do.
  func isSet(_ name: String) -> Bool {
    guard let option = option(name) else { return false }
    guard let value = option.value?.text.lowercased(), let first = value.first else { return true }
    return !"0nf".contains(first) && value != "off"
  }

  /// What is wrong with each option by itself.
  var findings: [Diagnostic] { options.flatMap(findings) }

  private func findings(of option: Option) -> [Diagnostic] {
    guard let directive = TurnserverTable.all.directive(option.name.text) else {
      return [.turnserverUnknown(option.name)]
    }
    if let version = directive.facts["removed"] {
      return [.turnserverRemoved(option.name, in: version, because: directive.facts["why"])]
    }
    if let value = option.value, let finding = Diagnostic.turnserverValue(value, of: directive) {
      return [finding]
    }
    return DirectiveRules.turnserver.findings(
      in: option.value.map { [$0] } ?? [],
      of: directive,
      at: option.name
    )
  }
}

extension DirectiveRules {
  static let turnserver = DirectiveRules(
    unknownKey: .turnserverUnknownKey,
    type: .turnserverType
  )
}
