internal import Diagnostics
package import DocBuild
package import Machine

/// The sets that a folder holds, as their manifests tell.
package enum PublishedSets {
  /// The file that lists what docbuild made beside the sets.
  package static let record = ".docbuild-site.json"

  /// Returns the folders of sets that the project can no longer make: of a scale that docbuild.yml
  /// does not have, or of a customer whose overlay is neither in `customers/` nor asked for.
  ///
  /// - Parameters:
  ///   - site: what was just published.
  ///   - request: of the build.
  /// - Returns: paths within the output, sorted.
  /// - Throws: a ``MachineFailure`` where a folder cannot be read.
  package static func leftovers(
    of site: Site,
    for request: BuildRequest
  ) throws(MachineFailure) -> [String] {
    let scales = Set(site.project.config.scales.map(\.id))
    let asked = site.sets.map(\.compiled.plan.id)
    let named = Set(asked.compactMap(\.customer))
    let kept = Set(
      try request.exampleCustomers().compactMap { path in
        path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
      }
    )
    // A set that was the whole site of a project which has scales now.
    let whole = SetID(scale: "")
    let isLeft = site.project.config.hasScales && isSet(whole, in: request.output)
    return (isLeft ? [path(of: whole)] : [])
      + (try all(in: request.output).filter { set in
        guard let customer = set.customer else { return !scales.contains(set.scale) }
        if named.contains(customer) { return !asked.contains(set) }
        return !scales.contains(set.scale) || !kept.contains(customer)
      }.map(path))
  }

  /// Removes a set, and what docbuild put above those of its customer when none is left.
  ///
  /// - Parameters:
  ///   - path: the folder of the set within the output.
  ///   - output: the folder of the site.
  /// - Throws: a ``MachineFailure`` where something cannot be removed.
  package static func remove(_ path: String, from output: String) throws {
    try Publisher.withdraw(path.isEmpty ? output : "\(output)/\(path)")
    guard let slash = path.firstIndex(of: "/") else { return }
    let customer = String(path[..<slash])
    guard try !all(in: output).contains(where: { $0.customer == customer }) else { return }
    try RecordedFiles.withdraw(from: "\(output)/\(customer)", record: record)
  }

  /// Whether a folder of the output is a set that docbuild made.
  static func isSet(_ id: SetID, in output: String) -> Bool {
    let manifest = "\(output)/\(path(of: id))/\(Publisher.manifest)"
    guard Files.isFile(manifest), let bytes = try? Files.read(manifest) else { return false }
    return bytes.starts(with: Manifest.head(of: id).utf8)
  }

  private static func all(in output: String) throws(MachineFailure) -> [SetID] {
    var sets: [SetID] = []
    for name in try Files.names(in: output) where Files.isFolder("\(output)/\(name)") {
      if isSet(SetID(scale: name), in: output) {
        sets.append(SetID(scale: name))
        continue
      }
      for scale in try Files.names(in: "\(output)/\(name)") {
        let id = SetID(scale: scale, customer: name)
        if isSet(id, in: output) { sets.append(id) }
      }
    }
    return sets
  }

  private static func path(of id: SetID) -> String {
    id.customer.map { "\($0)/\(id.scale)" } ?? id.scale
  }
}
