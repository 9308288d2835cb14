internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let expandedScript = Rule(
    "shell/expanded-script",
    .warning,
    reports:
      "A here-document that writes a script whose variables the writing shell expands.",
    why: "`$1` and `$(…)` expand while the file is written, so the script contains their results.",
    fires: .fence("bash", "cat > /usr/local/bin/up <<EOF\n#!/bin/sh\nping \"$1\"\nEOF"),
    fixed: .fence("bash", "cat > /usr/local/bin/up <<'EOF'\n#!/bin/sh\nping \"$1\"\nEOF")
  )
}

extension Diagnostic {
  /// Finds here-documents that write a script with variables of its own, without quotes around the
  /// terminator.
  ///
  /// An author who escapes one `$` of a script, or sets the variable above, means what is written.
  static func expandedScripts(in script: ShellScript, _ text: [UInt8]) -> [Diagnostic] {
    let operations = script.commands.flatMap { command in
      command.redirections.filter { $0.sign == "<<" || $0.sign == "<<-" }.map { ($0, command) }
    }.sorted { $0.0.target.range.lowerBound < $1.0.target.range.lowerBound }
    // A body belongs to a compound command where there are more of them.
    guard operations.count == script.documents.count else { return [] }
    return zip(operations, script.documents).compactMap { operation, body in
      let (redirection, command) = operation
      guard !redirection.target.isQuoted, command.writesFile(text),
        text[body].starts(with: "#!".utf8), !text[body].containsEscapedDollar,
        let range = firstExpansion(in: body, script, text)
      else { return nil }
      let terminator = redirection.target.range
      return Diagnostic(
        .expandedScript,
        at: range,
        "`\(text[range].text)` expands while the script is written, not when it runs",
        fixes: [
          Fix(
            "put the terminator in quotes",
            edits: [Edit(Location(range: terminator), with: "'\(text[terminator].text)'")]
          )
        ]
      )
    }
  }

  /// The first thing in a script that only the script itself can know.
  private static func firstExpansion(
    in body: Range<Int>,
    _ script: ShellScript,
    _ text: [UInt8]
  ) -> Range<Int>? {
    let given = script.commands.flatMap { $0.assignments + $0.words.filter(\.isAssignment) }
      .filter { $0.range.lowerBound < body.lowerBound }
      .map { text[$0.range].prefix { $0.isNameByte } }
    var index = body.lowerBound
    while index + 1 < body.upperBound {
      defer { index += 1 }
      if text[index] == .backslash {
        index += 1
      } else if text[index] == .backtick {
        return index..<(index + 1)
      } else if text[index] == .dollar {
        var start = index + 1
        if text[start] == .openParenthesis { return index..<(start + 1) }
        if text[start] == .openBrace { start += 1 }
        let name = text[start..<body.upperBound].prefix { $0.isNameByte }
        if name.isEmpty, text[start].isSpecialParameter { return index..<(start + 1) }
        if !name.isEmpty, !given.contains(name), !name.isOfLogin { return index..<name.endIndex }
      }
    }
    return nil
  }
}

extension ShellCommand {
  /// Whether the command writes what it reads to a file.
  fileprivate func writesFile(_ text: [UInt8]) -> Bool {
    redirections.contains { $0.sign == ">" || $0.sign == ">>" || $0.sign == ">|" }
      || words.contains { text[$0.range].elementsEqual("tee".utf8) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a backslash keeps a `$` from its meaning.
  fileprivate var containsEscapedDollar: Bool {
    indices.dropLast().contains { self[$0] == .backslash && self[$0 + 1] == .dollar }
  }

  /// Whether a login shell sets the variable of the name.
  fileprivate var isOfLogin: Bool {
    ["HOME", "USER", "HOSTNAME", "LOGNAME", "PATH"].contains(text)
  }
}

extension UInt8 {
  fileprivate var isSpecialParameter: Bool { Set("@*#?!-$".utf8).contains(self) }
}
