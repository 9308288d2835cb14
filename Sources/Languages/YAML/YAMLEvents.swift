internal import CYAML
internal import Glibc

/// Reads YAML with libyaml, event by event; the only file that knows the library.
@safe struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  /// The byte offset of each Unicode scalar; empty where all are one byte long.
  private let offsets: [Int]

  /// What happens next in a text, with its range in bytes.
  enum Event {
    case documentStart
    case documentEnd
    case alias(name: String, Range<Int>)
    case scalar(text: String, style: YAMLStyle, tag: String?, anchor: String?, Range<Int>)
    case sequenceStart(anchor: String?, tag: String?, isFlow: Bool, Range<Int>)
    case sequenceEnd(Range<Int>)
    case mappingStart(anchor: String?, tag: String?, isFlow: Bool, Range<Int>)
    case mappingEnd(Range<Int>)
    case end
  }

  init(_ bytes: [UInt8]) {
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = unsafe text.initialize(from: bytes)
    offsets =
      bytes.allSatisfy { $0 < 0x80 } ? [] : bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
    guard unsafe yaml_parser_initialize(parser) != 0 else {
      preconditionFailure("libyaml cannot make a parser: out of memory")
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml counts a byte order mark as a column, which would indent the first line.
    mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    unsafe yaml_parser_set_input_string(
      parser,
      text.baseAddress?.advanced(by: mark),
      bytes.count - mark
    )
    count = bytes.count
  }

  private let count: Int
  /// The length of the byte order mark.
  private let mark: Int
  /// The quoted text over several lines that was read last, and the line on which it ends.
  private var lastQuote: (start: Int, line: Int)?

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// Returns the next event.
  mutating func next() throws(YAMLSyntaxError) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) != 0 else { throw failure() }
    defer { unsafe yaml_event_delete(&event) }
    let range =
      unsafe offset(event.start_mark)..<max(offset(event.start_mark), offset(event.end_mark))
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT:
      return .alias(name: unsafe string(event.data.alias.anchor) ?? "", range)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isQuoted = unsafe [.single, .double].contains(style(scalar.style))
      let isSpread = unsafe event.start_mark.line < event.end_mark.line
      lastQuote =
        unsafe isQuoted && isSpread ? (range.lowerBound, Int(event.end_mark.line)) : nil
      return .scalar(
        text: unsafe String(decoding: bytes, as: UTF8.self),
        style: unsafe style(scalar.style),
        tag: unsafe string(scalar.tag),
        anchor: unsafe string(scalar.anchor),
        range
      )
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return .sequenceStart(
        anchor: unsafe string(start.anchor),
        tag: unsafe string(start.tag),
        isFlow: unsafe start.style == YAML_FLOW_SEQUENCE_STYLE,
        range
      )
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd(range)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return .mappingStart(
        anchor: unsafe string(start.anchor),
        tag: unsafe string(start.tag),
        isFlow: unsafe start.style == YAML_FLOW_MAPPING_STYLE,
        range
      )
    case YAML_MAPPING_END_EVENT: return .mappingEnd(range)
    case YAML_STREAM_END_EVENT: return .end
    default: return try next()
    }
  }

  private func offset(_ place: yaml_mark_t) -> Int {
    let scalar = Int(place.index) + (mark > 0 ? 1 : 0)
    guard !offsets.isEmpty else { return min(scalar, count) }
    return scalar < offsets.count ? offsets[scalar] : count
  }

  private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(
      decoding: UnsafeBufferPointer(
        start: text,
        count: strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
      ),
      as: UTF8.self
    )
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .double
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func failure() -> YAMLSyntaxError {
    func words(_ text: UnsafePointer<CChar>?) -> String {
      guard let text = unsafe text else { return "" }
      return unsafe String(cString: text)
    }
    let isReader = unsafe parser.pointee.error == YAML_READER_ERROR
    let line = unsafe Int(parser.pointee.problem_mark.line)
    let context = unsafe words(parser.pointee.context)
    let quote =
      context == "while scanning a quoted scalar"
      ? offset(unsafe parser.pointee.context_mark)
      : lastQuote.flatMap { $0.line == line ? $0.start : nil }
    return YAMLSyntaxError(
      problem: unsafe words(parser.pointee.problem),
      context: context,
      offset: isReader
        ? min(Int(unsafe parser.pointee.problem_offset) + mark, count)
        : offset(unsafe parser.pointee.problem_mark),
      quote: isReader ? nil : quote,
      bracket: context.hasPrefix("while parsing a flow")
        ? offset(unsafe parser.pointee.context_mark) : nil
    )
  }
}
