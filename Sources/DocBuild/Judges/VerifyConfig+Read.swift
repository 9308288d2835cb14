internal import Diagnostics
package import Languages
internal import Snippets
internal import Text

extension VerifyConfig {
  /// Reads `verify:` of docbuild.yml; what is wrong is reported to the reader.
  package static func read(_ node: YAMLNode, with reader: inout YAMLReader) -> VerifyConfig {
    var config = VerifyConfig()
    let fields = reader.fields(of: node, allowed: ["server", "checkers", "unjudged"])
    if let server = fields["server"] {
      let parts = reader.fields(of: server, allowed: ["addresses", "interfaces"])
      config.addresses = reader.strings(parts["addresses"])
      config.interfaces = reader.strings(parts["interfaces"])
    }
    for node in fields["checkers"]?.elements ?? [] {
      guard let checker = checker(node, with: &reader) else { continue }
      if config.checkers.contains(where: { $0.name == checker.name }) {
        reader.expected("a name of its own for each checker", at: node)
      }
      config.checkers.append(checker)
    }
    for node in fields["unjudged"]?.elements ?? [] {
      let parts = reader.fields(of: node, allowed: ["files", "reason"])
      guard let reason = reader.string(parts["reason"], or: "the reason", in: node) else {
        continue
      }
      config.unjudged.append(
        UnjudgedFiles(patterns: reader.strings(parts["files"]), reason: reason)
      )
    }
    return config
  }

  private static let fields = [
    "name", "files", "fences", "run", "before", "programs", "apt", "pip", "good", "stays",
    "timeout", "bad", "line", "reads", "placed",
  ]

  private static func checker(_ node: YAMLNode, with reader: inout YAMLReader) -> Checker? {
    let parts = reader.fields(of: node, allowed: fields)
    guard let name = reader.string(parts["name"], or: "the name of the checker", in: node) else {
      return nil
    }
    let run = reader.strings(parts["run"])
    guard let program = run.first else {
      reader.expected("`run:` with the program and its arguments", at: node)
      return nil
    }
    guard (parts["files"] == nil) != (parts["fences"] == nil) else {
      reader.expected("either `files:` or `fences:`", at: node)
      return nil
    }
    var checker = Checker(
      name: name,
      judges: parts["files"].map { .files(reader.strings($0)) }
        ?? .fences(reader.strings(parts["fences"])),
      run: run,
      before: parts["before"]?.text,
      programs: parts["programs"].map { reader.strings($0) } ?? [program],
      apt: reader.strings(parts["apt"]),
      pip: reader.strings(parts["pip"]),
      location: reader.location(node)
    )
    if let codes = parts["good"] {
      checker.good = reader.strings(codes).compactMap { Int($0) }
      if checker.good.isEmpty { reader.expected("exit codes", at: codes) }
    }
    checker.stays = seconds(parts["stays"], with: &reader)
    checker.timeout = seconds(parts["timeout"], with: &reader) ?? checker.timeout
    checker.bad = pattern(parts["bad"], with: &reader)
    checker.line = pattern(parts["line"], with: &reader)
    if let reads = parts["reads"] {
      if let scope = Checker.Scope(rawValue: reads.text) {
        checker.reads = scope
      } else {
        reader.expected("`file`, `folder` or `host`", at: reads)
      }
    }
    if let placed = parts["placed"] {
      checker.isPlaced = placed.text == "true"
      if !["true", "false"].contains(placed.text) {
        reader.expected("`true` or `false`", at: placed)
      }
    }
    return checker
  }

  private static func seconds(_ node: YAMLNode?, with reader: inout YAMLReader) -> Int? {
    guard let node else { return nil }
    if node.text.hasSuffix("s"), let count = Int(node.text.dropLast()), 1...3600 ~= count {
      return count
    }
    reader.expected("seconds such as `3s`, up to an hour", at: node)
    return nil
  }

  private static func pattern(_ node: YAMLNode?, with reader: inout YAMLReader) -> Pattern? {
    guard let node else { return nil }
    let pattern = Pattern(node.text)
    if pattern == nil { reader.expected("a regular expression", at: node) }
    return pattern
  }
}
