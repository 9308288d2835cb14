internal import Diagnostics
internal import Snippets

/// The fences of a set on its servers: the only place where texts of fences are put together.
package struct Placement: Sendable {
  /// In the order of the chapters.
  package let fences: [PlacedFence]

  /// Puts the fences of a set on its servers.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - purpose: who reads the texts, and so what stands for values that are not known.
  ///   - isWanted: which fences take part; all by default.
  package init(
    of set: CompiledSet,
    for purpose: SnippetText.Purpose,
    only isWanted: (Fence) -> Bool = { _ in true }
  ) {
    let names = ServerNames(set.values)
    fences = set.chapters.flatMap { chapter in
      let text = SnippetText(chapter: chapter, values: set.values, purpose: purpose)
      return chapter.fences.filter(isWanted).map { fence in
        PlacedFence(fence, of: chapter, on: names.servers(of: fence.attributes.host).servers, text)
      }
    }
  }

  /// Where a file is.
  package struct FilePlace: Sendable {
    package var server: String
    package var group: String
    package var path: String
  }

  /// Where the fences' files are, one for each fence and server, without their texts.
  package var filePlaces: [FilePlace] {
    fences.flatMap { placed in
      placed.path.map { path in
        placed.servers.map { FilePlace(server: $0.name, group: $0.group, path: path) }
      } ?? []
    }
  }

  /// The real files, one for each server and path, in the order of their first fences.
  package func files() -> [PlacedFile] {
    var files: [PlacedFile] = []
    var indexes: [PlacedFile.Key: Int] = [:]
    for placed in fences {
      guard let path = placed.path else { continue }
      for (number, server) in placed.servers.enumerated() {
        let key = PlacedFile.Key(server: server.name, path: path)
        if let index = indexes[key] {
          files[index].append(placed, on: number)
        } else {
          indexes[key] = files.count
          files.append(PlacedFile(placed, path, on: number))
        }
      }
    }
    return files
  }

  /// What is checked as one text, in the order of the first fences: what a document shows of a file
  /// of a host, and every other fence of a known kind by itself.
  package func snippets() -> [PlacedSnippet] {
    var snippets: [PlacedSnippet] = []
    var indexes: [PlacedSnippet.Key: Int] = [:]
    for placed in fences {
      guard let kind = placed.fence.kind else { continue }
      let key = PlacedSnippet.Key(placed)
      if let key, let index = indexes[key] {
        snippets[index].append(placed)
      } else {
        if let key { indexes[key] = snippets.count }
        snippets.append(PlacedSnippet(placed, kind))
      }
    }
    return snippets
  }
}

extension CompiledSet {
  /// Puts the real files of the set together.
  ///
  /// - Parameter purpose: who reads the files.
  /// - Returns: the files, sorted by server and path.
  package func files(for purpose: SnippetText.Purpose) -> [PlacedFile] {
    Placement(of: self, for: purpose) { $0.path != nil }.files()
      .sorted { ($0.server, $0.path) < ($1.server, $1.path) }
  }
}
