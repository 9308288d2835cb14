package import Text

/// What a shell is given at once, as it was read: a whole script, or one command of a session.
package struct ShellInput: Sendable {
  /// The script, with the place of every byte in the text around it.
  package let text: MappedText
  /// What it says; ranges are bytes of the script.
  package let script: ShellScript

  /// Reads a script.
  package init(_ text: MappedText) {
    self.init(text, ShellScript.read(text.bytes))
  }

  /// Creates an input from a script that was read.
  init(_ text: MappedText, _ script: ShellScript) {
    self.text = text
    self.script = script
  }
}
