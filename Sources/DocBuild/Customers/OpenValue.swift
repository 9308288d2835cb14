package import Diagnostics
internal import Values

/// A value that a customer has still to give.
package struct OpenValue: Sendable {
  /// The set in which it is open.
  package let set: SetID
  /// The full key, such as `servers.patroni.1.ip`.
  package let key: String
  /// The type as keys.yml writes it.
  package let type: String
  /// What it means.
  package let about: String
  /// What pages print in its place.
  package let hint: String
  /// A value of the right type.
  package let example: String
}

extension Compilation {
  /// The open values of every set, in the order in which they are declared.
  package var openValues: [OpenValue] {
    sets.flatMap { set in
      set.values.declaredPaths.compactMap { path in
        guard let entry = set.values.entry(at: path), entry.isOpen, entry.state != .computed else {
          return nil
        }
        return OpenValue(
          set: set.plan.id,
          key: path,
          type: entry.declaration.type.name,
          about: entry.declaration.about,
          hint: entry.hint ?? "",
          example: entry.printed(view: nil)
        )
      }
    }
  }
}

/// Prints open values.
package enum OpenValueList {
  private static let columns = ["scale", "customer", "key", "type", "hint", "example", "about"]

  /// Returns a table for people, a heading for each set; a sentence where nothing is open.
  package static func table(_ values: [OpenValue]) -> String {
    guard !values.isEmpty else { return "Every value is given.\n" }
    var text = ""
    var shown: SetID?
    let width = values.map(\.key.count).max() ?? 0
    let types = values.map(\.type.count).max() ?? 0
    for value in values {
      if value.set != shown {
        let count = values.count { $0.set == value.set }
        text += "\(shown == nil ? "" : "\n")\(value.set): \(count) open\n"
        shown = value.set
      }
      text += "  \(padded(value.key, width))  \(padded(value.type, types))  "
      text += "\(value.about) For example \(value.example)\n"
    }
    return text
  }

  /// Returns one JSON object a line.
  package static func json(_ values: [OpenValue]) -> String {
    values.map { value in
      JSONText.object(zip(columns, fields(of: value)).map { ($0, JSONText.string($1)) }) + "\n"
    }.joined()
  }

  /// Returns comma-separated values (RFC 4180) with a header.
  package static func csv(_ values: [OpenValue]) -> String {
    ([columns] + values.map(fields)).map { row in
      row.map(quoted).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func fields(of value: OpenValue) -> [String] {
    [
      value.set.scale, value.set.customer ?? "", value.key, value.type, value.hint, value.example,
      value.about,
    ]
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = !field.contains { ",\"\r\n".contains($0) }
    return isPlain ? field : "\"\(field.replacing("\"", with: "\"\""))\""
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
