internal import Diagnostics
internal import Snippets

/// The whole files of a set on their servers, held against each other.
struct PlacedFiles {
  private var files: [PlacedFile] = []
  private var texts: [MappedText] = []

  private struct Place: Hashable {
    var server: String
    var path: String
  }

  /// Puts the files of a set together, as ``Extraction`` writes them but with a stand-in for each
  /// secret.
  init(_ chapters: [Chapter], of project: Project, with values: ValueTable) {
    var indexes: [Place: Int] = [:]
    for chapter in chapters {
      let resolver = SnippetText(chapter: chapter, values: values, purpose: .check)
      for fence in chapter.fences {
        guard let path = Extraction.path(of: fence) else { continue }
        for (server, group, member) in Extraction.servers(of: fence, values) {
          let place = Place(server: server, path: path)
          let index = indexes[place] ?? files.count
          if index == files.count {
            indexes[place] = index
            texts.append(MappedText())
            files.append(
              PlacedFile(
                server: server,
                group: group,
                document: chapter.document,
                path: path,
                kind: FenceSchema.kind(of: fence, in: project).value,
                text: []
              )
            )
          }
          resolver.append(fence.text, of: member, to: &texts[index])
        }
      }
    }
    for index in files.indices { files[index].text = texts[index].bytes }
  }

  /// Returns what is wrong between the files, at its places in the Markdown.
  func check() -> [Diagnostic] {
    PlacedFileCheck.check(files).map { finding in
      finding.relocated { place in
        guard let index = Int(place.path) else { return place }
        return texts[index].origin(of: place.range)
      }
    }
  }
}
