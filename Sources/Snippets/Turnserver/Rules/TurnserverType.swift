internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let turnserverType = Rule(
    "turnserver/type",
    reports:
      "A value that coturn does not accept, or an option without the value that it requires.",
    why: "Coturn silently reads a malformed number as 0, and stops at a wrong address.",
    fires: .turnserver("denied-peer-ip=10.0.0.0/8"),
    fixed: .turnserver("denied-peer-ip=10.0.0.0-10.255.255.255")
  )
}

extension Diagnostic {
  /// Mistakes that many make, said in their own words; nothing for the others.
  static func turnserverValue(
    _ value: Word,
    of directive: DirectiveTable.Directive
  ) -> Diagnostic? {
    if directive.name.hasSuffix("-peer-ip"),
      let range = AddressRange.range(ofNetwork: value.text)
    {
      return Diagnostic(
        .turnserverType,
        at: value.range,
        "expected an address or a range with `-` for `\(directive.name)`, found a network",
        fixes: .replacements([range], at: value.range)
      )
    }
    let bytes = Array(value.text.utf8)
    let mark = bytes.indices.dropFirst().first {
      bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1].isBlank
    }
    guard let mark else { return nil }
    let start = value.range.lowerBound + (value.isQuoted ? 1 : 0) + mark
    return Diagnostic(
      .turnserverType,
      at: start..<value.range.upperBound,
      "expected the comment on a line of its own; coturn reads it as part of the value of `\(directive.name)`"
    )
  }
}
