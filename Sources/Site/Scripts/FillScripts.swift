internal import Diagnostics
internal import DocBuild
internal import FoundationEssentials

/// The files of servers in a form that a reader's browser can put values into: pages opened from
/// disk can read nothing but scripts.
///
/// Each server has a script with a call, `docbuildFill.files("HOST","…")`: a JSON object of texts by
/// path, deflated and in base 64. Where a text prints a value that is the reader's to give, it has
/// the marks of ``SnippetText/Purpose/fill``.
package enum FillScripts {
  /// The folder of the scripts within a set.
  package static let folder = "assets/fill"

  /// Returns the scripts of a set; none where no value is left to give.
  package static func files(of set: SiteSet) -> [(path: String, bytes: [UInt8])] {
    guard set.values.hasOpenValues else { return [] }
    return PlacedFile.byServer(set.compiled.files(for: .fill)).map { host, texts in
      let object = JSONText.object(
        texts.map { ($0.path, JSONText.string(String(decoding: $0.bytes, as: UTF8.self))) }
      )
      let packed = Data(Deflate.compress(Array(object.utf8))).base64EncodedString()
      let call = "docbuildFill.files(\(JSONText.string(host)),\"\(packed)\");\n"
      return ("\(folder)/\(host).js", Array(call.utf8))
    }
  }
}
