internal import Diagnostics
package import Languages
internal import Snippets
internal import Text

extension VerifyConfig {
  /// Reads `verify:` of docbuild.yml, whose shape has been checked; what is wrong besides is reported
  /// to the reader.
  package static func read(_ node: YAMLNode, with reader: inout YAMLReader) -> VerifyConfig {
    var config = VerifyConfig()
    if let server = node.member("server") {
      config.addresses = server.texts(of: "addresses")
      config.interfaces = server.texts(of: "interfaces")
    }
    var names: [String: Location] = [:]
    for node in node.mappings(of: "checkers") {
      guard let checker = checker(node, with: &reader), let name = node.member("name") else {
        continue
      }
      if !reader.isDuplicate("checker", name, &names) { config.checkers.append(checker) }
    }
    for node in node.mappings(of: "unjudged") {
      guard let reason = node.text(of: "reason") else { continue }
      config.unjudged.append(UnjudgedFiles(patterns: node.texts(of: "files"), reason: reason))
    }
    return config
  }

  private static func checker(_ node: YAMLNode, with reader: inout YAMLReader) -> Checker? {
    let run = node.texts(of: "run")
    guard let name = node.text(of: "name"), let program = run.first else { return nil }
    let (files, fences) = (node.member("files"), node.member("fences"))
    guard (files == nil) != (fences == nil), let place = node.member("name") else {
      let found = files == nil ? "neither" : "both"
      let location = reader.location(node.member("name") ?? node)
      reader.diagnostics.append(
        .wrongDeclaration("expected `files` or `fences`, found \(found)", at: location)
          .about(.lacking("files fences"))
      )
      return nil
    }
    var checker = Checker(
      name: name,
      judges: files == nil ? .fences(node.texts(of: "fences")) : .files(node.texts(of: "files")),
      run: run,
      before: node.text(of: "before"),
      programs: node.member("programs") == nil ? [program] : node.texts(of: "programs"),
      apt: node.texts(of: "apt"),
      pip: node.texts(of: "pip"),
      location: reader.location(place)
    )
    if node.member("good") != nil { checker.good = node.texts(of: "good").compactMap { Int($0) } }
    checker.stays = seconds(node.text(of: "stays"))
    checker.timeout = seconds(node.text(of: "timeout")) ?? checker.timeout
    checker.bad = node.text(of: "bad").flatMap(Pattern.init)
    checker.line = node.text(of: "line").flatMap(Pattern.init)
    checker.reads = node.text(of: "reads").flatMap(Checker.Scope.init) ?? checker.reads
    checker.isPlaced = node.text(of: "placed") == "true"
    return checker
  }

  private static func seconds(_ text: String?) -> Int? { text.flatMap { Int($0.dropLast()) } }
}
