internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// Addresses that a server has twice, that two servers are the default of, or name alike.
  static func nginxListeners(in config: NginxConfig) -> [Diagnostic] {
    [NginxContext.server, .streamServer, .mailServer].flatMap { context in
      let servers = config.blocks(context)
      return servers.flatMap { twice(in: $0) } + options(in: servers) + defaults(in: servers)
        + (context == .server ? names(in: servers) : [])
    }
  }

  private static func listens(of server: NginxBlock) -> [NginxListen] {
    let usual = server.context == .server ? 80 : nil
    return server.directives.named("listen").compactMap { NginxListen($0, usual: usual) }
      .filter { $0.ports != nil || $0.host.hasPrefix("unix:") }
  }

  private static func twice(in server: NginxBlock) -> [Diagnostic] {
    var first: [String: Word] = [:]
    return listens(of: server).compactMap { listen in
      let address = listen.directive.arguments[0]
      guard let other = first[listen.key] else {
        first[listen.key] = address
        return nil
      }
      return nginxTwice(address, "duplicate `listen` on `\(address.text)`", first: other)
    }
  }

  /// A server that has the address twice is reported as such.
  private static func options(in servers: [NginxBlock]) -> [Diagnostic] {
    firsts(in: servers, where: \.setsOptions).map { address, first in
      let message = "another server already sets socket options for `\(address.text)`"
      return nginxTwice(address, message, first: first)
    }
  }

  private static func defaults(in servers: [NginxBlock]) -> [Diagnostic] {
    firsts(in: servers, where: \.isDefault).map { address, first in
      nginxTwice(address, "duplicate default server for `\(address.text)`", first: first)
    }
  }

  /// Addresses of a kind that an earlier server has, too, each with that one's.
  private static func firsts(
    in servers: [NginxBlock],
    where matches: (NginxListen) -> Bool
  ) -> [(address: Word, first: Word)] {
    var first: [String: (server: Int, address: Word)] = [:]
    var found: [(address: Word, first: Word)] = []
    for (number, server) in servers.enumerated() {
      for listen in listens(of: server) where matches(listen) {
        let address = listen.directive.arguments[0]
        if let other = first[listen.key] {
          if other.server != number { found.append((address, other.address)) }
        } else {
          first[listen.key] = (number, address)
        }
      }
    }
    return found
  }

  /// Of two servers with the same name at the same address, nginx ignores the second.
  private static func names(in servers: [NginxBlock]) -> [Diagnostic] {
    var first: [String: Word] = [:]
    var findings: [Diagnostic] = []
    for server in servers {
      let own = listens(of: server).map(\.key)
      let keys = own.isEmpty ? [" 80-80 tcp"] : own
      for word in server.directives.named("server_name").flatMap(\.arguments)
      where !word.text.hasPrefix("~") && !word.text.contains("$") {
        let name = word.text.lowercased()
        if let other = keys.lazy.compactMap({ first["\(name) \($0)"] }).first {
          let message = "another server on this address already has the name `\(word.text)`"
          findings.append(nginxTwice(word, message, first: other, .warning))
        }
        for key in keys where first["\(name) \(key)"] == nil { first["\(name) \(key)"] = word }
      }
    }
    return findings
  }
}
