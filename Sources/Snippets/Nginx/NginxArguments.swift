internal import Diagnostics
internal import Languages

/// Holds arguments to what nginx makes of them, where a shape of the table does not say it.
enum NginxArguments {
  /// Returns what is wrong with the arguments of the directives of a block.
  static func findings(in block: NginxBlock) -> [Diagnostic] {
    block.directives.flatMap { directive -> [Diagnostic] in
      guard block.context.directive(directive.text) != nil, !directive.arguments.isEmpty else {
        return []
      }
      return findings(of: directive, in: block.context)
    }
  }

  private static func findings(
    of directive: NginxDirective,
    in context: NginxContext
  ) -> [Diagnostic] {
    switch directive.text {
    case "listen": return listen(directive, context)
    case "server" where [.upstream, .streamUpstream].contains(context):
      return upstreamServer(directive)
    case "return" where context != .streamServer:
      return code(directive, directive.arguments.count == 1)
    case "error_page": return errorCodes(directive)
    case "rewrite": return rewrite(directive)
    case "location": return location(directive)
    case "if": return condition(directive)
    case "worker_processes":
      return one(directive, "a number or `auto`") { $0 == "auto" || ValueShape.isCount($0) }
    case "worker_connections", "keepalive":
      return one(directive, "a number", ValueShape.isCount)
    case "error_log": return directive.arguments.dropFirst().flatMap(level)
    case "access_log" where context != .streamServer: return logParameters(directive)
    case "limit_req": return limit(directive)
    case "proxy_cache_valid", "fastcgi_cache_valid", "scgi_cache_valid", "uwsgi_cache_valid":
      return validity(directive)
    case "keepalive_timeout":
      return directive.arguments.filter {
        !NginxTable.isOpen($0.text) && !NginxTable.isTime($0.text, hasMilliseconds: true)
      }.map { .nginxArgument($0, of: directive, "a time such as `65s`") }
    case "limit_req_zone", "limit_conn_zone": return zone(directive, "zone")
    case "proxy_cache_path", "fastcgi_cache_path", "scgi_cache_path", "uwsgi_cache_path":
      return zone(directive, "keys_zone")
    default: return []
    }
  }

  private static func one(
    _ directive: NginxDirective,
    _ expected: String,
    _ fits: (String) -> Bool
  ) -> [Diagnostic] {
    let word = directive.arguments[0]
    if NginxTable.isOpen(word.text) || fits(word.text) { return [] }
    return [.nginxArgument(word, of: directive, expected)]
  }

  private static func listen(_ directive: NginxDirective, _ context: NginxContext) -> [Diagnostic] {
    let address = directive.arguments[0]
    if NginxTable.isOpen(address.text) || address.text.contains("$") { return [] }
    var findings: [Diagnostic] = []
    if let listen = NginxListen(directive, usual: 80), listen.ports == nil,
      !address.text.hasPrefix("unix:")
    {
      findings.append(
        .nginxArgument(address, of: directive, "an address, a port or both such as `10.0.0.1:80`")
      )
    }
    for word in directive.arguments.dropFirst()
    where !NginxTable.isOpen(word.text) && !NginxListen.knows(word.text, in: context) {
      findings.append(
        .nginxParameter(word, of: directive, nearest: NginxListen.parameters)
      )
    }
    return findings
  }

  private static func logParameters(_ directive: NginxDirective) -> [Diagnostic] {
    let known = ["buffer=", "gzip=", "flush=", "if="]
    return directive.arguments.dropFirst(2).filter { word in
      word.text != "gzip" && !known.contains(where: word.text.hasPrefix)
        && !NginxTable.isOpen(word.text)
    }.map { .nginxParameter($0, of: directive, nearest: known + ["gzip"]) }
  }

  private static func limit(_ directive: NginxDirective) -> [Diagnostic] {
    let known = ["zone=", "burst=", "delay=", "nodelay"]
    return directive.arguments.filter { word in
      word.text != "nodelay" && !known.contains { $0.hasSuffix("=") && word.text.hasPrefix($0) }
        && !NginxTable.isOpen(word.text)
    }.map { .nginxParameter($0, of: directive, nearest: known) }
  }

  /// Codes or `any`, then a time.
  private static func validity(_ directive: NginxDirective) -> [Diagnostic] {
    guard let last = directive.arguments.last, !NginxTable.isOpen(last.text),
      !NginxTable.isTime(last.text, hasMilliseconds: false)
    else { return [] }
    return [.nginxArgument(last, of: directive, "a time such as `10m` at its end")]
  }

  private static let serverParameters = [
    "weight=", "max_conns=", "max_fails=", "fail_timeout=", "backup", "down", "resolve", "service=",
    "route=", "drain", "slow_start=",
  ]

  private static func upstreamServer(_ directive: NginxDirective) -> [Diagnostic] {
    let address = directive.arguments[0]
    if address.text.contains("://") {
      let expected = "a host with or without a port such as `10.20.0.11:8008`"
      return [.nginxArgument(address, of: directive, expected)]
    }
    return directive.arguments.dropFirst().filter { word in
      !NginxTable.isOpen(word.text)
        && !serverParameters.contains { known in
          known.hasSuffix("=") ? word.text.hasPrefix(known) : word.text == known
        }
    }.map { .nginxParameter($0, of: directive, nearest: serverParameters) }
  }

  /// A single argument of `return` may be an address, too.
  private static func code(_ directive: NginxDirective, _ isAlone: Bool) -> [Diagnostic] {
    let word = directive.arguments[0]
    let isAddress = ["http://", "https://", "$scheme"].contains { word.text.hasPrefix($0) }
    if isAlone, isAddress || NginxTable.isOpen(word.text) { return [] }
    if let code = Int(word.text), 0...999 ~= code { return [] }
    let expected = isAlone ? "a code such as `404`, or an address" : "a code such as `301`"
    return [.nginxArgument(word, of: directive, expected)]
  }

  /// Codes, then perhaps `=CODE`, then an address.
  private static func errorCodes(_ directive: NginxDirective) -> [Diagnostic] {
    directive.arguments.dropLast().filter { word in
      if word.text.hasPrefix("=") {
        let code = word.text.dropFirst()
        return !(code.isEmpty || Int(code) != nil)
      }
      return !(Int(word.text).map { 300...599 ~= $0 } ?? false)
    }.map { .nginxArgument($0, of: directive, "codes between 300 and 599 before the address") }
  }

  private static func rewrite(_ directive: NginxDirective) -> [Diagnostic] {
    guard directive.arguments.count == 3 else { return [] }
    let word = directive.arguments[2]
    let flags = ["last", "break", "redirect", "permanent"]
    return flags.contains(word.text)
      ? [] : [.nginxParameter(word, of: directive, nearest: flags, all: flags)]
  }

  private static func location(_ directive: NginxDirective) -> [Diagnostic] {
    guard directive.arguments.count == 2 else { return [] }
    let word = directive.arguments[0]
    return ["=", "^~", "~", "~*"].contains(word.text)
      ? [] : [.nginxArgument(word, of: directive, "`=`, `^~`, `~` or `~*` before the address")]
  }

  /// `($a)`, `($a = b)`, `(-f $a)`: the bracket belongs to the first and the last word.
  private static func condition(_ directive: NginxDirective) -> [Diagnostic] {
    let words = directive.arguments
    guard let first = words.first, let last = words.last else { return [] }
    guard first.text.hasPrefix("("), last.text.hasSuffix(")") else {
      return [.nginxArgument(first, of: directive, "a condition in `(` and `)`")]
    }
    let inner = words.map(\.text).filter { $0 != "(" && $0 != ")" }
    let start = inner.first.map { $0.hasPrefix("(") ? String($0.dropFirst()) : $0 } ?? ""
    let tests = ["-f", "!-f", "-d", "!-d", "-e", "!-e", "-x", "!-x"]
    guard start.hasPrefix("$") || tests.contains(start) else {
      return [.nginxArgument(first, of: directive, "a variable or a test such as `-f`")]
    }
    let operators = ["=", "!=", "~", "~*", "!~", "!~*"]
    if start.hasPrefix("$"), inner.count > 1, !operators.contains(inner[1]) {
      let place = words.first { $0.text == inner[1] } ?? first
      return [.nginxArgument(place, of: directive, ValueShape.list(operators))]
    }
    return []
  }

  private static let levels = [
    "debug", "info", "notice", "warn", "error", "crit", "alert", "emerg", "debug_core",
    "debug_alloc", "debug_mutex", "debug_event", "debug_http", "debug_mail", "debug_stream",
  ]

  private static func level(_ word: Word) -> [Diagnostic] {
    levels.contains(word.text) || NginxTable.isOpen(word.text)
      ? [] : [.nginxLevel(word, Array(levels.prefix(8)))]
  }

  private static func zone(_ directive: NginxDirective, _ key: String) -> [Diagnostic] {
    guard let zone = directive.value(key) else {
      return [.nginxMissing("\(key)=NAME:SIZE", of: directive)]
    }
    let parts = zone.text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let unit = parts[1].last,
      unit.isNumber || "kKmM".contains(unit)
    else { return [.nginxArgument(zone, of: directive, "a name and a size such as `one:10m`")] }
    return []
  }
}

extension ValueShape {
  /// Whether a text is a whole number without a sign.
  fileprivate static func isCount(_ text: String) -> Bool { (integer(in: text) ?? -1) >= 0 }
}
