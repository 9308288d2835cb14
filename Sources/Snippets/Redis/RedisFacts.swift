internal import Deployment

extension FileFacts {
  static let redis = FileFacts(
    lines: lines,
    ends: [
      FileEnd("requirepass ?", .gives(.redis)),
      FileEnd("masterauth ?", .uses(.redis)),
      FileEnd("replicaof ? ?", .connects()),
    ]
  ) { file, facts in
    facts.listeners += listeners(of: file, usual: 6379)
  }

  static let sentinel = FileFacts(
    lines: lines,
    ends: [
      FileEnd("sentinel auth-pass * ?", .uses(.redis)),
      FileEnd("sentinel monitor * ? ?", .connects()),
    ]
  ) { file, facts in
    facts.listeners += listeners(of: file, usual: 26379)
  }

  private static func lines(of reading: Reading) -> [ConfigLine] {
    reading.read(by: RedisConfig.init).lines.map { ConfigLine(words: $0.words) }
  }

  /// A `-` before an address allows that it is missing.
  private static func listeners(of file: ReadFile, usual: Int) -> [Listener] {
    let port = file.content.last("port ?")
    let binds = file.content.all("bind …")
    guard let number = Int(port?.text ?? String(usual)), 1...65535 ~= number else { return [] }
    let place = port?.range ?? binds.first?.range ?? 0..<0
    guard !binds.isEmpty else { return file.listener(number...number, [.tcp], at: place) }
    return binds.flatMap { bind in
      let address = bind.text.hasPrefix("-") ? String(bind.text.dropFirst()) : bind.text
      return file.listener(
        number...number,
        [.tcp],
        on: ["*", "0.0.0.0", "::", "::*"].contains(address) ? nil : address,
        at: place
      )
    }
  }
}
