internal import Diagnostics
internal import Languages
internal import Text

/// Holds the lines of a proxy to what their words may be.
struct HAProxyRules {
  let proxy: HAProxyProxy
  let config: HAProxyConfig

  /// What is wrong with the proxy's own lines.
  var findings: [Diagnostic] { header + proxy.section.lines.flatMap(findings) }

  /// A name has letters, digits and few signs (`invalid_char`), and no address stands behind it.
  private var header: [Diagnostic] {
    guard proxy.section.kind != "defaults" else { return [] }
    let words = proxy.section.header.words
    var findings: [Diagnostic] = []
    if words.count > 1 { findings += name(words[1], "a `\(proxy.section.kind)`") }
    if words.count > 2, words[2].text != "from" {
      findings.append(.haproxyHeader(words[2].plain, words[0].plain))
    }
    return findings
  }

  func name(_ word: HAProxyWord, _ noun: String) -> [Diagnostic] {
    guard !word.hasVariable, !word.text.contains("$"),
      let wrong = word.text.first(where: { !$0.isLetter && !$0.isNumber && !"-_.:".contains($0) })
    else { return [] }
    return [.haproxyName(word.plain, noun, wrong)]
  }

  private func findings(of line: HAProxyLine) -> [Diagnostic] {
    samples(of: line) + conditions(of: line) + values(of: line)
  }

  private func values(of line: HAProxyLine) -> [Diagnostic] {
    switch line.name {
    case "bind": addresses(of: line) + options(of: line, from: 2, in: "bind")
    case "server": server(line)
    case "acl": line.words.count > 1 ? name(line.words[1], "an ACL") : []
    case "default-server": options(of: line, from: 1, in: "server")
    case "timeout": time(line, at: 2)
    case "maxconn", "retries", "fullconn", "backlog": number(line)
    case "mode": choice(line, ["tcp", "http", "log", "spop"]) + extra(in: line, after: 2)
    case "log": HAProxyLog.findings(in: line)
    case "balance": balance(line)
    case "http-request": action(line, 1, "req")
    case "http-response": action(line, 1, "res")
    case "http-after-response": action(line, 1, "aft")
    case "tcp-request", "tcp-response": tcpRule(line)
    default: []
    }
  }

  private func server(_ line: HAProxyLine) -> [Diagnostic] {
    guard line.words.count > 2 else {
      return [.haproxyMissing("a name and an address", behind: line.keyword.plain)]
    }
    var findings = name(line.words[1], "a server")
    let address = line.words[2]
    if !address.hasVariable,
      let expected = HAProxyAddress.mistake(in: address.text, needsPort: false)
    {
      findings.append(.haproxyValue(address.plain, of: "server", expected))
    }
    return findings + options(of: line, from: 3, in: "server")
  }

  private func addresses(of line: HAProxyLine) -> [Diagnostic] {
    guard line.words.count > 1 else {
      return [.haproxyMissing("an address", behind: line.keyword.plain)]
    }
    let word = line.words[1]
    guard !word.hasVariable else { return [] }
    var start = 0
    var findings: [Diagnostic] = []
    for part in word.bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      if let expected = HAProxyAddress.mistake(in: part.text, needsPort: true) {
        let place = word.part(start..<start + part.count)
        findings.append(.haproxyValue(place, of: "bind", expected))
      }
      start += part.count + 1
    }
    return findings
  }

  /// Options stand in any order, most with one value.
  private func options(of line: HAProxyLine, from start: Int, in section: String) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var index = start
    while index < line.words.count {
      let name = line.words[index].plain
      index += 1
      if name.text == "source" || name.text == "usesrc" { break }
      // The name of one option holds a number in parentheses.
      let known = name.text.hasPrefix("set-proxy-v2-tlv-fmt(") ? "set-proxy-v2-tlv-fmt" : name.text
      guard let directive = HAProxyTable.all.directive(known, in: section) else {
        let names = HAProxyTable.all.names(in: section)
        findings.append(.haproxyUnknown(name, behind: line.name, names))
        break
      }
      let count = directive.arguments.count
      let values = line.words[index..<min(index + count, line.words.count)]
      if !values.contains(where: \.hasVariable) {
        let rules = DirectiveRules.haproxy
        findings += rules.findings(in: values.map(\.plain), of: directive, at: name)
      }
      index += count
    }
    return findings
  }

  private func time(_ line: HAProxyLine, at index: Int) -> [Diagnostic] {
    guard line.words.count > index else {
      return line.words.count == index
        ? [.haproxyMissing("a time", behind: line.words[index - 1].plain)] : []
    }
    let word = line.words[index]
    guard !word.hasVariable, !HAProxyTable.isTime(word.text) else {
      return extra(in: line, after: index + 1)
    }
    return [.haproxyValue(word.plain, of: "timeout \(line.second)", "a time such as `30s` or `1m`")]
  }

  private func extra(in line: HAProxyLine, after count: Int) -> [Diagnostic] {
    line.words.count > count ? [.haproxyExtra(line.words[count].plain, behind: line.name)] : []
  }

  private func number(_ line: HAProxyLine) -> [Diagnostic] {
    guard line.words.count > 1 else {
      return [.haproxyMissing("a number", behind: line.keyword.plain)]
    }
    let word = line.words[1]
    guard !word.hasVariable, !(ValueShape.integer(in: word.text).map { $0 >= 0 } ?? false) else {
      return []
    }
    return [.haproxyValue(word.plain, of: line.name, "a number")]
  }

  private func choice(_ line: HAProxyLine, _ words: [String]) -> [Diagnostic] {
    guard line.words.count > 1 else {
      return [.haproxyMissing(ValueShape.list(words), behind: line.keyword.plain)]
    }
    let word = line.words[1]
    guard !word.hasVariable, !words.contains(word.text) else { return [] }
    return [.haproxyValue(word.plain, of: line.name, ValueShape.list(words), among: words)]
  }

  private func balance(_ line: HAProxyLine) -> [Diagnostic] {
    let known = [
      "roundrobin", "static-rr", "leastconn", "first", "source", "uri", "url_param", "random",
      "rdp-cookie", "hash", "log-hash", "sticky",
    ]
    let isCall = ["hdr(", "random(", "rdp-cookie("].contains { line.second.hasPrefix($0) }
    // Alone it means `roundrobin`.
    return isCall || line.words.count == 1 ? [] : choice(line, known)
  }

  private func tcpRule(_ line: HAProxyLine) -> [Diagnostic] {
    switch (line.name, line.second) {
    case (_, "inspect-delay"): time(line, at: 2)
    case (_, "connection"): action(line, 2, "con")
    case (_, "session"): action(line, 2, "ses")
    case ("tcp-request", "content"): action(line, 2, "cnt")
    case ("tcp-response", "content"): action(line, 2, "rsp")
    default: []
    }
  }

  private func action(_ line: HAProxyLine, _ index: Int, _ rules: String) -> [Diagnostic] {
    guard line.words.count > index else {
      return [.haproxyMissing("an action", behind: line.words[index - 1].plain)]
    }
    let word = line.words[index]
    let name = word.text.prefix { $0 != "(" }
    guard !word.hasVariable, !name.hasPrefix("lua."), !name.hasPrefix("track-sc"),
      !name.hasPrefix("sc-")
    else { return [] }
    let table = HAProxyTable.all
    let fits = { (name: String) in
      table.directive(name, in: "action")?.facts["in"]?.split(separator: " ").contains {
        $0 == rules
      }
        ?? false
    }
    guard !fits(String(name)) else { return arguments(of: line, at: index) }
    let names = table.names(in: "action").filter(fits)
    return [.haproxyUnknown(word.part(0..<name.utf8.count), behind: line.name, names)]
  }
}
