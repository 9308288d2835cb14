internal import Languages
internal import Text

/// A variable that a word of nginx asks for.
struct NginxReference: Sendable {
  /// Without `$` and braces.
  var name: String
  /// In bytes of the text, `$` and braces included.
  var range: Range<Int>

  /// Returns the variables that a directive puts in (`ngx_http_script_compile`).
  static func all(
    of directive: NginxDirective,
    in context: NginxContext,
    _ text: [UInt8]
  ) -> [NginxReference] {
    var words = directive.arguments[...]
    switch (directive.text, context) {
    case ("if", _): words = operands(of: words)
    case ("set", _), ("auth_request_set", _): words = words.dropFirst()
    case ("rewrite", _): words = words.dropFirst()
    case ("map", _), ("split_clients", _): words = words.prefix(1)
    case ("access_log", _): break
    default:
      guard context.directive(directive.text)?.facts["variables"] != nil else { return [] }
    }
    return words.filter { !isRegularExpression($0) }.flatMap { all(in: $0.range, of: text) }
  }

  /// What follows an operator of regular expressions is none of them.
  private static func operands(of words: ArraySlice<Word>) -> ArraySlice<Word> {
    let mark = words.firstIndex { ["~", "~*", "!~", "!~*"].contains($0.text) }
    return words[..<(mark ?? words.endIndex)]
  }

  private static func isRegularExpression(_ word: Word) -> Bool { word.text.hasPrefix("~") }

  /// Returns the variables that stand in a part of a text.
  static func all(in range: Range<Int>, of text: [UInt8]) -> [NginxReference] {
    var found: [NginxReference] = []
    var index = range.lowerBound
    while let sign = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: "$")) {
      var start = sign + 1
      let isBraced = start < range.upperBound && text[start] == UInt8(ascii: "{")
      if isBraced { start += 1 }
      let name = text[start..<range.upperBound].prefix(while: \.isNameByte)
      index = max(name.endIndex, sign + 1)
      let isClosed = index < range.upperBound && text[index] == UInt8(ascii: "}")
      guard !name.isEmpty, !isBraced || isClosed else { continue }
      // What `envsubst` puts in before nginx reads the file.
      if isBraced, !name.contains(where: { 97...122 ~= $0 }) { continue }
      found.append(
        NginxReference(name: name.text.lowercased(), range: sign..<(isBraced ? index + 1 : index))
      )
    }
    return found
  }
}
