internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let dangerousRemoval = Rule(
    "shell/removal",
    .warning,
    reports: "An `rm -r` of a path that starts with a variable, which nothing in the script sets.",
    why: "If the variable is empty, the command removes the whole file system.",
    fires: .fence("bash", "rm -rf \"$BACKUP_DIR\"/*"),
    fixed: .fence("bash", "rm -rf \"${BACKUP_DIR:?}\"/*")
  )
}

extension Diagnostic {
  static func dangerousRemovals(in script: ShellScript, _ text: [UInt8]) -> [Diagnostic] {
    script.commands.flatMap { command in
      let words = command.words.map { text[$0.range] }
      let arguments = words.drop { $0.elementsEqual("sudo".utf8) }
      guard arguments.first?.elementsEqual("rm".utf8) ?? false,
        arguments.contains(where: isRecursive)
      else { return [Diagnostic]() }
      return arguments.dropFirst().compactMap { word in
        guard let name = variableBeforeSlash(in: word), !isSet(name, in: script, text) else {
          return nil
        }
        return Diagnostic(
          .dangerousRemoval,
          at: word.startIndex..<word.endIndex,
          "expected `${\(name):?}`, which stops if the variable is empty, found `$\(name)`"
        )
      }
    }
  }

  private static func isRecursive(_ word: ArraySlice<UInt8>) -> Bool {
    if word.elementsEqual("--recursive".utf8) { return true }
    return word.first == UInt8(ascii: "-") && !word.starts(with: "--".utf8)
      && word.contains { $0 == UInt8(ascii: "r") || $0 == UInt8(ascii: "R") }
  }

  /// The variable with which a word begins, if nothing but `/` follows it, and perhaps `*`.
  private static func variableBeforeSlash(in word: ArraySlice<UInt8>) -> String? {
    let plain = word.filter { $0 != UInt8(ascii: "\"") }
    var rest = plain[...]
    guard rest.popFirst() == UInt8(ascii: "$") else { return nil }
    let isBraced = rest.first == UInt8(ascii: "{")
    if isBraced { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isNameByte }
    rest = rest.dropFirst(name.count)
    if isBraced, rest.popFirst() != UInt8(ascii: "}") { return nil }
    let isRoot = ["/", "/*", "/.", "/{*,.*}"].contains { rest.elementsEqual($0.utf8) }
    return isRoot && !name.isEmpty && !(name.first?.isDigit ?? true) ? name.text : nil
  }

  private static func isSet(_ name: String, in script: ShellScript, _ text: [UInt8]) -> Bool {
    let words = script.commands.flatMap { $0.assignments + $0.words }
    return words.contains { word in
      let written = text[word.range]
      return written.elementsEqual(name.utf8)
        || word.isAssignment && written.starts(with: name.utf8)
    }
      || ["for \(name) ", "select \(name) "].contains { loop in
        text.indices.contains { text[$0...].starts(with: loop.utf8) }
      }
  }
}
