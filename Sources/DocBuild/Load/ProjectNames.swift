/// How names of files and folders become names of pages.
package enum ProjectNames {
  /// `20-topology` is `topology`.
  static func withoutNumber(_ name: String) -> String {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    guard rest.count < name.count, rest.first == "-", rest.count > 1 else { return name }
    return String(rest.dropFirst())
  }
}
