internal import Deployment

extension FileFacts {
  static let turnserver = FileFacts(
    lines: { reading in
      reading.read(by: TurnserverConfig.init).options.map { option in
        ConfigLine(words: [option.name] + (option.value.map { [$0] } ?? []))
      }
    },
    ends: [
      FileEnd("static-auth-secret ?", .gives(.turn)),
      FileEnd("cert ?", .reads),
      FileEnd("pkey ?", .reads),
    ]
  ) { file, facts in
    facts.listeners += TurnserverListeners(file: file).all
  }
}

/// The ports of coturn, with the defaults of 4.17 (`mainrelay.c`): 3478 and 5349 on both protocols,
/// relays from 49152 on.
private struct TurnserverListeners {
  let file: ReadFile

  var all: [Listener] {
    let addresses = file.content.all("listening-ip ?").map(\.text)
    var found: [Listener] = []
    func add(
      _ name: String,
      _ usual: Int,
      _ protocols: Set<TransportProtocol>,
      _ hosts: [String]
    ) {
      let port = file.content.last("\(name) ?")
      guard !protocols.isEmpty, let number = Int(port?.text ?? String(usual)), number > 0 else {
        return
      }
      for host in hosts.isEmpty ? [nil] : hosts.map(Optional.some) {
        found += file.listener(number...number, protocols, on: host, at: port?.range ?? start)
      }
    }
    add("listening-port", 3478, protocols(without: "no-udp", "no-tcp"), addresses)
    if !has("no-tls"), has("cert") {
      add("tls-listening-port", 5349, protocols(without: has("dtls") ? "" : nil, nil), addresses)
    }
    if has("prometheus") {
      add("prometheus-port", 9641, [.tcp], file.content.all("prometheus-address ?").map(\.text))
    }
    let low = file.content.last("min-port ?")
    let high = file.content.last("max-port ?")
    if let first = Int(low?.text ?? "49152"), let last = Int(high?.text ?? "65535"), first <= last {
      found += file.listener(first...last, [.udp], at: low?.range ?? start)
    }
    return found
  }

  /// The start of the file stands for what it does not say.
  private var start: Range<Int> { 0..<0 }

  private func has(_ directive: String) -> Bool { !file.content.all(directive).isEmpty }

  private func protocols(without udp: String?, _ tcp: String?) -> Set<TransportProtocol> {
    var all: Set<TransportProtocol> = [.tcp, .udp]
    if let udp { if !udp.isEmpty, has(udp) { all.remove(.udp) } } else { all.remove(.udp) }
    if let tcp, has(tcp) { all.remove(.tcp) }
    return all
  }
}
