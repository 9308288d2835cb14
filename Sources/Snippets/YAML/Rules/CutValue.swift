public import Diagnostics
internal import Languages
internal import Text

extension Rule {
  /// A `#` cuts a value.
  public static let cutValue = Rule(
    "yaml/cut-value",
    .warning,
    reports: "A `#` after a space, which starts a comment and cuts off the value.",
    why: "A password or a color silently loses what follows the `#`.",
    fires: .yaml("password: correct #horse"),
    fixed: .yaml("password: \"correct #horse\"")
  )
}

extension Diagnostic {
  /// Comments that begin with a letter or digit right behind the `#`, after a text or no value.
  static func cutValues(in source: YAMLSource) -> [Diagnostic] {
    guard !source.comments.isEmpty else { return [] }
    var texts: [Int: YAMLNode] = [:]
    for node in source.tree.nodes where node.isGuessed && !node.isAlias {
      if node.text.isEmpty || PyYAML.meaning(of: node.text) == .text {
        texts[node.range.upperBound] = node
      }
    }
    return source.comments.compactMap { comment in
      let inner = source.text[comment.range].dropFirst()
      guard !comment.isGlued, let first = inner.first, first.isLetter || first.isDigit else {
        return nil
      }
      var end = comment.range.lowerBound
      while end > 0, source.text[end - 1] == 0x20 || source.text[end - 1] == 0x09 { end -= 1 }
      guard let node = texts[end] else { return nil }
      let isEmpty = node.text.isEmpty
      guard isEmpty ? source.text[..<end].last == UInt8(ascii: ":") : !inner.contains(0x20) else {
        return nil
      }
      let whole =
        (isEmpty ? comment.range.lowerBound : node.range.lowerBound)..<comment.range.upperBound
      let what = isEmpty ? "the value is empty" : "the value ends before it"
      return Diagnostic(
        .cutValue,
        at: comment.range,
        "`#` starts a comment here, so \(what); quote a string that contains ` #`",
        fixes: [.quoting(source.written(whole), at: whole)]
      )
    }
  }
}
