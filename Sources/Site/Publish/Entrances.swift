internal import Diagnostics
internal import DocBuild
internal import Machine

/// What is above the sets of a site: the choice of a scale, and what tells machines of them.
///
/// They name the scales of which a template set is there, whether this build made it or another one.
package struct Entrances {
  /// The files above the template sets, then above the sets of each customer that was asked for.
  private var folders: [(path: String, files: [RecordedFiles.File])] = []
  private let site: String

  /// Makes the files.
  ///
  /// - Parameters:
  ///   - site: whose sets are in the folder, or will be.
  ///   - folder: of the site.
  package init(of site: Site, in folder: String) {
    self.site = folder
    let asked = Set(site.sets.filter { $0.customer == nil }.map(\.scale.id))
    // A set that is the whole site has an entrance of its own.
    if !asked.isEmpty, site.project.config.hasScales {
      let there = site.scales.sets.filter { set in
        asked.contains(set.scale.id) || PublishedSets.isSet(set.values.set, in: folder)
      }
      add(ChoosePage.pages(for: there) + Discovery.files(for: there), to: folder)
    }
    for customer in Set(site.sets.compactMap(\.compiled.plan.id.customer)).sorted() {
      let own = site.sets.filter { $0.compiled.plan.id.customer == customer }
      add([ChoosePage.page(for: own)], to: "\(folder)/\(customer)")
    }
  }

  private mutating func add(_ files: [(path: String, bytes: [UInt8])], to folder: String) {
    folders.append((folder, files.map { RecordedFiles.File(path: $0.path, bytes: $0.bytes) }))
  }

  /// Looks whether they can be written.
  ///
  /// - Throws: a ``RequestMistake`` where something that docbuild did not make is in the way, a
  ///   ``MachineFailure`` where nobody can tell.
  package func check() throws {
    for folder in folders {
      // Only the folder of the site itself may be somewhere else than it seems.
      if folder.path != site, Files.isLink(folder.path) {
        throw RequestMistake(
          "expected a folder that docbuild made, found a symbolic link: \(folder.path)"
        )
      }
      try RecordedFiles.check(
        folder.files,
        in: folder.path,
        record: PublishedSets.record,
        beside: Publisher.manifest
      )
    }
  }

  /// Writes them.
  ///
  /// - Parameter announce: is told for which process it waits.
  /// - Throws: a ``MachineFailure`` where a file cannot be written, and what ``check()`` throws.
  package func publish(announce: ((String) -> Void)? = nil) throws {
    for folder in folders {
      try RecordedFiles.publish(
        folder.files,
        in: folder.path,
        record: PublishedSets.record,
        beside: Publisher.manifest,
        announce: announce
      )
    }
  }
}
