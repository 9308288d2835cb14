package import Diagnostics

/// Leaves out the findings that the author allows, and reports allowances that allow nothing.
package enum AllowanceCheck {
  /// Leaves out what is allowed.
  ///
  /// - Parameters:
  ///   - findings: of all sets.
  ///   - chapters: of all sets; a comment that serves one of them is of use.
  /// - Returns: the findings that stay, and those about the comments.
  package static func apply(_ findings: [Diagnostic], _ chapters: [Chapter]) -> [Diagnostic] {
    let all = chapters.flatMap(\.allowances)
    guard !all.isEmpty else { return findings }
    var used: Set<Location> = []
    let index = AllowanceIndex(all)
    var kept = findings.filter { finding in
      let allowing = index.comments(allowing: finding)
      used.formUnion(allowing)
      return allowing.isEmpty
    }
    var reported: Set<Location> = []
    for allowance in all where reported.insert(allowance.location).inserted {
      if !Rule.all.contains(where: { $0.id == allowance.rule }) {
        let near = NameIndex(Rule.all.map(\.id)).nearest(to: allowance.rule)
        kept.append(.unknownAllowance(allowance.rule, at: allowance.location, nearest: near))
      } else if allowance.reason.isEmpty {
        kept.append(.unfoundedAllowance(of: allowance.rule, at: allowance.location))
      } else if !used.contains(allowance.location), Rule.category(of: allowance.rule) != "verify" {
        // What the programs of the machine say is not known here.
        kept.append(.unusedAllowance(of: allowance.rule, at: allowance.location))
      }
    }
    return kept
  }

  /// Returns the findings that no comment allows.
  package static func kept(_ findings: [Diagnostic], _ chapters: [Chapter]) -> [Diagnostic] {
    let index = AllowanceIndex(chapters.flatMap(\.allowances))
    return findings.filter { index.comments(allowing: $0).isEmpty }
  }
}
