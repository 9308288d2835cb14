public import Diagnostics
internal import Languages

extension Rule {
  /// More documents than the program reads.
  public static let severalDocuments = Rule(
    "yaml/documents",
    reports: "A second document after `---` in a file of which the program reads only one.",
    why: "The program rejects the file, or ignores everything after the line.",
    fires: .variables("shop_domain: example.org\n---\nshop_search_enabled: true", of: shop),
    fixed: .variables("shop_domain: example.org\nshop_search_enabled: true", of: shop)
  )

  private static let shop = ["shop_domain\tstring", "shop_search_enabled\tbool"]
}

extension Diagnostic {
  /// The documents behind the first one.
  static func severalDocuments(in tree: YAMLTree, _ text: [UInt8]) -> [Diagnostic] {
    tree.documents.dropFirst().filter { !$0.range.isEmpty }.map { document in
      let before = text[..<document.range.lowerBound]
      let mark = before.indices.last { index in
        text[index...].starts(with: "---".utf8) && (index == 0 || text[index - 1] == 0x0A)
      }
      return Diagnostic(
        .severalDocuments,
        at: mark.map { $0..<($0 + 3) } ?? document.range,
        "expected one document, found another after `---`"
      )
    }
  }
}
