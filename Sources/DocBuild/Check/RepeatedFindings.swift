internal import Diagnostics

/// Tells once what a whole project does the same way, as one that comes from another program does.
enum RepeatedFindings {
  private static let rules: Set<String> = [Rule.undeclaredKey.id, Rule.foreignAttribute.id]

  /// Returns findings with the first place alone of those that are repeated, and how many others
  /// there are.
  static func merged(_ findings: [Diagnostic]) -> [Diagnostic] {
    var merged: [Diagnostic] = []
    var first: [[String]: Int] = [:]
    var places: [[String]: Set<Location>] = [:]
    for finding in findings {
      let key = [finding.rule, finding.message]
      guard rules.contains(finding.rule) else {
        merged.append(finding)
        continue
      }
      places[key, default: []].insert(finding.location)
      guard let place = first[key] else {
        first[key] = merged.count
        merged.append(finding)
        continue
      }
      let sets = merged[place].sets + finding.sets
      if finding.location.isBefore(merged[place].location) { merged[place] = finding }
      merged[place].sets = sets
    }
    for (key, place) in first {
      guard let all = places[key], all.count > 1 else { continue }
      let files = Set(all.map(\.path)).count
      let places = all.count == 2 ? "1 more place" : "\(all.count - 1) more places"
      let extent = files == 1 ? "this file" : "\(files) files"
      merged[place].notes.append(.init("It is at \(places) in \(extent)."))
    }
    return merged
  }
}

extension Location {
  fileprivate func isBefore(_ other: Location) -> Bool {
    (path, range.lowerBound) < (other.path, other.range.lowerBound)
  }
}
