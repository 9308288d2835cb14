internal import Diagnostics
internal import Machine
internal import Text

/// Where a link leads.
package enum LinkTarget: Sendable, Hashable {
  /// Another site, a mail address.
  case external
  /// A name on the page itself.
  case anchor(String)
  /// A guide by its source file, and a name in it.
  case guide(path: String, anchor: String?)
  /// A file that is copied beside the chapters, by its source.
  case attachment(String)
  /// A page of the set that no guide is, and a name in it.
  case generated(String, anchor: String?)
  /// A file that the guides show, on a server.
  case placed(server: String, path: String)
  /// What only the values of a set tell.
  case depends
  /// A file outside of the guides, whose address nobody has said.
  case outside(String)
  /// Nothing: there is no such file.
  case missing(String)
  /// Nothing that works on a page opened from disk; what was expected.
  case mistake(String)
}

/// Follows the links of a chapter to what the project has.
struct LinkResolver {
  let project: Project
  let sources: SourceIndex
  let source: Project.ChapterSource
  let servers: ServerNames
  let holes: [Hole]
  let sentinel: Sentinel

  /// Follows a link.
  ///
  /// - Parameters:
  ///   - written: the destination, with marks for its holes.
  ///   - isLoaded: whether a browser loads it by itself.
  /// - Returns: where it leads, and the address of that from the page of the chapter, for pages and
  ///   for their Markdown; no address where it is what is written.
  func resolve(
    _ written: [UInt8],
    isLoaded: Bool
  ) -> (target: LinkTarget, address: String?, twin: String?) {
    // What is no placeholder is reported as that.
    guard !namesNothing(written) else { return (.external, nil, nil) }
    let head = written.prefix { !Self.endsScheme.contains($0) }
    guard !hasMark(head) else { return (.depends, nil, nil) }
    if written.dropFirst(head.count).first == .colon, LinkScheme.isOne(head) {
      let scheme = head.text.lowercased()
      if scheme == "set" || scheme == "file" {
        return resolve(scheme, Array(written.dropFirst(head.count + 1)))
      }
      return (.external, nil, nil)
    }
    if written.starts(with: "//".utf8) {
      return (.mistake("expected a scheme such as `https:` before `//`"), nil, nil)
    }
    let (path, anchor) = parts(written)
    if written.first == .slash { return absolute(path, anchor) }
    if path.isEmpty {
      guard let anchor else {
        return (.mistake("expected a destination between the parentheses"), nil, nil)
      }
      return (.anchor(anchor), "#" + LinkScheme.encoded(anchor), "#" + LinkScheme.encoded(anchor))
    }
    guard !hasMark(written.prefix { $0 != .hash }) else { return (.depends, nil, nil) }
    return relative(path, anchor, isLoaded)
  }

  private static let endsScheme = Set(":/?#".utf8)

  /// Whether an anchor has a placeholder in it that is none.
  private func namesNothing(_ written: [UInt8]) -> Bool {
    guard let hash = written.firstIndex(of: .hash) else { return false }
    return HolePieces(Array(written[hash...]), sentinel: sentinel).contains { piece in
      guard case .hole(let index) = piece else { return false }
      return holes[index].isMalformed
    }
  }

  private func hasMark(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains {
      text[$0] == Sentinel.first && sentinel.index(in: text, at: $0 - text.startIndex) != nil
    }
  }

  /// The path without a query, and the name behind `#`; a placeholder in a name gives its key.
  private func parts(_ written: [UInt8]) -> (path: String, anchor: String?) {
    let parts = written.split(separator: .hash, maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != .question }.text.percentDecoded
    guard parts.count > 1 else { return (path, nil) }
    var anchor: [UInt8] = []
    for piece in HolePieces(Array(parts[1]), sentinel: sentinel) {
      switch piece {
      case .hole(let index): anchor += Outline.key(of: holes[index]).utf8
      case .text(let bytes): anchor += bytes
      }
    }
    return (path, anchor.text.percentDecoded)
  }

  // MARK: Paths

  private func relative(
    _ path: String,
    _ anchor: String?,
    _ isLoaded: Bool
  ) -> (LinkTarget, String?, String?) {
    let resolved = Self.join(path, to: source.template.file.path)
    if let found = follow(source: resolved, anchor) { return found }
    // What a reader sees in the address bar of a site is written, too.
    if !source.document.isEmpty,
      let found = follow(address: Self.join(path, to: source.page), anchor)
    {
      return found
    }
    guard !isLoaded, Files.exists(resolved) else { return (.missing(resolved), nil, nil) }
    if source.document.isEmpty { return (.external, nil, nil) }
    guard let address = sources.repositoryAddress(of: resolved) else {
      return (.outside(resolved), nil, nil)
    }
    let whole = LinkScheme.encoded(address) + fragment(anchor)
    return (.external, whole, whole)
  }

  /// Pages are opened from disk, where nothing begins at the root of a site: what begins so is
  /// looked for in the folder of guides, in that of the document, and among the pages.
  private func absolute(_ path: String, _ anchor: String?) -> (LinkTarget, String?, String?) {
    let inside = path.drop { $0 == "/" }
    let folders = [sources.guides, sources.folder(ofDocumentWith: source.template.file.path)]
    for folder in folders {
      if let found = follow(source: Self.join(String(inside), to: folder + "/"), anchor) {
        return found
      }
    }
    for folder in ["", source.document + "/"] {
      if let found = follow(address: Self.join(String(inside), to: folder), anchor) {
        return found
      }
    }
    return (.mistake("expected a path relative to this file, found `\(path)`"), nil, nil)
  }

  /// What a path on disk is on the site: a page, with or without its extension, a file or a folder.
  private func follow(
    source path: String,
    _ anchor: String?
  ) -> (LinkTarget, String?, String?)? {
    if let page = sources.page(of: path) { return guide(page, path, anchor) }
    if let attachment = project.attachments[path] {
      let address = address(attachment.output, nil) + fragment(anchor)
      return (.attachment(path), address, address)
    }
    if let folder = sources.address(ofFolder: path) { return list(folder, anchor) }
    return sources.page(of: path + ".md").map { guide($0, path + ".md", anchor) }
  }

  /// What the path of a page in its set leads to, with or without `.html`.
  private func follow(address: String, _ anchor: String?) -> (LinkTarget, String?, String?)? {
    let page = address.hasSuffix(".html") ? String(address.dropLast(5)) : address
    if let source = sources.source(ofPage: page) { return guide(page, source, anchor) }
    let folder = page.hasSuffix("/index") ? String(page.dropLast(6)) : page
    return sources.isFolder(folder) ? list(folder, anchor) : nil
  }

  private func guide(
    _ page: String,
    _ path: String,
    _ anchor: String?
  ) -> (LinkTarget, String?, String?) {
    (
      .guide(path: path, anchor: anchor), address("\(page).html", anchor),
      address("\(page).md", anchor)
    )
  }

  /// The page of a folder, which a guide may be.
  private func list(_ folder: String, _ anchor: String?) -> (LinkTarget, String?, String?) {
    let page = "\(folder)/index"
    if let source = sources.source(ofPage: page) { return guide(page, source, anchor) }
    let address = address("\(page).html", anchor)
    return (.generated("\(page).html", anchor: anchor), address, address)
  }

  private func resolve(_ scheme: String, _ rest: [UInt8]) -> (LinkTarget, String?, String?) {
    let (path, anchor) = parts(rest)
    guard !hasMark(rest.prefix { $0 != .hash }) else {
      // A name in the path of a file is filled in where the address is written.
      let address = scheme == "file" ? "\(up)files/\(path)" : nil
      return (.depends, address, address)
    }
    if scheme == "set" {
      let address = up + LinkScheme.encoded(path) + fragment(anchor)
      return (.generated(path, anchor: anchor), address, address)
    }
    let ends = path.split(separator: "/", maxSplits: 1).map(String.init)
    guard ends.count == 2, !path.hasPrefix("/") else {
      return (.mistake("expected `file:HOST/PATH`, found `file:\(path)`"), nil, nil)
    }
    let server = servers.name(of: ends[0]) ?? ends[0]
    let address = "\(up)files/\(LinkScheme.encoded("\(server)/\(ends[1])"))"
    return (.placed(server: server, path: ends[1]), address, address)
  }

  // MARK: Addresses

  /// The way from the page of the chapter to the root of its set.
  private var up: String { RelativePath.up(from: source.page) }

  private func address(_ output: String, _ anchor: String?) -> String {
    let path = RelativePath.path(to: output, from: source.page)
    // A path that begins like a scheme is none behind `./`.
    let isScheme = path.prefix { $0 != "/" }.contains(":")
    return (isScheme ? "./" : "") + LinkScheme.encoded(path) + fragment(anchor)
  }

  private func fragment(_ anchor: String?) -> String {
    anchor.map { "#" + LinkScheme.encoded($0) } ?? ""
  }

  /// Joins a relative path to the folder of a file.
  static func join(_ path: String, to file: String) -> String {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init
    )
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case ".." where parts.isEmpty || parts.last == "..": parts.append("..")
      case "..": if parts != [""] { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// The parts of addresses (RFC 3986).
package enum LinkScheme {
  /// Whether a text is a scheme: a letter, then letters, digits, `+`, `-` and `.`.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    text.first?.isLetter == true
      && text.allSatisfy { $0.isLetterOrDigit || $0 == .plus || $0 == .hyphen || $0 == .point }
  }

  /// Returns a path or a name with what would end it percent-encoded.
  package static func encoded(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("#", with: "%23").replacing("?", with: "%3F")
  }
}
