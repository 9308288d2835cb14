internal import Diagnostics

/// Finds the allowances that let a finding pass, however many there are.
struct AllowanceIndex {
  private var lists: [Key: [Entry]] = [:]

  private struct Key: Hashable {
    var rule: String
    var source: Location.Source
  }

  private struct Entry {
    var scope: Range<Int>
    /// The last end of this scope and of all before it.
    var reach: Int
    var comment: Location
  }

  /// Sorts allowances by rule, file and place; those without a reason or a block allow nothing.
  init(_ allowances: [Allowance]) {
    for allowance in allowances where !allowance.reason.isEmpty {
      guard let scope = allowance.scope else { continue }
      let key = Key(rule: allowance.rule, source: scope.source)
      lists[key, default: []].append(
        Entry(scope: scope.range, reach: scope.range.upperBound, comment: allowance.location)
      )
    }
    for (key, list) in lists {
      var sorted = list.sorted { $0.scope.lowerBound < $1.scope.lowerBound }
      for index in sorted.indices.dropFirst() {
        sorted[index].reach = max(sorted[index].reach, sorted[index - 1].reach)
      }
      lists[key] = sorted
    }
  }

  /// Returns the comments that allow a finding: those of its rule in whose block it begins.
  func comments(allowing finding: Diagnostic) -> [Location] {
    let place = finding.location.range.lowerBound
    guard let list = lists[Key(rule: finding.rule, source: finding.location.source)] else {
      return []
    }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].scope.lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    let before = list[..<low].reversed().prefix { $0.reach >= place }
    return before.filter { $0.scope.upperBound >= place }.map(\.comment)
  }
}
