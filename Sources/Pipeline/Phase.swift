internal import DocBuild

/// A phase of the journey from files to a report, in its order.
package enum Phase: String, CaseIterable, Comparable, Sendable {
  case load
  case resolve
  case compile
  case place
  case check
  case relate
  case fill
  case publish
  case report

  /// What the phase does, in one sentence.
  package var meaning: String {
    switch self {
    case .load: "Reads and parses what the author wrote."
    case .resolve: "Gives every key of a set its value."
    case .compile: "Turns each distinct chapter into constant bytes with holes, shared by all sets."
    case .place: "Puts the texts of fences on the servers where they belong."
    case .check: "Checks each distinct text against what its program accepts."
    case .relate: "Compares the files of a set with each other and with servers.yml."
    case .fill: "Copies the bytes of chapters and puts the values of a set into their holes."
    case .publish: "Exchanges the folder of a set in one step."
    case .report: "Sorts the findings and merges those that several sets share."
    }
  }

  /// Whether the journey comes to the left phase before the right one.
  package static func < (left: Phase, right: Phase) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
