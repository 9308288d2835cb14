package import Diagnostics

/// A set whose values are resolved and whose chapters are compiled.
package struct CompiledSet: Sendable {
  /// What the set is.
  package let plan: PlannedSet
  package let values: ValueTable
  /// In the order in which they are read, those of all documents.
  package let chapters: [Chapter]
  /// What was found in its data and its chapters.
  package let findings: [Diagnostic]

  /// Collects everything that was found in the set.
  ///
  /// - Parameters:
  ///   - checked: what was found beside the texts of its fences.
  ///   - texts: what was found in the texts of its fences; a value whose placeholder is wrong is not
  ///     checked against its schema.
  /// - Returns: the findings, each with the set.
  package func findings(beside checked: [Diagnostic], in texts: [Diagnostic]) -> [Diagnostic] {
    let wrong =
      findings.filter { $0.category == "placeholder" }.map(\.location)
      + chapters.flatMap(\.holes).filter(\.isMalformed).map(\.location)
    let shown =
      wrong.isEmpty
      ? texts
      : texts.filter { finding in
        !wrong.contains { place in
          place.source == finding.location.source
            && finding.location.range.lowerBound <= place.range.lowerBound
            && place.range.upperBound <= finding.location.range.upperBound
        }
      }
    return (findings + checked + shown).map { finding in
      var finding = finding
      finding.sets = [plan.id]
      return finding
    }
  }
}
