/// What a kind of value looks like: the one description from which values are read, the JSON Schema
/// of data files is made, and the form in the browser judges what is typed.
public struct KindShape: Sendable {
  /// What YAML holds for a value.
  public enum Form: Sendable, Hashable {
    /// A text.
    case text
    /// A text, or a number that stands for its digits.
    case textOrNumber
    /// A number without a fraction, within bounds where there are any.
    case whole(ClosedRange<Int>?)
    /// A number, within bounds where there are any.
    case number(ClosedRange<Int>?)
    /// A number within bounds, or a text that says it with its unit.
    case numberOrText(ClosedRange<Int>)
    /// `true` or `false`.
    case truth
    /// One of the values that the declaration names.
    case oneOf
  }

  /// What a pattern cannot say of a text.
  public enum Demand: String, Sendable, CaseIterable {
    /// The address of a network has no bit behind its prefix.
    case network
    /// An IPv6 address (RFC 4291).
    case ipv6
    /// The first of two numbers is no greater than the second.
    case ascending
    /// What stands before the last `:` is a host name, an IPv4 address or a bracketed IPv6 address.
    case host
    /// The text, or what follows its `@`, has at most 253 bytes, and the last of several labels is
    /// no number.
    case name
    /// At most 15 bytes, as the kernel holds names of interfaces.
    case fifteenBytes = "fifteen-bytes"
    /// The amount fits 63 bits in its smallest unit.
    case amount
  }

  /// What YAML holds.
  public let form: Form
  /// What every text of the kind matches, in ECMAScript's sense; nothing where any text will do.
  ///
  /// It is exact but for ``demand``.
  public let pattern: String?
  /// What the text must be besides.
  public let demand: Demand?
  /// What was expected, as a finding says it behind “expected”.
  public let words: String
  /// The text of some value of the kind, which takes the place of one that is wrong or missing so
  /// that nothing else is reported for it; empty where the declaration names the values.
  let standIn: String
  /// The views that print a value otherwise.
  public let views: [String]
  /// Makes the value of a text that matches; nothing where a number is out of bounds.
  let read: @Sendable (_ text: String) -> Value?

  init(
    _ words: String,
    standIn: String,
    _ form: Form = .text,
    matching pattern: String? = nil,
    and demand: Demand? = nil,
    views: [String] = [],
    read: @escaping @Sendable (_ text: String) -> Value? = { .text($0) }
  ) {
    self.form = form
    self.words = words
    self.standIn = standIn
    self.pattern = pattern
    self.demand = demand
    self.views = views
    self.read = read
  }
}
