internal import Languages

/// Reads the ports of programs whose files leave some of them out, or say them in several lines.
struct ListenerReader {
  let file: ReadFile

  /// What the program listens on, beside what ``FileEnd/all`` says.
  var listeners: [Listener] {
    guard !file.isInContainer else { return [] }
    switch file.program {
    case .defaults: return defaults
    case .livekit: return liveKit
    case .pgbouncer: return pgBouncer
    case .redis: return redis(usual: 6379)
    case .sentinel: return redis(usual: 26379)
    case .turnserver: return turnserver
    default: return []
    }
  }

  /// Ranges of media stand in two keys, and the embedded TURN server counts only where it is on.
  private var liveKit: [Listener] {
    var found = range("rtc.port_range_start", "rtc.port_range_end")
    guard file.content.last("turn.enabled")?.text == "true" else { return found }
    found += file.content.all("turn.udp_port").flatMap { file.listeners($0, [.udp]) }
    found += file.content.all("turn.tls_port").flatMap { file.listeners($0, [.tcp]) }
    return found + range("turn.relay_range_start", "turn.relay_range_end")
  }

  /// `ARGS="--web.listen-address=…"`, as the services of Debian take their arguments.
  private var defaults: [Listener] {
    guard case .lines(let lines) = file.content else { return [] }
    return lines.flatMap { line -> [Listener] in
      guard line.words.count > 1 else { return [] }
      return line.words[1].text.split(separator: " ").flatMap { option -> [Listener] in
        let parts = option.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].hasPrefix("-"), parts[0].contains("listen-address") else {
          return []
        }
        let found = FileContent.Found(texts: [String(parts[1])], ranges: [line.words[1].range])
        return file.listeners(found, [.tcp])
      }
    }
  }

  private func range(_ first: String, _ last: String) -> [Listener] {
    guard let start = file.content.last(first), let end = file.content.last(last),
      let low = Int(start.text), let high = Int(end.text), low <= high
    else { return [] }
    return [listener(low...high, [.udp], at: start.range)]
  }

  /// Without `listen_addr` PgBouncer has its socket alone; its port is 6432 unless said otherwise.
  private var pgBouncer: [Listener] {
    let port = file.content.last("[pgbouncer] listen_port ?")
    let addresses = file.content.all("[pgbouncer] listen_addr …")
    return addresses.flatMap { $0.text.split(separator: ",").map(String.init) }
      .compactMap { address in
        guard let number = Int(port?.text ?? "6432"), 1...65535 ~= number else { return nil }
        let place = port?.range ?? addresses.first?.range ?? 0..<0
        return listener(number...number, [.tcp], on: address == "*" ? nil : address, at: place)
      }
  }

  /// A `-` before an address allows that it is missing.
  private func redis(usual: Int) -> [Listener] {
    let port = file.content.last("port ?")
    let binds = file.content.all("bind …")
    guard let number = Int(port?.text ?? String(usual)), 1...65535 ~= number else { return [] }
    let place = port?.range ?? binds.first?.range ?? 0..<0
    guard !binds.isEmpty else { return [listener(number...number, [.tcp], at: place)] }
    return binds.map { bind in
      let address = bind.text.hasPrefix("-") ? String(bind.text.dropFirst()) : bind.text
      return listener(
        number...number,
        [.tcp],
        on: ["*", "0.0.0.0", "::", "::*"].contains(address) ? nil : address,
        at: place
      )
    }
  }

  /// The defaults of coturn 4.17 (`mainrelay.c`): 3478 and 5349 on both protocols, relays from
  /// 49152 on.
  private var turnserver: [Listener] {
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
        found.append(listener(number...number, protocols, on: host, at: port?.range ?? start))
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
      found.append(listener(first...last, [.udp], at: low?.range ?? start))
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

  private func listener(
    _ ports: ClosedRange<Int>,
    _ protocols: Set<TransportProtocol>,
    on address: String? = nil,
    at range: Range<Int>
  ) -> Listener {
    Listener(
      server: file.server,
      address: address,
      ports: ports,
      protocols: protocols,
      place: file.place(range)
    )
  }
}
