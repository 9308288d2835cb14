/// What a shell script says, as far as its grammar tells.
package struct ShellScript: Sendable {
  /// The simple commands, in the order in which they stand.
  package var commands: [ShellCommand] = []
  /// Why bash would refuse the script; the first stands where bash itself stops.
  package var mistakes: [ShellMistake] = []
  /// The comments, in bytes of the text.
  package var comments: [Range<Int>] = []
  /// The bodies of here-documents, in bytes of the text.
  package var documents: [Range<Int>] = []
  /// What stands in quotes, in bytes of the text; nested ones each for itself.
  package var quotes: [Range<Int>] = []

  /// Whether the last line is joined with one that is not there.
  var endsInBackslash = false

  /// Reads a script with the grammar of bash 5.2.
  package static func read(_ text: [UInt8]) -> ShellScript {
    var parser = ShellParser(text)
    return parser.parse()
  }
}

/// A command with its arguments, such as `rm -rf "$dir"`.
package struct ShellCommand: Sendable {
  /// `NAME=value` before the command itself.
  package var assignments: [ShellWord] = []
  /// The name of the command, and its arguments.
  package var words: [ShellWord] = []
  package var redirections: [ShellRedirection] = []
  /// Where the subshells and substitutions around it begin, the outermost first: what it changes
  /// of the shell is lost behind them.
  package var subshells: [Int] = []
}

/// A word as it is written, quotes and expansions included.
package struct ShellWord: Sendable {
  /// In bytes of the text.
  package var range: Range<Int>
  /// Whether any of it is quoted.
  package var isQuoted = false
  /// Whether it sets a variable: `NAME=value`, `NAME+=value`, `NAME[index]=value`.
  package var isAssignment = false
}

/// Where a command reads from or writes to.
package struct ShellRedirection: Sendable {
  /// Such as `>>`, without the number before it.
  package var sign: String
  /// The file, the text or the terminator.
  package var target: ShellWord
}

/// Why bash refuses a script.
package struct ShellMistake: Error, Sendable {
  package var kind: Kind
  /// The mistake itself, in bytes of the text.
  package var range: Range<Int>
  /// What was open around it, the outermost first.
  package var openers: [Opener] = []

  package enum Kind: Sendable, Equatable {
    /// A word, a sign or the end of the line where something else is expected.
    case unexpected(String)
    /// The script ends before a compound command does.
    case unfinished
    /// The script ends where a command is still to come.
    case commandMissing
    /// A quote without its closing one.
    case quote(String)
    /// A bracket such as `$(`, and the one that closes it.
    case bracket(String, closing: String)
    /// A condition in `[[`, and what is expected.
    case condition(String)
    /// `for ((` without its three expressions.
    case loopExpressions
    /// A here-document.
    case document(HereDocument.Mistake)
    /// An extended pattern such as `!(a)` that the shell was not told to read.
    case extendedPattern
    /// Deeper than is read.
    case depth
  }

  /// A word or bracket that begins something, such as `if`.
  package struct Opener: Sendable, Equatable {
    package var word: String
    package var range: Range<Int>
  }
}
