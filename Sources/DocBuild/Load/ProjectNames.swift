/// How names of files and folders become names of pages.
package enum ProjectNames {
  /// `20-topology` is `topology`; a date such as `2026-11-30` stays.
  static func withoutNumber(_ name: String) -> String {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    guard rest.count < name.count, rest.first == "-", rest.count > 1 else { return name }
    let next = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let isDate = name.count - rest.count == 4 && next.count == 2
    return isDate ? name : String(rest.dropFirst())
  }

  /// Returns the title of a folder that has no other: `getting-started` is `Getting started`.
  package static func title(ofFolder name: String) -> String {
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Returns the name of the customer of an overlay: that of its file before the first dot.
  static func customer(ofFile path: String) -> String {
    String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
  }
}
