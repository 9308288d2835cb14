internal import Diagnostics
internal import Languages
package import Text

/// A text as the reader of its format sees it; whoever needs to know something of it asks the same
/// tree.
public struct Reading: Sendable {
  /// What was read.
  public let text: [UInt8]
  /// What it was read as; nothing for a text whose format is not known.
  public let kind: SnippetKind?
  let content: Content
  /// What the reader of a format that is neither YAML nor JSON made of it.
  let other = ReadOnce()

  /// What a reader makes of a text.
  enum Content: Sendable {
    case yaml(YAMLTree)
    case json(JSONDocument)
    case shell([ShellInput])
    /// Anything else; ``read(by:)`` has its tree.
    case other
  }

  /// Reads a text; what is wrong with its syntax is in the tree.
  public init(_ text: [UInt8], as kind: SnippetKind?) {
    self.text = text
    self.kind = kind
    content =
      switch kind {
      case .yaml, .ansibleVars, .tool, .custom: .yaml(YAMLTree.read(text))
      case .json: .json(JSONDocument(text))
      case .format("shell"): .shell([ShellInput(MappedText(text))])
      case .format("console"): .shell(ConsoleSession.commands(in: text))
      case .format, nil: .other
      }
  }

  /// Returns what the reader of the format makes of the text, which is made once for all who ask.
  func read<Tree: Sendable>(by read: (_ text: [UInt8]) -> Tree) -> Tree {
    other.value { read(text) }
  }

  /// The tree of a text that is YAML without syntax errors; nothing for any other.
  var yaml: YAMLTree? {
    guard case .yaml(let tree) = content, tree.isComplete else { return nil }
    return tree
  }

  /// What a shell is given of the text: the whole of a script, or each command of a session.
  var shellInputs: [ShellInput] {
    guard case .shell(let inputs) = content else { return [ShellInput(MappedText(text))] }
    return inputs
  }

  /// The scripts in a text that holds commands of the shell, with the place of every byte; none in
  /// any other.
  package var scripts: [MappedText] {
    guard case .shell(let inputs) = content else { return [] }
    return inputs.map(\.text)
  }
}
