import FoundationEssentials
@testable import Languages
import Testing

/// Queries with the verdict of Prometheus's own `promtool check rules` (2.42) before each.
///
/// A star marks where ours differs: a rule whose query gives a text or a range fails only when it
/// runs, and Prometheus 3 takes numbers as durations and names in quotes.
@Suite struct QueryTests {
  private static let rows: [(verdict: String, query: String)] = {
    let path = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let data = try? Data(contentsOf: URL(filePath: "/\(path)/Fixtures/queries.tsv"))
    return String(decoding: data ?? Data(), as: UTF8.self).split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return (String(parts[0].prefix { $0 != "*" }), parts[1])
    }
  }()

  @Test func `there are queries of both kinds`() {
    #expect(Self.rows.count { $0.verdict == "good" } > 80)
    #expect(Self.rows.count { $0.verdict == "bad" } > 60)
  }

  @Test(arguments: rows.map(\.query))
  func `a query is taken or refused as Prometheus does`(query: String) throws {
    let verdict = try #require(Self.rows.first { $0.query == query }).verdict
    let mistake = QueryParser.mistake(in: query)
    #expect((mistake == nil) == (verdict == "good"), "\(mistake?.message ?? "taken")")
    #expect((mistake?.range.upperBound ?? 0) <= query.utf8.count)
  }

  @Test(
    arguments: [
      ("{{ $labels.instance }} is down", nil), ("{{ if gt $value 5.0 }}a{{ else }}b{{ end }}", nil),
      ("{{ with query \"up{x=\\\"}}\\\"}\" }}{{ . | first | value | humanize }}{{ end }}", nil),
      ("{{ $x := printf \"%.2f\" $value }}{{ $x }}", nil), ("{{/* }} */}}x", nil),
      ("{{- range $i, $r := query \"up\" -}}{{ $r.Labels.job }}{{ end }}", nil),
      ("{{ $labels.instance }", 0..<2), ("{{ $label.instance }}", 3..<18),
      ("{{ humanise $value }}", 3..<11),
      ("{{ if $value }}a", 0..<15), ("{{ end }}", 0..<9), ("{{ }}", 0..<5),
    ] as [(String, Range<Int>?)]
  )
  func `a template is read as Prometheus does`(template: String, place: Range<Int>?) {
    #expect(GoTemplate.mistake(in: template)?.range == place)
  }
}
