internal import Text

/// Regular expressions as Go reads them (RE2): without looking around and without references back.
package enum GoRegex {
  /// Whether an expression matches the empty text as a whole.
  static func matchesNothing(_ text: String) -> Bool {
    Pattern("^(?:\(text))$")?.occurs(in: "") ?? false
  }

  /// Whether Go compiles an expression.
  package static func fits(_ text: String) -> Bool {
    guard Pattern(text) != nil else { return false }
    let bytes = [UInt8](text.utf8)
    var index = 0
    var isInClass = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        if !isInClass, index + 1 < bytes.count, 49...57 ~= bytes[index + 1] { return false }
        index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "(") where !isInClass:
        let rest = bytes[(index + 1)...]
        if ["?=", "?!", "?<=", "?<!", "?>"].contains(where: { rest.starts(with: $0.utf8) }) {
          return false
        }
      default: break
      }
      index += 1
    }
    return true
  }
}
