/// Pages like those of a deployment guide, always the same.
struct Corpus {
  private var state: UInt64

  private static let words =
    """
    cluster node replication standby primary failover quorum health check backend worker process \
    memory connection pool timeout certificate renewal bucket erasure retention restore snapshot \
    log monitoring alert dashboard exporter interval latency operator before after each change \
    restart reload inventory variable playbook role group private network address router priority \
    firewall rule port media relay session token rotate upgrade rollback window capacity users
    """.split(separator: " ").map(String.init)

  /// Creates a source of pages.
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Writes a page.
  ///
  /// - Parameters:
  ///   - title: its first heading.
  ///   - size: the least number of bytes.
  /// - Returns: Markdown.
  mutating func page(_ title: String, size: Int) -> String {
    var text = "---\ntitle: \(title)\ndescription: A page about \(word()).\n---\n# \(title)\n\n"
    var notes = 0
    while text.utf8.count < size {
      switch next(28) {
      case 0: text += "## \(heading())\n\n"
      case 1, 2: text += "### \(heading())\n\n"
      case 3, 4, 5: text += compose()
      case 6, 7, 8: text += shell()
      case 9: text += settings()
      case 10: text += balancer()
      case 11, 12: text += table()
      case 13, 14: text += list("- ")
      case 15: text += list("1. ")
      case 16: text += list("- [x] ")
      case 17: text += "> [!NOTE]\n> \(sentence())\n> \(sentence())\n\n"
      case 18:
        notes += 1
        text += "\(sentence())[^n\(notes)]\n\n[^n\(notes)]: \(sentence())\n\n"
      default: text += paragraph()
      }
    }
    return text
  }

  /// A number from 0 to below a bound.
  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func word() -> String { Self.words[next(Self.words.count)] }

  private mutating func heading() -> String { "\(word()) \(word()) \(word())".capitalizedFirst }

  private mutating func sentence() -> String {
    var words: [String] = []
    for _ in 0..<(8 + next(12)) {
      switch next(40) {
      case 0, 1: words.append("`\(word())_\(word())`")
      case 2: words.append("**\(word())**")
      case 3: words.append("*\(word())*")
      case 4: words.append("<<ip.node_\(1 + next(8))>>")
      case 5: words.append("[\(word())](https://example.org/\(word()))")
      default: words.append(word())
      }
    }
    return words.joined(separator: " ").capitalizedFirst + "."
  }

  private mutating func paragraph() -> String {
    (0..<(2 + next(4))).map { _ in sentence() }.joined(separator: "\n") + "\n\n"
  }

  private mutating func list(_ mark: String) -> String {
    (0..<(3 + next(5))).map { _ in mark + sentence() }.joined(separator: "\n") + "\n\n"
  }

  private mutating func table() -> String {
    var lines = ["| Name | Address | Meaning |", "|---|---|---:|"]
    for _ in 0..<(4 + next(12)) {
      lines.append("| `\(word())` | <<ip.node_\(1 + next(8))>> | \(word()) \(next(900)) |")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private mutating func compose() -> String {
    var lines = ["```yaml schema=compose", "services:"]
    for index in 0..<(1 + next(3)) {
      let port = 2000 + next(8000)
      lines += [
        "  \(word())\(index):", "    image: registry.example.org/\(word()):\(next(20)).\(next(30))",
        "    restart: unless-stopped", "    environment:",
        "      ADDRESS: <<ip.node_\(1 + next(8))>>", "      LEVEL: info", "    ports:",
        "      - \"\(port):\(port)\"", "    volumes:", "      - ./data:/data:rw",
        "    healthcheck:", "      test: [\"CMD\", \"true\"]", "      interval: 30s",
        "      retries: 3",
      ]
    }
    return lines.joined(separator: "\n") + "\n```\n\n"
  }

  private mutating func shell() -> String {
    var lines = ["```bash user=root"]
    for _ in 0..<(3 + next(7)) {
      lines.append("# \(word()) \(word()) \(word())")
      let address = "http://<<ip.node_\(1 + next(8))>>:8008/\(word())"
      lines.append("curl -fsS \"\(address)\" | jq -r '.\(word())'")
      lines.append("systemctl restart \(word()) && echo \"$HOME/\(word())\"")
    }
    return lines.joined(separator: "\n") + "\n```\n\n"
  }

  private mutating func settings() -> String {
    let lines = (0..<(4 + next(8))).map { _ in "\(word())_\(word()) = \(next(9000))" }
    return "```ini\n[\(word())]\n" + lines.joined(separator: "\n") + "\n```\n\n"
  }

  private mutating func balancer() -> String {
    let lines = (0..<(2 + next(7))).map {
      "    server w\($0) <<ip.node_\(1 + next(8))>>:\(8000 + $0) check inter 5s fall 3"
    }
    return "```haproxy\nbackend \(word())\n    balance leastconn\n"
      + lines.joined(separator: "\n") + "\n```\n\n"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
