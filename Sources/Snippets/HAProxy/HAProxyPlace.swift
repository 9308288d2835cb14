internal import Languages

/// When a sample is taken: not all of them exist then (`fetch_cap` of sample.c).
struct HAProxyPlace: Sendable {
  /// The moments of a connection, in their order.
  enum Moment: Int, CaseIterable, Sendable {
    case connection, session, frontRequest, frontHeaders, frontBody, switching, backRequest,
      backHeaders
    case backBody, server, connecting, backResponse, backAnswer, backAnswerBody, storing,
      frontResponse
    case frontAnswer, frontAnswerBody, log
  }

  /// As a message calls it.
  let name: String
  /// A sample must exist at one of them.
  let moments: [Moment]

  /// Whether a sample of some sources exists.
  func has(_ sources: [String]) -> Bool {
    // What a new HAProxy takes a sample from is not known.
    sources.isEmpty
      || sources.contains { source in
        guard let range = Self.ranges[source] else { return true }
        return moments.contains { range ~= $0.rawValue }
      }
  }

  private static let ranges: [String: ClosedRange<Int>] = {
    func range(_ first: Moment, _ last: Moment) -> ClosedRange<Int> {
      first.rawValue...last.rawValue
    }
    return [
      "L5CLI": range(.session, .log), "L6REQ": range(.frontRequest, .connecting),
      "HRQHV": range(.frontRequest, .connecting), "HRQHP": range(.frontRequest, .log),
      "HRQBO": range(.frontBody, .connecting), "BKEND": range(.backRequest, .log),
      "SERVR": range(.connecting, .log), "L4SRV": range(.backResponse, .log),
      "L5SRV": range(.backResponse, .log), "L6RES": range(.backResponse, .frontAnswerBody),
      "HRSHV": range(.backResponse, .frontAnswerBody), "HRSHP": range(.backResponse, .log),
      "HRSBO": range(.backAnswerBody, .frontAnswerBody), "RQFIN": range(.frontRequest, .log),
      "RSFIN": range(.server, .log), "TXFIN": range(.frontRequest, .log),
    ]
  }()
}

extension HAProxyRules {
  /// When the samples of a line are taken; nothing where that is not told.
  func place(of line: HAProxyLine) -> HAProxyPlace? {
    let kind = proxy.section.kind
    guard kind != "defaults" else { return nil }
    func place(_ front: HAProxyPlace.Moment, _ back: HAProxyPlace.Moment) -> HAProxyPlace {
      let moments = kind == "frontend" ? [front] : kind == "backend" ? [back] : [front, back]
      let isTCP = line.name.hasPrefix("tcp-") && line.words.count > 1
      return HAProxyPlace(name: "`\(line.name)\(isTCP ? " \(line.second)" : "")`", moments: moments)
    }
    switch (line.name, line.second) {
    case ("http-request", _): return place(.frontHeaders, .backHeaders)
    case ("http-response", _), ("http-after-response", _): return place(.frontAnswer, .backAnswer)
    case ("tcp-request", "connection"): return place(.connection, .connection)
    case ("tcp-request", "session"): return place(.session, .session)
    case ("tcp-request", "content"): return place(.frontRequest, .backRequest)
    case ("tcp-response", "content"): return place(.backResponse, .backResponse)
    case ("stick", "store-response"): return place(.storing, .storing)
    case ("stick", _), ("use-server", _): return place(.server, .server)
    case ("balance", "hash"): return place(.server, .server)
    case ("use_backend", _): return place(.switching, .switching)
    case ("log-format", _), ("log-format-sd", _), ("error-log-format", _): return place(.log, .log)
    default: return nil
    }
  }

  /// The words that are samples as a whole, without braces or `%[…]`.
  func expressions(of line: HAProxyLine) -> [HAProxyWord] {
    switch line.name {
    case "http-request", "http-response", "http-after-response": return argument(of: line, at: 1)
    case "tcp-request", "tcp-response": return argument(of: line, at: 2)
    case "stick":
      let verbs = ["on", "match", "store-request", "store-response"]
      return verbs.contains(line.second) ? Array(line.words.dropFirst(2).prefix(1)) : []
    case "balance": return line.second == "hash" ? Array(line.words.dropFirst(2).prefix(1)) : []
    case "http-check", "tcp-check":
      return line.second.hasPrefix("set-var(") ? argument(of: line, at: 1) : []
    case "server", "default-server", "server-template":
      let marks = ["sni", "pool-conn-name"]
      return zip(line.words, line.words.dropFirst()).filter { marks.contains($0.0.text) }.map {
        $0.1
      }
    default: return []
    }
  }

  private static let actions = [
    "set-var", "track-sc", "track-sc0", "track-sc1", "track-sc2", "sc-set-gpt0", "sc-set-gpt",
    "sc-add-gpc",
    "set-src", "set-dst", "set-src-port", "set-dst-port", "set-priority-class",
    "set-priority-offset",
    "capture", "do-resolve",
  ]

  /// The word behind an action that takes a sample.
  private func argument(of line: HAProxyLine, at index: Int) -> [HAProxyWord] {
    guard index + 1 < line.words.count else { return [] }
    let name = String(line.words[index].text.prefix { $0 != "(" })
    let word = line.words[index + 1]
    guard Self.actions.contains(name), !["if", "unless", "id", "len"].contains(word.text),
      Int(word.text) == nil
    else { return [] }
    return [word]
  }

  /// The place of the word that is a log format; nothing where the line has none.
  func logFormat(of line: HAProxyLine) -> Int? {
    switch line.name {
    case "log-format", "log-format-sd", "error-log-format", "unique-id-format": return 1
    case "http-request", "http-response", "http-after-response":
      let name = line.second.prefix { $0 != "(" }
      if ["set-header", "add-header"].contains(name) { return 3 }
      return ["set-path", "set-pathq", "set-uri", "set-query", "set-var-fmt"].contains(name)
        ? 2 : nil
    default: return nil
    }
  }
}
