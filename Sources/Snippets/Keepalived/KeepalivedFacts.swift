internal import Deployment
internal import Languages

extension FileFacts {
  static let keepalived = FileFacts(lines: { $0.read(by: KeepalivedConfig.init).configLines }) {
    file,
    facts in
    facts.floating += file.content.all("[virtual_ipaddress] ?").map {
      (file.server, String($0.text.prefix { $0 != "/" }))
    }
  }
}

extension KeepalivedConfig {
  /// The statements without a block as other files ask for them, each with the words that began the
  /// innermost block around it.
  var configLines: [ConfigLine] { statements.flatMap { $0.configLines(in: []) } }
}

extension KeepalivedStatement {
  fileprivate func configLines(in section: [String]) -> [ConfigLine] {
    guard let block else { return [ConfigLine(section: section, words: words)] }
    let header = words.map(\.text)
    return block.flatMap { $0.configLines(in: header) }
  }
}
