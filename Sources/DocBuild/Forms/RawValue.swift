package import Diagnostics

/// A value as it is written in a data file, with its place.
package enum RawValue: Sendable {
  case scalar(String, Location)
  case list([(text: String, location: Location)], Location)
  /// A key without a value; the place is that of the key.
  case nothing(Location)
  /// Something that is no value, and is reported already.
  case wrong(Location)

  /// Where the whole value is.
  package var location: Location {
    switch self {
    case .scalar(_, let location), .list(_, let location), .nothing(let location),
      .wrong(let location):
      location
    }
  }

  /// As it is written, a list with commas.
  package var text: String {
    switch self {
    case .scalar(let text, _): text
    case .list(let elements, _): elements.map(\.text).joined(separator: ", ")
    case .nothing, .wrong: ""
    }
  }

  /// Returns the value with a text put in place of another, as `{index}` in a field's example.
  package func replacing(_ mark: String, with text: String) -> RawValue {
    switch self {
    case .scalar(let written, let location):
      .scalar(written.replacing(mark, with: text), location)
    case .list(let elements, let location):
      .list(elements.map { ($0.text.replacing(mark, with: text), $0.location) }, location)
    case .nothing, .wrong: self
    }
  }
}
