/// All findings of a run in their final order, with the files they point into.
public struct Report: Sendable {
  /// Sorted by file, offset and rule; one for each finding, whatever the number of sets.
  public let diagnostics: [Diagnostic]
  /// The files that the findings point into, by path.
  public let files: [String: SourceFile]
  /// What must not be printed.
  let concealment: Concealment

  /// Creates a report: merges what several sets share, the sets in the order of the findings,
  /// sorts, drops duplicates.
  ///
  /// - Parameters:
  ///   - findings: in any order.
  ///   - files: that they point into, by path.
  ///   - secrets: where values of secrets are; no printer shows them.
  public init(
    _ findings: [Diagnostic],
    files: [String: SourceFile],
    secrets: [Location] = []
  ) {
    self.files = files
    concealment = Concealment(secrets, in: files)
    var merged: [Diagnostic] = []
    var places: [Diagnostic: Int] = [:]
    for finding in findings {
      var key = finding
      key.sets = []
      if let place = places[key] {
        merged[place].sets += finding.sets
      } else {
        places[key] = merged.count
        merged.append(finding)
      }
    }
    for index in merged.indices {
      var seen: Set<SetID> = []
      merged[index].sets = merged[index].sets.filter { seen.insert($0).inserted }
    }
    let shown = concealment.isEmpty ? merged : merged.map(concealment.masked)
    diagnostics = shown.sorted(by: Report.inOrder)
  }

  /// The number of findings that stop a build.
  public var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// The number of findings that do not stop a build.
  public var warningCount: Int { diagnostics.count { $0.severity == .warning } }

  /// Returns the line and column of a byte offset in a file; the first of an empty file where the
  /// report does not hold it.
  public func position(at offset: Int, in path: String) -> SourceFile.Position {
    (files[path] ?? SourceFile(path: path, bytes: [])).position(at: offset)
  }

  private static func inOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (a, b) = (left.location, right.location)
    if a.path != b.path { return a.path < b.path }
    if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
    if left.rule != right.rule { return left.rule < right.rule }
    if a.range.upperBound != b.range.upperBound { return a.range.upperBound < b.range.upperBound }
    if left.message != right.message { return left.message < right.message }
    return left.sets.lexicographicallyPrecedes(right.sets)
  }
}
