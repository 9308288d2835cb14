/// How names of files and folders become names of pages.
package enum ProjectNames {
  /// `20-topology` is `topology`.
  static func withoutNumber(_ name: String) -> String {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    guard rest.count < name.count, rest.first == "-", rest.count > 1 else { return name }
    return String(rest.dropFirst())
  }

  /// Returns the name of the customer of an overlay: that of its file before the first dot.
  static func customer(ofFile path: String) -> String {
    String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
  }
}
