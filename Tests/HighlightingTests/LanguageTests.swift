import Highlighting
import Testing

/// The tokens of each language, written down by hand: `kind|text` for what is not plain.
@Suite struct LanguageTests {
  private static func shown(_ text: String, _ language: String) -> [String] {
    let bytes = Array(text.utf8)
    var start = 0
    return (Language.tokens(of: bytes, in: language) ?? []).compactMap { token in
      defer { start = token.end }
      guard token.kind != .plain else { return nil }
      return "\(token.kind)|" + String(decoding: bytes[start..<token.end], as: UTF8.self)
    }
  }

  static let examples: [(language: String, text: String, tokens: [String])] = [
    (
      "yaml",
      "---\n# note\nname: pg1 # why\nttl: 30\nssl: \"on\"\nup: true\nurl: http://a:80/x#y\n",
      [
        "keyword|---", "comment|# note", "key|name", "comment|# why", "key|ttl", "number|30",
        "key|ssl", "string|\"on\"", "key|up", "keyword|true", "key|url",
      ]
    ),
    (
      "yaml", "a: |\n  x: 1\n\n  y\nb:\n  - c: >-\n      z\n    d: 'q'\n",
      [
        "key|a", "string|  x: 1\n\n  y\n", "key|b", "key|c", "string|      z\n", "key|d",
        "string|'q'",
      ]
    ),
    (
      "yaml", "a: {b: [1, x], \"c\": *d}\ne: &f !!str {{ g }}\nh: \"p ${Q} r\"\n",
      [
        "key|a", "key|b", "number|1", "key|\"c\"", "variable|*d", "key|e", "variable|&f",
        "variable|!!str", "variable|{{ g }}", "key|h", "string|\"p ", "variable|${Q}",
        "string| r\"",
      ]
    ),
    (
      "bash", "# note\nfor x in a b; do\n  sudo systemctl restart \"$x-$(date +%F)\"\ndone\n",
      [
        "comment|# note", "keyword|for", "keyword|in", "keyword|do", "name|sudo",
        "name|systemctl", "string|\"", "variable|$x", "string|-", "name|date", "string|\"",
        "keyword|done",
      ]
    ),
    (
      "bash", "LANG=C cat <<EOF >f # x\na $b\nEOF\necho 'it''s' >&2 | wc -l\n",
      [
        "variable|LANG", "name|cat", "keyword|EOF", "comment|# x", "string|a ", "variable|$b",
        "string|\n", "keyword|EOF", "name|echo", "string|'it''s'", "name|wc",
      ]
    ),
    (
      "bash", "x=$((1<<4)); [[ -n ${x:-a} ]] && cat <<<\"$x\"\n",
      [
        "variable|x", "number|1", "number|4", "keyword|[[", "variable|${x:-a}", "name|cat",
        "string|\"", "variable|$x", "string|\"",
      ]
    ),
    (
      "console", "$ echo a \\\n> b\nb # not\nroot@db:~# id\nuid=0\n",
      [
        "prompt|$ ", "name|echo", "prompt|> ", "output|b # not\n", "prompt|root@db:~# ",
        "name|id", "output|uid=0\n",
      ]
    ),
    (
      "ini", "; note\n[pgbouncer]\nmax_client_conn = 500\nlog = off\nauth_file = /etc/u.txt\n",
      [
        "comment|; note", "name|[pgbouncer]", "key|max_client_conn", "number|500", "key|log",
        "keyword|off", "key|auth_file",
      ]
    ),
    (
      "conf",
      "# a\nvrrp_instance VI_1 {\n  state BACKUP # why\n  virtual_router_id 51\n}\nauth=yes\n",
      [
        "comment|# a", "key|vrrp_instance", "key|state", "comment|# why",
        "key|virtual_router_id", "number|51", "key|auth", "keyword|yes",
      ]
    ),
    (
      "systemd", "[Service]\nExecStart=/bin/x --a %i \\\n  $OPTS\nRestart=always\n# b\n",
      [
        "name|[Service]", "key|ExecStart", "variable|%i", "variable|$OPTS", "key|Restart",
        "comment|# b",
      ]
    ),
    (
      "json", "{\"a\": [1, -2.5e3, true], \"b\": \"c\\\"\"}",
      ["key|\"a\"", "number|1", "number|-2.5e3", "keyword|true", "key|\"b\"", "string|\"c\\\"\""]
    ),
    (
      "haproxy",
      "frontend public\n    bind :443 ssl crt /etc/x.pem # tls\n    use_backend be if { path -m beg /a }\n    timeout client 30s\n",
      [
        "keyword|frontend", "name|public", "key|bind", "comment|# tls", "key|use_backend",
        "keyword|if", "key|timeout", "number|30s",
      ]
    ),
    (
      "sql", "-- a\nSELECT 'it''s', 5 FROM \"T\" WHERE x = $1 AND y = :z;\n\\q\n$b$ x $b$",
      [
        "comment|-- a", "keyword|SELECT", "string|'it''s'", "number|5", "keyword|FROM",
        "name|\"T\"", "keyword|WHERE", "variable|$1", "keyword|AND", "variable|:z", "name|\\q",
        "string|$b$ x $b$",
      ]
    ),
    (
      "nginx", "server {\n  listen 443 ssl; # a\n  return 301 \"https://$host/\";\n}\n",
      [
        "key|server", "key|listen", "number|443", "comment|# a", "key|return", "number|301",
        "string|\"https://", "variable|$host", "string|/\"",
      ]
    ),
    (
      "toml", "[a.b]\nc = \"d\" # e\n'f' = [1, true]\ng = { h = 2026-01-01 }\n",
      [
        "name|[a.b]", "key|c", "string|\"d\"", "comment|# e", "key|'f' ", "number|1",
        "keyword|true", "key|g", "key|h", "number|2026-01-01",
      ]
    ),
    (
      "env", "# a\nexport TAG=3\nURL=\"http://$HOST\" # b\nX='$y'\n",
      [
        "comment|# a", "keyword|export", "key|TAG", "number|3", "key|URL", "string|\"http://",
        "variable|$HOST", "string|\"", "comment|# b", "key|X", "string|'$y'",
      ]
    ),
    (
      "nft",
      "table inet filter {\n  chain input { type filter hook input priority 0; policy drop; }\n  tcp dport 22 accept # a\n}\n",
      [
        "keyword|table", "keyword|inet", "keyword|chain", "keyword|type", "keyword|hook",
        "keyword|priority", "number|0", "keyword|policy", "name|drop", "keyword|tcp",
        "keyword|dport", "number|22", "name|accept", "comment|# a",
      ]
    ),
    (
      "dockerfile",
      "FROM debian:12 AS build\nRUN apt-get install \\\n  jq && rm -rf \"$X\"\nENV A=1\n",
      [
        "keyword|FROM", "keyword|AS", "keyword|RUN", "name|apt-get", "name|rm", "string|\"",
        "variable|$X", "string|\"", "keyword|ENV", "key|A", "number|1",
      ]
    ),
    (
      "python", "import os\n@cache\ndef f(x):  # a\n    return f\"\"\"b\n\"\"\" + r'c' + 1\n",
      [
        "keyword|import", "name|@cache", "keyword|def", "name|f", "comment|# a", "keyword|return",
        "string|f\"\"\"b\n\"\"\"", "string|r'c'", "number|1",
      ]
    ),
  ]

  @Test(arguments: examples.indices)
  func `a language tells its tokens apart`(example: Int) {
    let (language, text, tokens) = Self.examples[example]
    #expect(Self.shown(text, language) == tokens)
  }

  /// Texts that leave everything open, cut at every byte, and random bytes.
  private static func hostile(_ seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = [
      "\"", "'", "`", "$", "${", "$(", "$((", "))", ")", "(", "{", "}", "{{", "}}", "[", "]", "#",
      "<<", "<<-EOF", "EOF", "\n", "\n\n", "\t", " ", "  ", ":", ": ", "- ", "|", ">", "|2-", "\\",
      "\\\n", "/*", "*/", "--", "//", "=", ",", ";", "a", "in", "for ", "case ", "RUN ", "$ ", "%[",
      "\"\"\"", "'''", "&a", "*b", "!c", "---", "é", "\u{0}", "0x1F", "12.5s", "Zq000001qZ", "\r\n",
    ].map { Array($0.utf8) }
    return (0..<60).flatMap { _ -> [UInt8] in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let choice = Int(state >> 33)
      return choice % 40 == 0
        ? [UInt8(truncatingIfNeeded: choice >> 8)] : pieces[choice % pieces.count]
    }
  }

  @Test(arguments: Language.names)
  func `the tokens of any bytes are those bytes`(language: String) throws {
    let texts =
      (0..<400).map { Self.hostile(UInt64($0)) }
      + Self.examples.flatMap { example -> [[UInt8]] in
        let bytes = Array(example.text.utf8)
        return (0...bytes.count).map { Array(bytes.prefix($0)) }
      }
    for text in texts {
      let tokens = try #require(Language.tokens(of: text, in: language))
      var place = 0
      for token in tokens {
        #expect(token.end > place, "\(language) in \(String(decoding: text, as: UTF8.self))")
        place = token.end
      }
      #expect(place == text.count, "\(language) in \(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func `a language that is not known has no tokens`() {
    #expect(Language.tokens(of: Array("x".utf8), in: "klingon") == nil)
  }
}
