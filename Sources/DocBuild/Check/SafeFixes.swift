package import Diagnostics
package import Machine

/// Makes the changes of a report that need no second thought.
package enum SafeFixes {
  /// Changes the files of a report: names that became others, and keys that are one letter from the
  /// only one meant.
  ///
  /// A change is left out where the file does not hold what it replaces, and where it meets
  /// another one. Files are written beside their place and moved there.
  ///
  /// - Parameter report: what was found in the files as they are now.
  /// - Returns: how many changes were made, and the files that they were made in, sorted.
  /// - Throws: a ``MachineFailure`` where a file cannot be written.
  package static func apply(
    _ report: Report
  ) throws(MachineFailure) -> (count: Int, paths: [String]) {
    var edits: [String: [Diagnostic.Edit]] = [:]
    for finding in report.diagnostics {
      guard let fix = finding.fixes.first(where: \.isSafe), fix.edits.count == 1 else { continue }
      edits[fix.edits[0].location.path, default: []].append(fix.edits[0])
    }
    var count = 0
    var paths: [String] = []
    for (path, edits) in edits.sorted(by: { $0.key < $1.key }) {
      guard let file = report.files[path] else { continue }
      let changed = changed(file.bytes, by: edits)
      guard changed.count > 0 else { continue }
      try Publisher.replace(path, with: changed.bytes)
      count += changed.count
      paths.append(path)
    }
    return (count, paths)
  }

  /// Returns the bytes with the edits made from the end, so that places stay true.
  package static func changed(
    _ bytes: [UInt8],
    by edits: [Diagnostic.Edit]
  ) -> (bytes: [UInt8], count: Int) {
    var result = bytes
    var start = bytes.count
    var count = 0
    let ordered = Set(edits).sorted {
      ($0.location.range.lowerBound, $0.text) > ($1.location.range.lowerBound, $1.text)
    }
    for edit in ordered {
      guard let range = exact(edit, in: bytes), range.upperBound <= start else { continue }
      result.replaceSubrange(range, with: edit.text.utf8)
      start = range.lowerBound
      count += 1
    }
    return (result, count)
  }

  /// The range of what an edit replaces, without quotes around it.
  private static func exact(_ edit: Diagnostic.Edit, in bytes: [UInt8]) -> Range<Int>? {
    let range = edit.location.range
    guard let replaced = edit.replaced, range.upperBound <= bytes.count else { return nil }
    let inner = range.count >= 2 ? (range.lowerBound + 1)..<(range.upperBound - 1) : range
    if bytes[range].elementsEqual(replaced.utf8) { return range }
    let quotes = Set("\"'".utf8)
    let isQuoted = range.count >= 2 && quotes.contains(bytes[range.lowerBound])
    return isQuoted && bytes[inner].elementsEqual(replaced.utf8) ? inner : nil
  }
}
