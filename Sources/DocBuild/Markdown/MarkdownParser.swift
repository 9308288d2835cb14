internal import CCMarkGFM
internal import Glibc
internal import Synchronization

/// Parses GitHub-flavoured Markdown with libcmark-gfm; the only file that knows the library.
package enum MarkdownParser {
  /// Returns the blocks and inlines of a text.
  ///
  /// - Parameter text: UTF-8; what is not valid is read as the replacement character.
  /// - Returns: the document; every text is one.
  static func parse(_ text: [UInt8]) -> MarkdownDocument {
    guard text.contains(UInt8(ascii: "~")) else {
      return MarkdownTree(parsing: text, with: Extensions.ready, strikethrough: false).flattened()
    }
    return Extensions.tilde.withLock { _ in
      MarkdownTree(parsing: text, with: Extensions.ready, strikethrough: true).flattened()
    }
  }
}

/// The extensions of GFM, registered once for the process.
///
/// While it parses, cmark-gfm 0.29.0.gfm.6 adds the special characters of a parser's extensions
/// to a table of the process and removes them afterwards, so parsers on two threads lose each
/// other's autolinks and strikethrough (upstream pull request 176). The characters of autolinks
/// are therefore added for good, and the extension is told that it has none, so that later parses
/// leave the table alone. Strikethrough finds itself again by its character and must keep it: a
/// text with a tilde is parsed under a lock, and only such a text gets the extension.
private struct Extensions: Sendable {
  static let ready = Extensions()
  static let tilde = Mutex<Void>(())

  /// The node types of the extensions, which the library numbers when it registers them.
  let kinds: [UInt32: ExtensionKind]

  static let strikethrough = "strikethrough"
  static let others = ["table", "autolink", "tagfilter", "tasklist"]

  /// Registers the extensions and settles the library's only shared state.
  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    kinds = Extensions.numbers(
      from: MarkdownTree(parsing: Extensions.sample, kinds: [:], strikethrough: true)
    )
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else {
      preconditionFailure("cmark-gfm cannot make a parser: out of memory")
    }
    defer { unsafe cmark_parser_free(parser) }
    for name in Extensions.others {
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    unsafe cmark_manage_extensions_special_characters(parser, 1)
    for name in Extensions.others {
      unsafe cmark_syntax_extension_set_special_inline_chars(
        cmark_find_syntax_extension(name),
        nil
      )
    }
  }

  /// A text that has one node of each type that the headers of the library do not name.
  private static let sample = Array("| a |\n|---|\n| ~~b~~ |\n".utf8)

  private static func numbers(from tree: borrowing MarkdownTree) -> [UInt32: ExtensionKind] {
    var kinds: [UInt32: ExtensionKind] = [:]
    tree.forEachType { number, name in kinds[number] = ExtensionKind(rawValue: name) }
    return kinds
  }
}

/// A node type of an extension, by the name that the library gives it.
private enum ExtensionKind: String {
  case table
  case tableRow = "table_row"
  case tableHeader = "table_header"
  case tableCell = "table_cell"
  case strikethrough
}

/// Owns a tree of the library and frees it.
@safe private struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer
  private let kinds: [UInt32: ExtensionKind]

  init(parsing text: [UInt8], with extensions: Extensions, strikethrough: Bool) {
    self.init(parsing: text, kinds: extensions.kinds, strikethrough: strikethrough)
  }

  init(parsing text: [UInt8], kinds: [UInt32: ExtensionKind], strikethrough: Bool) {
    self.kinds = kinds
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8
    guard let parser = unsafe cmark_parser_new(options) else {
      preconditionFailure("cmark-gfm cannot make a parser: out of memory")
    }
    defer { unsafe cmark_parser_free(parser) }
    for name in Extensions.others + (strikethrough ? [Extensions.strikethrough] : []) {
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    unsafe text.withUnsafeBytes { bytes in
      unsafe cmark_parser_feed(
        parser,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        bytes.count
      )
    }
    guard let root = unsafe cmark_parser_finish(parser) else {
      preconditionFailure("cmark-gfm returned no document")
    }
    unsafe self.root = root
  }

  deinit { unsafe cmark_node_free(root) }

  func forEachType(_ visit: (UInt32, String) -> Void) {
    unsafe walk { node, isEntering in
      guard isEntering, let name = unsafe cmark_node_get_type_string(node) else { return }
      unsafe visit(cmark_node_get_type(node).rawValue, unsafe String(cString: name))
    }
  }

  func flattened() -> MarkdownDocument {
    var document = MarkdownDocument()
    var open: [Int] = []
    var alignments: [UInt8] = []
    var column = 0
    unsafe walk { node, isEntering in
      guard isEntering else {
        document.nodes[open.removeLast()].end = document.nodes.count
        return
      }
      let type = unsafe cmark_node_get_type(node)
      var kind = unsafe kind(of: node, type)
      switch kind {
      case .table: alignments = unsafe columnAlignments(of: node)
      case .tableRow: column = 0
      case .tableCell:
        kind = .tableCell(column < alignments.count ? alignment(alignments[column]) : nil)
        column += 1
      default: break
      }
      var flat = MarkdownDocument.Node(
        kind: kind,
        end: document.nodes.count + 1,
        firstLine: Int(unsafe cmark_node_get_start_line(node)),
        lastLine: Int(unsafe cmark_node_get_end_line(node))
      )
      unsafe copyTexts(of: node, kind, to: &flat, &document.text)
      document.nodes.append(flat)
      if !isLeaf(type) { open.append(document.nodes.count - 1) }
    }
    return document
  }

  private func copyTexts(
    of node: OpaquePointer,
    _ kind: MarkdownDocument.Kind,
    to flat: inout MarkdownDocument.Node,
    _ buffer: inout [UInt8]
  ) {
    switch kind {
    case .codeBlock:
      unsafe append(cmark_node_get_literal(node), to: &buffer, as: &flat.literal)
      unsafe append(cmark_node_get_fence_info(node), to: &buffer, as: &flat.detail)
    case .text, .code, .htmlInline, .htmlBlock, .footnoteReference, .footnoteDefinition:
      unsafe append(cmark_node_get_literal(node), to: &buffer, as: &flat.literal)
    case .link, .image:
      unsafe append(cmark_node_get_url(node), to: &buffer, as: &flat.literal)
      unsafe append(cmark_node_get_title(node), to: &buffer, as: &flat.detail)
    default: break
    }
  }

  private func append(
    _ text: UnsafePointer<CChar>?,
    to buffer: inout [UInt8],
    as range: inout Range<Int>
  ) {
    guard let text = unsafe text else { return }
    let start = buffer.count
    let length = unsafe strlen(text)
    unsafe buffer.append(contentsOf: UnsafeRawBufferPointer(start: text, count: length))
    range = start..<buffer.count
  }

  private func columnAlignments(of table: OpaquePointer) -> [UInt8] {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(table))
    guard let first = unsafe cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: first, count: count))
  }

  private func alignment(_ letter: UInt8) -> MarkdownDocument.Alignment? {
    switch letter {
    case UInt8(ascii: "l"): .left
    case UInt8(ascii: "c"): .center
    case UInt8(ascii: "r"): .right
    default: nil
    }
  }

  /// Visits every node, leaves once, others when they open and when they close.
  private func walk(_ visit: (OpaquePointer, Bool) -> Void) {
    guard let iterator = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator)
      else { return }
      unsafe visit(node, event == CMARK_EVENT_ENTER)
    }
  }

  private func isLeaf(_ type: cmark_node_type) -> Bool {
    type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_THEMATIC_BREAK
      || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK
      || type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_CODE
      || type == CMARK_NODE_HTML_INLINE
  }

  private func kind(of node: OpaquePointer, _ type: cmark_node_type) -> MarkdownDocument.Kind {
    switch type {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isOrdered ? Int(unsafe cmark_node_get_list_start(node)) : nil,
        isTight: unsafe cmark_node_get_list_tight(node) != 0
      )
    case CMARK_NODE_ITEM:
      guard let name = unsafe cmark_node_get_type_string(node), unsafe strcmp(name, "tasklist") == 0
      else { return .item }
      return .task(isDone: unsafe cmark_gfm_extensions_get_tasklist_item_checked(node))
    case CMARK_NODE_CODE_BLOCK: return .codeBlock(isFenced: unsafe isFenced(node))
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING:
      return .heading(level: Int(unsafe cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_HTML_INLINE: return .htmlInline
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: return unsafe extensionKind(of: node, type)
    }
  }

  private func extensionKind(
    of node: OpaquePointer,
    _ type: cmark_node_type
  ) -> MarkdownDocument.Kind {
    switch kinds[type.rawValue] {
    case .table: .table
    case .tableRow, .tableHeader:
      .tableRow(isHeader: unsafe cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    case .tableCell: .tableCell(nil)
    case .strikethrough: .strikethrough
    case nil: .text
    }
  }

  private func isFenced(_ node: OpaquePointer) -> Bool {
    var length: CInt = 0
    var offset: CInt = 0
    var character: CChar = 0
    return unsafe cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }
}
