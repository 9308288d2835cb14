internal import Diagnostics
package import Machine

extension RequestMistake {
  /// A name that the project does not have.
  ///
  /// - Parameters:
  ///   - noun: what it is the name of, such as `scale`.
  ///   - name: as it was given.
  ///   - known: the names that there are, in their order.
  /// - Returns: the mistake, with the nearest name, or all of them.
  package static func unknown(
    _ noun: String,
    _ name: String,
    among known: [String]
  ) -> RequestMistake {
    let near = NameIndex(known).nearest(to: name)
    let help: String
    if let first = near.first {
      help = "did you mean `\(first)`?"
    } else if known.isEmpty {
      help = "the project has none"
    } else {
      help = "expected " + known.map { "`\($0)`" }.joined(separator: ", ")
    }
    return RequestMistake("unknown \(noun) `\(name)`; \(help)")
  }
}
