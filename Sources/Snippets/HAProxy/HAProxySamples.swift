internal import Diagnostics
internal import Languages
internal import Text

/// Samples and conditions in the lines of a proxy.
extension HAProxyRules {
  func conditions(of line: HAProxyLine) -> [Diagnostic] {
    guard line.name != "acl", let condition = HAProxyCondition(of: line) else { return [] }
    let known = proxy.acls.map(\.text) + HAProxyTable.predefinedACLs
    let unknown = condition.names.filter { !known.contains($0.text) && !$0.text.contains("$") }
    return condition.diagnostics
      + unknown.map { .haproxyUndefinedACL($0, in: proxy.section.kind, among: known) }
      + condition.samples.flatMap { sample($0, in: place(of: line), isCondition: true) }
  }

  func samples(of line: HAProxyLine) -> [Diagnostic] {
    if line.name == "acl" {
      guard line.words.count > 2 else {
        return [.haproxyMissing("a name and a sample", behind: line.keyword.plain)]
      }
      return sample(line.words[2], in: nil)
    }
    var findings: [Diagnostic] = []
    let place = place(of: line)
    let format = logFormat(of: line)
    for (index, word) in line.words.enumerated().dropFirst()
    where word.bytes.contains(UInt8(ascii: "%")) {
      findings += self.format(word, in: place, isLog: index == format)
    }
    return findings + expressions(of: line).flatMap { sample($0, in: place) }
  }

  /// `%[sample]`, `%{options}[sample]`, and in a log format `%name`.
  private func format(_ word: HAProxyWord, in place: HAProxyPlace?, isLog: Bool) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var index = 0
    while index + 1 < word.bytes.count {
      guard word.bytes[index] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      index += 1
      if word.bytes[index] == UInt8(ascii: "%") {
        index += 1
        continue
      }
      if word.bytes[index] == UInt8(ascii: "{") {
        index = (word.bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? word.bytes.count - 1) + 1
      }
      guard index < word.bytes.count else { break }
      guard word.bytes[index] == UInt8(ascii: "[") else {
        let end = word.bytes[index...].firstIndex { !$0.isLetter } ?? word.bytes.count
        let name = word.part(index..<end)
        index = end
        if isLog, !name.text.isEmpty, !HAProxyTable.logVariables.contains(name.text) {
          findings.append(.haproxyUnknownAlias(name, HAProxyTable.logVariables))
        }
        continue
      }
      var expression = HAProxyExpression(word, from: index + 1)
      let start = index
      index = expression.read()
      let mistakes = wrong(with: expression, in: place, isCondition: false)
      findings += mistakes
      if mistakes.isEmpty, !word.hasVariable,
        index == word.bytes.count || word.bytes[index] != UInt8(ascii: "]")
      {
        findings.append(.haproxySampleEnd(word.part(start..<min(index, word.bytes.count))))
      }
    }
    return findings
  }

  private func sample(
    _ word: HAProxyWord,
    in place: HAProxyPlace?,
    isCondition: Bool = false
  ) -> [Diagnostic] {
    guard !word.hasVariable else { return [] }
    var expression = HAProxyExpression(word, from: 0)
    _ = expression.read()
    return wrong(with: expression, in: place, isCondition: isCondition)
  }

  private func wrong(
    with expression: HAProxyExpression,
    in place: HAProxyPlace?,
    isCondition: Bool
  ) -> [Diagnostic] {
    let findings = expression.diagnostics + references(of: expression)
    guard findings.isEmpty, let place, let fetch = expression.fetch, !place.has(fetch.sources)
    else {
      return findings
    }
    return [.haproxyUnavailable(fetch.name, in: place.name, isCondition: isCondition)]
  }

  private func references(of expression: HAProxyExpression) -> [Diagnostic] {
    expression.references.compactMap { type, word in
      switch type {
      case "be":
        let names = config.backends.map(\.name.text)
        return names.contains(word.text) ? nil : .haproxyUndefinedBackend(word, among: names)
      case "usr":
        let names = config.names(of: ["userlist"]).map(\.text)
        return names.contains(word.text) ? nil : .haproxyUndefined(word, "userlist", among: names)
      default: return nil
      }
    }
  }
}
