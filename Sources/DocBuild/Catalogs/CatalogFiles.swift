internal import Machine
internal import Snippets
internal import Text

/// The files of a variable catalog that a checkout of a playbook gives.
package enum CatalogFiles {
  /// Builds a catalog from a checkout and writes it to a project.
  ///
  /// - Parameters:
  ///   - checkout: a checkout of a playbook with its roles installed.
  ///   - revision: the name of the catalog, `NAME.tsv`.
  ///   - group: the group of servers whose variables count; nothing for every group.
  ///   - unverified: roles that are not of the version which requirements.yml pins.
  ///   - project: the folder of docbuild.yml; the files stand in its `catalogs`.
  /// - Returns: how many variables there are, the files that were written, and those of the catalog
  ///   that were not because somebody writes them by hand.
  /// - Throws: a ``RequestMistake`` where the folder is no checkout or the name none for a file, a
  ///   ``MachineFailure`` where a file cannot be read or written.
  package static func write(
    importOf checkout: String,
    as revision: String,
    group: String? = nil,
    unverified: [String] = [],
    to project: String
  ) throws -> (count: Int, paths: [String], kept: [String]) {
    let isName = revision.utf8.allSatisfy { $0.isLower || $0.isDigit || "-_".utf8.contains($0) }
    guard isName, revision.first?.isLetter == true else {
      throw RequestMistake(
        "expected a name of `a-z`, `0-9`, `-` and `_` that begins with a letter, found `\(revision)`"
      )
    }
    let path = Files.displayed("\(project)/catalogs/\(revision)")
    let kept = WrittenTable.allCases.filter { Files.exists($0.path(ofCatalog: path)) }
    let hintsPath = WrittenTable.hints.path(ofCatalog: path)
    let hints = try Files.readIfPresent(hintsPath) ?? []
    let tables: CatalogImport.Tables
    do {
      tables = try CatalogImport.tables(
        ofCheckout: checkout,
        group: group,
        unverified: unverified,
        hints: hints
      )
    } catch {
      if error.isOfMachine { throw MachineFailure(error.description) }
      throw RequestMistake(error.description)
    }
    let files = [("\(path).tsv", tables.variables), ("\(path).renames.tsv", tables.renames)]
    for (path, text) in files { try Publisher.publish(Array(text.utf8), to: path) }
    return (tables.count, files.map(\.0), kept.map { $0.path(ofCatalog: path) })
  }
}

extension WrittenTable {
  /// Returns the file of a table.
  ///
  /// - Parameter path: of the catalog, without an ending.
  /// - Returns: the path beside it.
  func path(ofCatalog path: String) -> String { "\(path).\(rawValue).tsv" }
}
