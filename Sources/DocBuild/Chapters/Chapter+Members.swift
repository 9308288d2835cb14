internal import Diagnostics
internal import Text

extension Chapter {
  /// Makes `self` the first server of the group of each fence, and gives fences of a group with
  /// several servers the holes of all others.
  mutating func resolveMembers(_ servers: ServerNames) {
    for index in fences.indices {
      let (group, members) = servers.servers(of: fences[index].attributes.host)
      guard let group, !members.isEmpty else { continue }
      let fields = resolveMember(of: group, in: holes(of: fences[index]))
      fences[index].isPerServer = !fields.isEmpty
      guard !fields.isEmpty, members.count > 1 else { continue }
      let place = fences[index].location
      fences[index].members = members.enumerated().map { number, server in
        let values = fields.filter { $0 != "name" }.map {
          addHole("servers.\(group).\(number + 1).\($0)", place)
        }
        return Fence.Member(name: server.name, values: values)
      }
    }
  }

  /// The holes of a fence's code.
  package func holes(of fence: Fence) -> [Int] { holes(in: fence.text.bytes) }

  /// The holes of a text with marks.
  func holes(in text: [UInt8]) -> [Int] {
    HolePieces(text, sentinel: sentinel).compactMap { piece in
      guard case .hole(let index) = piece else { return nil }
      return index
    }
  }

  /// A finding for each `self` that no server stands behind.
  var holesWithoutServer: [Diagnostic] {
    // In a path there is no one server, whatever the host is.
    let inPaths = Set(fences.flatMap { holes(in: Array(($0.path ?? "").utf8)) })
    return holes.enumerated().compactMap { index, hole in
      guard case .member(let field) = hole.content, !inPaths.contains(index) else { return nil }
      return .selfOutsideHost(field, at: hole.location)
    }
  }

  /// Makes `self` the first member of a group and returns the fields that are read.
  private mutating func resolveMember(of group: String, in inside: [Int]) -> [String] {
    var fields: [String] = []
    for index in inside {
      guard case .member(let field) = holes[index].content else { continue }
      if !fields.contains(field) { fields.append(field) }
      holes[index].content = .value(Reference(path: "servers.\(group).1.\(field)", view: nil))
      holes[index].isMember = true
    }
    return fields
  }

  private mutating func addHole(_ path: String, _ location: Location) -> Int {
    holes.append(Hole(content: .value(Reference(path: path, view: nil)), location: location))
    return holes.count - 1
  }
}
