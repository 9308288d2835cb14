public import Diagnostics

/// The variables of a `.env` file, in their order.
public struct EnvFile: Sendable {
  /// One line for each; a duplicate name has two entries, of which the last counts.
  public var entries: [Entry] = []

  /// A variable with its value.
  public struct Entry: Sendable {
    /// As it is written.
    public var name: String
    /// In bytes of the text.
    public var nameRange: Range<Int>
    /// Without quotes and escapes, before the variables in it are replaced.
    public var value: String
    /// In bytes of the text, quotes included; empty after `=` where there is no value.
    public var valueRange: Range<Int>
    /// How the value is written.
    public var style: Style
  }

  /// How a value is written, and so what has a meaning in it.
  public enum Style: Sendable {
    /// Without quotes: variables are replaced.
    case plain
    /// In single quotes: nothing is replaced.
    case single
    /// In double quotes: variables and escapes are replaced.
    case double
    /// A name without `=`: the value comes from the environment of whoever runs compose.
    case inherited
  }

  /// The names of all variables, each once, in their order.
  public var names: [String] {
    var seen: Set<String> = []
    return entries.map(\.name).filter { seen.insert($0).inserted }
  }

  /// Returns the entry of a name that counts: the last one.
  public subscript(_ name: String) -> Entry? { entries.last { $0.name == name } }

  /// Reads a `.env` file as compose does (compose-go 2.9, `dotenv/parser.go`).
  ///
  /// Where that reader stops at the first mistake, this one goes on at the next line.
  ///
  /// - Parameter text: the whole file.
  /// - Returns: the variables that could be read, and what is wrong; ranges are bytes of the text.
  public static func read(_ text: [UInt8]) -> Outcome<EnvFile> {
    var reader = EnvReader(text)
    return reader.read()
  }
}
