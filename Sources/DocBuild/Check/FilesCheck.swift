internal import Diagnostics
internal import Text

/// Checks that each file of a server is shown in one place, and is no folder of another.
struct FilesCheck {
  private var owners: [Key: Owner] = [:]
  private var findings: [Diagnostic] = []

  private struct Key: Hashable {
    /// A page outside of the guides has files of its own.
    var page: String
    var server: String
    var path: String
  }

  /// The first fence of a file.
  private struct Owner {
    var document: String
    /// What its `host=` says.
    var host: String
    var location: Location
  }

  /// Returns what is wrong between the files of a set.
  static func check(_ placement: Placement) -> [Diagnostic] {
    var check = FilesCheck()
    for placed in placement.fences { check.add(placed) }
    check.checkFolders()
    return check.findings
  }

  private mutating func add(_ placed: PlacedFence) {
    guard let path = placed.path else { return }
    let (fence, chapter) = (placed.fence, placed.chapter)
    let host = fence.attributes.host ?? "control"
    // A name that no group has is reported as that.
    guard host == "control" || placed.servers.first?.group != "control" else { return }
    let servers = placed.servers.isEmpty ? [host] : placed.servers.map(\.name)
    var isReported = false
    for server in servers {
      let page = chapter.document.isEmpty ? chapter.path : ""
      let key = Key(page: page, server: server, path: path)
      guard let owner = owners[key] else {
        owners[key] = Owner(
          document: chapter.document,
          host: host,
          location: fence.location
        )
        continue
      }
      guard !isReported else { continue }
      isReported = true
      let file = chapter.shown(Array((fence.attributes.file ?? path).utf8))
      if owner.document != chapter.document {
        findings.append(
          .fileTwice(
            file,
            host: owner.host == host ? host : server,
            at: fence.location,
            first: owner.location
          )
        )
      } else if owner.host != host {
        findings.append(
          .fileOfTwoHosts(file, on: server, at: fence.location, first: owner.location)
        )
      } else {
        isReported = false
      }
    }
  }

  private mutating func checkFolders() {
    var reported: Set<Location> = []
    let byPath = owners.sorted { one, other in
      let (left, right) = (one.value.location.range, other.value.location.range)
      return (one.key.path, one.key.server, left.lowerBound)
        < (other.key.path, other.key.server, right.lowerBound)
    }
    for (key, owner) in byPath {
      var folder = key
      while let slash = folder.path.lastIndex(of: "/") {
        folder.path = String(folder.path[..<slash])
        guard let file = owners[folder], reported.insert(owner.location).inserted else { continue }
        findings.append(
          .fileIsFolder(key.path, folder.path, at: owner.location, first: file.location)
        )
      }
    }
  }
}
