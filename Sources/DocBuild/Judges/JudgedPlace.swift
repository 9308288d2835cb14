package import Diagnostics
internal import Text

/// A file of a server of a set.
package struct JudgedPlace: Hashable, Sendable {
  package var set: SetID
  package var host: String
  package var group: String
  package var path: String

  /// Creates the place of a file.
  package init(set: SetID, host: String, group: String, path: String) {
    self.set = set
    self.host = host
    self.group = group
    self.path = path
  }

  /// `HOST/PATH`, as patterns and messages name it.
  package var name: String { "\(host)/\(path)" }

  /// The folder of the set beneath the working folder.
  package var folder: String {
    self.set.customer.map { "\($0)-\(self.set.scale)" } ?? self.set.scale
  }
}

extension Checker {
  /// Whether a file is one of those that the checker judges.
  package func judges(_ place: JudgedPlace) -> Bool {
    guard case .files(let patterns) = judges else { return false }
    return patterns.contains { place.matches($0) }
  }
}

extension JudgedPlace {
  /// Whether a pattern means `HOST/PATH` or `PATH`.
  package func matches(_ pattern: String) -> Bool {
    Glob.matches(pattern, name) || Glob.matches(pattern, path)
  }
}

extension VerifyConfig {
  /// Returns why nothing judges a file; nothing where the project does not say.
  package func reason(for place: JudgedPlace) -> String? {
    unjudged.first { $0.patterns.contains { place.matches($0) } }?.reason
  }
}
