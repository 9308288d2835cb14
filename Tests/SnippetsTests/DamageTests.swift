import Diagnostics
import Snippets
import Testing

/// Sound texts are damaged at random, the same way in every run, and checked as every kind.
@Suite struct DamageTests {
  /// Numbers that look random (xorshift), the same for the same seed.
  struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(sides, 1)))
    }
  }

  static let kinds: [SnippetKind] =
    [.yaml, .ansibleVars(catalog: "none"), .custom("schemas/own.json")]
    + SnippetKind.schemaNames.map { .tool($0) } + SnippetKind.formatNames.map { .format($0) }

  static let checker: SnippetChecker = {
    let schema = """
      { "properties": { "a": { "type": "string" }, "services": { "type": "object" } },
        "patternProperties": { "^x": { "$ref": "#" } }, "unevaluatedProperties": { "type": "object" } }
      """
    let schemas = CustomSchema.read(["schemas/own.json": Array(schema.utf8)]).value
    return SnippetChecker(
      catalogs: ["none": VariableCatalog(name: "none", table: [], renames: [])],
      schemas: schemas
    )
  }()

  static let texts: [String] = [
    """
    services:
      web: &web
        image: "nginx:1.27" # pinned
        ports: ["80:80", 22:22]
        environment: { A: 0123, B: 'x', C: ${D:-e} }
        command: |
          run \\
            --now
      other:
        <<: *web
        depends_on: [web]
    volumes: { data: {} }

    """,
    """
    - hosts: all
      vars: { größe: 1.10, "ü": !vault abc, no: yes }
      tasks:
        - { name: "a \\u00e9", when: x == 'y' }
    ---
    ? [a, b]
    : >-
      folded
       text

    """,
    """
    { "scope": "x", "list": [1, 2.5e3, true, null, "\\ud83d\\ude00"], "nested": { "a": { "b": [[]] } } }
    """,
    """
    global: { scrape_interval: 15s }
    scrape_configs:
      - job_name: node
        static_configs: [{ targets: ["10.0.0.1:9100"] }]
    rtc: { port_range_start: 1, udp_port: 7882 }

    """,
  ]

  private static let pieces: [[UInt8]] =
    [
      "[", "]", "{", "}", ":", ": ", "- ", "&a ", "*a", "!x ", "|", ">", "#", " #", "\"", "'", "\n",
      "\r\n",
      "\t", "<<: ", "---\n", "...\n", "%", "@", "`", "\u{FEFF}", "\u{A0}", "“", "\u{2028}", "${",
      "}}", "{{", "\\",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xED, 0xA0, 0x80]]

  static func damaged(_ text: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var text = text
    for _ in 0...dice.roll(4) {
      let place = dice.roll(text.count + 1)
      let end = min(text.count, place + dice.roll(12))
      switch dice.roll(4) {
      case 0: text.insert(contentsOf: pieces[dice.roll(pieces.count)], at: place)
      case 1: text.removeSubrange(place..<end)
      case 2: text.replaceSubrange(place..<end, with: pieces[dice.roll(pieces.count)])
      default: text.insert(contentsOf: Array(text[place..<end]), at: dice.roll(text.count + 1))
      }
    }
    return text
  }

  static func places(of finding: Diagnostic) -> [Range<Int>] {
    [finding.location.range] + finding.notes.compactMap { $0.location?.range }
      + finding.fixes.flatMap(\.edits).map(\.location.range)
  }

  @Test(arguments: texts.indices)
  func `damaged texts give findings inside them and no crash`(index: Int) {
    var dice = Dice(state: 0x9E37_79B9_7F4A_7C15 &+ UInt64(index))
    for round in 0..<1200 {
      let text = Self.damaged(Array(Self.texts[index].utf8), &dice)
      for kind in [Self.kinds[round % Self.kinds.count], Self.kinds[dice.roll(Self.kinds.count)]] {
        for finding in Self.checker.check(text, as: kind) {
          let isInside = Self.places(of: finding).allSatisfy { $0.upperBound <= max(text.count, 1) }
          #expect(isInside, "\(kind) \(finding.rule) \(finding.message): \(text)")
        }
      }
    }
  }

  @Test(arguments: ["[", "{", "- ", "{\"a\":", "? ", "(", "${a:-", "!a &b ", "\"", "<<A\n", "if "])
  func `deep nesting is a finding and no overflow`(piece: String) {
    let text = Array(String(repeating: piece, count: piece.hasSuffix("\n") ? 1_000 : 8_000).utf8)
    for kind in Self.kinds { _ = Self.checker.check(text, as: kind) }
  }

  @Test func `aliases and merges that multiply come to an end`() {
    var laughs = "a0: &a0 { k: x }\n"
    for level in 1...12 {
      let alias = "*a\(level - 1)"
      laughs += "a\(level): &a\(level) { <<: [\(alias), \(alias)], l: [\(alias), \(alias)] }\n"
    }
    // Each level stands deep inside, so that the whole is deeper than any of it.
    let brackets = (String(repeating: "[", count: 150), String(repeating: "]", count: 150))
    var deep = "b0: &b0 [x]\n"
    for level in 1...60 {
      deep += "b\(level): &b\(level) \(brackets.0)*b\(level - 1)\(brackets.1)\n"
    }
    for kind in Self.kinds {
      for text in [laughs, deep] { _ = Self.checker.check(Array(text.utf8), as: kind) }
    }
  }

  @Test func `line breaks of Windows change no finding but its place`() {
    let text = "a: 1\nb: &x 2\nc: |\n  text\n  more\nd: 22:22\ne: [a,\n  b]\nf: no\na: 3\n"
    let unix = Self.checker.check(Array(text.utf8), as: .yaml)
    let windows = Self.checker.check(Array(text.replacing("\n", with: "\r\n").utf8), as: .yaml)
    #expect(!unix.isEmpty)
    #expect(unix.map(\.message) == windows.map(\.message))
    let lines = SourceFile(path: "", bytes: Array(text.utf8))
    let others = SourceFile(path: "", bytes: Array(text.replacing("\n", with: "\r\n").utf8))
    #expect(
      unix.map { lines.position(at: $0.location.range.lowerBound) }
        == windows.map { others.position(at: $0.location.range.lowerBound) }
    )
  }
}
