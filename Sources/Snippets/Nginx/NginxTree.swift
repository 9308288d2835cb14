internal import Deployment
internal import Diagnostics
internal import Languages
internal import Text

/// The files of a server that nginx reads as one configuration.
struct NginxTree {
  private(set) var text: [UInt8] = []
  /// Where each part of the text comes from, in order.
  private var parts: [(range: Range<Int>, file: Int, offset: Int)] = []
  private(set) var files: Set<Int> = []

  /// A file includes another to this depth.
  private static let deepest = 8

  /// Returns the configurations of a server: each nginx.conf with what it includes, and the sites of a
  /// folder without one, which the packages of nginx include.
  static func all(on server: String, in set: PlacedSet) -> [(tree: NginxTree, config: NginxConfig)]
  {
    let known = set.files.indices.filter { index in
      let kinds: [SnippetKind?] = [.format("nginx"), .format("nginx-site")]
      return set.files[index].server == server && kinds.contains(set.files[index].kind)
    }
    guard known.count > 1 else { return [] }
    let main = known.filter { FilePath.name(of: set.files[$0].path) == "nginx.conf" }
    var trees: [(tree: NginxTree, config: NginxConfig)] = main.map { file in
      var tree = NginxTree()
      tree.add(file, of: known, in: set, depth: 0)
      return (tree, .whole(tree.text))
    }
    let roots = Set(main.map { folder($0, set) })
    let sites = known.filter {
      ["conf.d", "sites-enabled"].contains(FilePath.name(of: folder($0, set)))
    }
    let byRoot = Dictionary(grouping: sites) { FilePath.folder(of: folder($0, set)) }
    for root in byRoot.keys.sorted() where !roots.contains(root) {
      var tree = NginxTree()
      for file in byRoot[root] ?? [] { tree.add(file, of: known, in: set, depth: Self.deepest) }
      trees.append((tree, .site(tree.text)))
    }
    return trees.filter { $0.tree.files.count > 1 }
  }

  private static func folder(_ file: Int, _ set: PlacedSet) -> String {
    FilePath.folder(of: set.files[file].path)
  }

  /// Returns a place of the whole text in its file.
  func place(_ range: Range<Int>) -> Location? {
    parts.first { $0.range.contains(range.lowerBound) }.map { part in
      let start = range.lowerBound - part.range.lowerBound + part.offset
      return PlacedSet.place(start..<(start + range.count), inFile: part.file)
    }
  }

  private mutating func add(_ file: Int, of known: [Int], in set: PlacedSet, depth: Int) {
    guard files.insert(file).inserted else { return }
    let source = set.files[file]
    let includes =
      depth < Self.deepest
      ? NginxConfig.whole(source.text).blocks.flatMap { $0.directives.named("include") } : []
    var start = 0
    for include in includes.sorted(by: { $0.name.range.lowerBound < $1.name.range.lowerBound }) {
      guard let pattern = include.arguments.first, include.name.range.lowerBound >= start else {
        continue
      }
      append(source.text, start..<include.name.range.lowerBound, of: file)
      start = pattern.range.upperBound
      if start < source.text.count, source.text[start] == .semicolon { start += 1 }
      for other in known
      where Self.matches(pattern.text, set.files[other].path, from: source.path) {
        add(other, of: known, in: set, depth: depth + 1)
      }
    }
    append(source.text, start..<source.text.count, of: file)
    text.append(.lineFeed)
  }

  private mutating func append(_ source: [UInt8], _ range: Range<Int>, of file: Int) {
    parts.append((text.count..<(text.count + range.count), file, range.lowerBound))
    text += source[range]
  }

  /// Whether an `include` names a file: relative to the folder of nginx.conf, which in a container is
  /// at the usual place, whatever it is on the server.
  private static func matches(_ pattern: String, _ path: String, from main: String) -> Bool {
    let folder = FilePath.folder(of: main)
    var own = pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern
    if own.hasPrefix(usual) { own = String(own.dropFirst(usual.count)) }
    let isInside = !pattern.hasPrefix("/") || own.count < pattern.count - 1
    return Glob.matches(isInside ? FilePath.joined(folder, own) : own, path)
  }

  private static let usual = "etc/nginx/"
}

extension Diagnostic {
  /// Names and addresses that files of one configuration give twice; what one file has twice is
  /// reported of it.
  static func nginxDuplicatesAcrossFiles(in deployment: PlacedSet) -> [Diagnostic] {
    deployment.servers.map(\.name).flatMap { server in
      NginxTree.all(on: server, in: deployment).flatMap { tree, config in
        let found = nginxDuplicates(in: config) + nginxListeners(in: config)
        return found.compactMap { finding -> Diagnostic? in
          guard let place = tree.place(finding.location.range),
            let first = finding.notes.first?.location.flatMap({ tree.place($0.range) }),
            place.source != first.source
          else { return nil }
          var finding = finding
          finding.location = place
          finding.notes = [Note("first defined here", at: first)]
          return finding
        }
      }
    }
  }
}
