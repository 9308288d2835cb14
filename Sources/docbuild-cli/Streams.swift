import Diagnostics
import Glibc
import Machine

/// Writes a result for people to standard output; what a terminal would obey is written out.
///
/// - Throws: a ``MachineFailure`` where it cannot be written.
func printResult(_ text: String) throws(MachineFailure) {
  try write(TerminalText.lines(text), to: STDOUT_FILENO, called: "standard output")
}

/// Writes a result for programs to standard output, byte for byte unless it is a terminal.
///
/// - Throws: a ``MachineFailure`` where it cannot be written.
func printData(_ text: String) throws(MachineFailure) {
  let shown = isatty(STDOUT_FILENO) == 1 ? TerminalText.lines(text) : text
  try write(shown, to: STDOUT_FILENO, called: "standard output")
}

/// Writes a line, or a few, for people to standard error.
func say(_ text: String) { printError(TerminalText.lines(text) + "\n") }

/// Writes to standard error as it is; nobody could be told of a failure.
func printError(_ text: String) {
  try? write(text, to: STDERR_FILENO, called: "standard error")
}

/// Whether standard error shows colours: on a terminal, unless `NO_COLOR` is set.
var showsColour: Bool {
  guard isatty(STDERR_FILENO) == 1 else { return false }
  return unsafe (getenv("NO_COLOR") == nil)
}

private func write(
  _ text: String,
  to descriptor: Int32,
  called name: String
) throws(MachineFailure) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw MachineFailure("cannot write to \(name)", code: errno) }
    bytes = bytes.dropFirst(count)
  }
}
