internal import Values

/// What is known of a secret from the command that makes it.
enum GeneratedSecret {
  /// Returns the characters that a command prints, as ranges such as `a-z0-9`; nothing where they are
  /// not known.
  static func characters(of command: String) -> String? {
    var known: String?
    for words in stages(of: command) {
      let words = words.drop { $0.contains("=") || $0 == "sudo" }
      guard let name = words.first?.split(separator: "/").last else { return nil }
      known = output(of: String(name), Array(words.dropFirst()), reading: known)
    }
    return known
  }

  private static let hexadecimal = "0-9a-f"
  private static let base64 = "A-Za-z0-9+/="

  private static func output(
    of name: String,
    _ arguments: [String],
    reading input: String?
  ) -> String? {
    switch name {
    case "openssl" where arguments.first == "rand":
      arguments.contains("-hex") ? hexadecimal : arguments.contains("-base64") ? base64 : nil
    case "openssl" where arguments.first == "passwd", "mkpasswd": "A-Za-z0-9./$"
    case "htpasswd": "A-Za-z0-9./$:"
    case "base64": base64
    case "wg" where ["genkey", "genpsk", "pubkey"].contains(arguments.first): base64
    case "xxd", "od", "hexdump", "md5sum", "sha1sum", "sha256sum", "sha512sum": hexadecimal
    case "uuidgen": "0-9a-f-"
    case "cat" where arguments.first?.hasSuffix("/uuid") == true: "0-9a-f-"
    case "pwgen":
      arguments.contains { $0 == "--symbols" || isGroup($0, with: "y") } ? nil : "A-Za-z0-9"
    case "tr": translated(input, arguments)
    // They leave out, and add nothing.
    case "head", "tail", "cut", "fold", "tee": input
    default: nil
    }
  }

  /// Whether a word is options of one letter each, one of which is meant.
  private static func isGroup(_ word: String, with letter: Character) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.contains(letter)
  }

  private static func translated(_ input: String?, _ arguments: [String]) -> String? {
    let sets = arguments.drop { $0.hasPrefix("-") }.map(ranges)
    let deletes = arguments.contains { isGroup($0, with: "d") }
    guard let first = sets.first else { return input }
    if deletes, arguments.contains(where: { isGroup($0, with: "c") || isGroup($0, with: "C") }) {
      return first
    }
    guard let input else { return nil }
    // Marks alone are left out or replaced in practice; of letters nothing is claimed.
    let rest = input.filter { $0 == "-" || $0.isLetter || $0.isNumber || !first.contains($0) }
    return deletes ? rest : sets.dropFirst().first.map { rest + $0.filter { !rest.contains($0) } }
  }

  /// A set of `tr` with its classes spelled out.
  private static func ranges(_ set: String) -> String {
    let classes = [
      "[:alnum:]": "A-Za-z0-9", "[:alpha:]": "A-Za-z", "[:digit:]": "0-9", "[:lower:]": "a-z",
      "[:upper:]": "A-Z", "[:xdigit:]": "0-9A-Fa-f", "[:graph:]": "!-~",
      "[:punct:]": "!-/:-@[-`{-~",
    ]
    return classes.reduce(set) { $0.replacing($1.key, with: $1.value) }
  }

  /// The words of each command of a pipeline, without their quotes.
  private static func stages(of command: String) -> [[String]] {
    var stages: [[String]] = [[]]
    var word: String?
    var quote: Character?
    func end() {
      if let done = word { stages[stages.count - 1].append(done) }
      word = nil
    }
    for character in command {
      switch character {
      case quote: quote = nil
      case _ where quote != nil: word = (word ?? "") + String(character)
      case "'", "\"":
        quote = character
        word = word ?? ""
      case " ", "\t", "\n": end()
      case "|":
        end()
        stages.append([])
      default: word = (word ?? "") + String(character)
      }
    }
    end()
    return stages
  }
}

extension KeyDeclaration {
  /// The characters that the secret may hold, by its declaration or the command that makes it.
  var alphabet: SecretAlphabet {
    SecretAlphabet(type.charset ?? generate.flatMap(GeneratedSecret.characters))
  }
}
