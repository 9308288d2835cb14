internal import Deployment
internal import Languages

extension FileFacts {
  static let postgresql = FileFacts(
    lines: { $0.read(by: PostgreSQLConfig.init).configLines },
    ends: [
      FileEnd("ssl_cert_file ?", .reads),
      FileEnd("ssl_key_file ?", .reads),
      FileEnd("ssl_ca_file ?", .reads),
      FileEnd("include ?", .reads),
    ]
  ) { file, facts in
    facts.listeners += listeners(of: file)
    facts.connections += connections(of: file)
  }

  /// Without `listen_addresses` the server itself alone reaches it, and its port is 5432; a file that
  /// sets neither, such as a part of the configuration, leaves both to another.
  private static func listeners(of file: ReadFile) -> [Listener] {
    let port = file.content.last("port ?")
    let addresses = file.content.last("listen_addresses ?")
    guard let place = port ?? addresses, let number = Int(port?.text ?? "5432"),
      1...65535 ~= number
    else { return [] }
    return (addresses?.text ?? "localhost").split(separator: ",").flatMap { part in
      let address = part.filter { $0 != " " }
      let all = ["*", "0.0.0.0", "::"]
      let host = address == "localhost" ? "127.0.0.1" : address
      return file.listener(
        number...number,
        [.tcp],
        on: all.contains(address) ? nil : host,
        at: place.range
      )
    }
  }

  /// `primary_conninfo = 'host=… port=…'`: the server that a standby follows.
  private static func connections(of file: ReadFile) -> [Connection] {
    guard let found = file.content.last("primary_conninfo ?") else { return [] }
    let options = found.text.split(separator: " ")
    func option(_ name: String) -> Substring? {
      options.last { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
    }
    guard let host = option("host"), let port = Int(option("port") ?? "5432") else { return [] }
    return host.split(separator: ",").filter { !$0.hasPrefix("/") }.map {
      file.connection(to: String($0), port, at: found.range)
    }
  }
}

extension PostgreSQLConfig {
  /// The settings as other files ask for them.
  fileprivate var configLines: [ConfigLine] {
    settings.map { setting in
      var name = setting.name
      name.text = setting.key
      return ConfigLine(words: [name, setting.value])
    }
  }
}
