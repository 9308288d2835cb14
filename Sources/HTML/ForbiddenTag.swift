internal import Text

/// The tags that GFM does not pass on (the extension “disallowed raw HTML”): their bracket becomes
/// text.
package enum ForbiddenTag {
  private static let names: [[UInt8]] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ].map { Array($0.utf8) }

  /// Whether a text begins with such a tag, as browsers read it: `<script/x>` is one, too.
  package static func begins(in tag: ArraySlice<UInt8>) -> Bool {
    var rest = tag.dropFirst()
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    return names.contains { name in
      let written = rest.prefix(name.count)
      guard written.count == name.count, zip(written, name).allSatisfy({ $0 | 0x20 == $1 }),
        let next = rest.dropFirst(name.count).first
      else { return false }
      return next.endsTagName
    }
  }
}
