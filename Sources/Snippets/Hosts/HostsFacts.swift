extension HostsFile {
  /// The entries as other files ask for them: the address, then its names.
  var configLines: [ConfigLine] { entries.map { ConfigLine(words: [$0.address] + $0.names) } }
}
