internal import Deployment
internal import Languages

extension FileFacts {
  static let hosts = FileFacts(lines: { $0.read(by: HostsFile.init).configLines }) { file, facts in
    guard case .lines(let lines) = file.content else { return }
    for line in lines {
      facts.names += line.words.dropFirst().map {
        HostName(server: file.server, name: $0.text, address: line.words[0].text)
      }
    }
  }
}

extension HostsFile {
  /// The entries as other files ask for them: the address, then its names.
  var configLines: [ConfigLine] { entries.map { ConfigLine(words: [$0.address] + $0.names) } }
}
