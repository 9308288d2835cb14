import Diagnostics
import Testing

@testable import DocBuild

/// Whatever is beside a placeholder or a slip, in prose and code: it is read or reported once.
@Suite struct PlaceholderNeighbourTests {
  private static let neighbours = [
    "", " ", "a", "1", "\"", "'", "`", "\\", "\\\\", "#", "$", "${", "$(", "$((", "$[", "((", "))",
    "(",
    ")", "[", "]", "[[", "{", "}", "{{", "}}", "<", ">", ">>", "<<", "<<<", "|", "||", "&", "&&",
    ";",
    ":", ": ", "- ", "=", "==", "*", "**", "/", "//", "/*", "*/", "--", "-", "+", "%", "%[", "!",
    "@",
    "~", "?", ".", ",", "\"\"\"", "'''", "0x", "1.", "Z", "é", "\t", "<<EOF\n", "\nEOF\n", "$'",
    "<!--",
    "-->", "for ", "case ", "&#90;", "EOF",
  ]

  private static let forms = [
    "<<ip.vip>>", "<<ip.vip CHANGE_TO_VIP>>", "<< ip.vip >>", "<<Ip.vip>>", "<<ip.vip>",
    "<ip.vip>>",
    "<<ip.vip change>>", "<<ip.vip\u{A0}CHANGE_TO_VIP>>", "<<ip .vip>>", "<<ip.vip>>>",
    "<<<ip.vip>>",
    "< <ip.vip>>", "＜＜ip.vip＞＞", "&lt;&lt;ip.vip&gt;&gt;", "<<ip.vip,CHANGE>>", "<<ip.", "<<vip>>",
    "<<end>>", "<<if ip.vip>>", "<<ip.vip\\<<ip.vip>>", "\\<<ip.vip>>", "<<ip.vip>><<ip.vip>>",
  ]

  private static let names: DeclaredNames = {
    let keys =
      "ip.vip: { type: ipv4, source: customer, hint: CHANGE_TO_VIP, example: 10.0.0.1, about: A. }\n"
    let file = SourceFile(path: "keys.yml", bytes: Array(keys.utf8))
    return DeclaredNames(Declarations.read(keys: file, servers: nil).value)
  }()

  @Test(arguments: forms)
  func `a template takes every byte once`(form: String) {
    for fence in ["", "```bash\n", "```cpp\n", "```mermaid\n", "```yaml verbatim\n", "> - "] {
      for near in Self.neighbours {
        for (before, after) in [(near, ""), ("", near), (near, near)] {
          let text = Array("\(fence)a \(before)\(form)\(after) z\n".utf8)
          let file = SourceFile(path: "a.md", bytes: text)
          let template = TemplateParser.parse(file, names: Self.names).value
          var end = 0
          for item in template.items {
            guard let range = item.range else { continue }
            #expect(range.lowerBound >= end, "\(fence)\(before)\(form)\(after)")
            end = range.upperBound
          }
          #expect(end <= text.count)
        }
      }
    }
  }
}

extension Template.Item {
  fileprivate var range: Range<Int>? {
    switch self {
    case .text(let range), .lineBreak(let range), .escaped(let range), .malformed(let range): range
    case .placeholder(let placeholder): placeholder.range
    case .each, .condition, .include, .gap: nil
    }
  }
}
