extension HAProxyConfig {
  /// The lines as other files ask for them, each with the words that began its section; a line that
  /// `no` or `default` takes back says nothing.
  var configLines: [ConfigLine] {
    sections.flatMap { section in
      let header = section.header.words.map(\.text)
      return section.lines.filter { $0.prefix == nil }.map { line in
        ConfigLine(section: header, words: line.words.map(\.plain))
      }
    }
  }
}
