/// The bytes that readers of text look for, by name.
extension UInt8 {
  /// The line feed that ends a line.
  @inlinable package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  /// The carriage return before a line feed.
  @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  /// A space.
  @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
  /// A tab.
  @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
  /// `#`.
  @inlinable package static var hash: UInt8 { UInt8(ascii: "#") }
  /// `$`.
  @inlinable package static var dollar: UInt8 { UInt8(ascii: "$") }
  /// `"`.
  @inlinable package static var quote: UInt8 { UInt8(ascii: "\"") }
  /// `'`.
  @inlinable package static var apostrophe: UInt8 { UInt8(ascii: "'") }
  /// A backtick.
  @inlinable package static var backtick: UInt8 { UInt8(ascii: "`") }
  /// `\`.
  @inlinable package static var backslash: UInt8 { UInt8(ascii: "\\") }
  /// `/`.
  @inlinable package static var slash: UInt8 { UInt8(ascii: "/") }
  /// `*`.
  @inlinable package static var star: UInt8 { UInt8(ascii: "*") }
  /// `-`.
  @inlinable package static var hyphen: UInt8 { UInt8(ascii: "-") }
  /// `+`.
  @inlinable package static var plus: UInt8 { UInt8(ascii: "+") }
  /// `_`.
  @inlinable package static var underscore: UInt8 { UInt8(ascii: "_") }
  /// `.`.
  @inlinable package static var point: UInt8 { UInt8(ascii: ".") }
  /// `,`.
  @inlinable package static var comma: UInt8 { UInt8(ascii: ",") }
  /// `:`.
  @inlinable package static var colon: UInt8 { UInt8(ascii: ":") }
  /// `;`.
  @inlinable package static var semicolon: UInt8 { UInt8(ascii: ";") }
  /// `=`.
  @inlinable package static var equals: UInt8 { UInt8(ascii: "=") }
  /// `<`.
  @inlinable package static var lessThan: UInt8 { UInt8(ascii: "<") }
  /// `>`.
  @inlinable package static var greaterThan: UInt8 { UInt8(ascii: ">") }
  /// `%`.
  @inlinable package static var percent: UInt8 { UInt8(ascii: "%") }
  /// `@`.
  @inlinable package static var at: UInt8 { UInt8(ascii: "@") }
  /// `!`.
  @inlinable package static var bang: UInt8 { UInt8(ascii: "!") }
  /// `?`.
  @inlinable package static var question: UInt8 { UInt8(ascii: "?") }
  /// `&`.
  @inlinable package static var ampersand: UInt8 { UInt8(ascii: "&") }
  /// `|`.
  @inlinable package static var bar: UInt8 { UInt8(ascii: "|") }
  /// `(`.
  @inlinable package static var openParenthesis: UInt8 { UInt8(ascii: "(") }
  /// `)`.
  @inlinable package static var closeParenthesis: UInt8 { UInt8(ascii: ")") }
  /// `[`.
  @inlinable package static var openBracket: UInt8 { UInt8(ascii: "[") }
  /// `]`.
  @inlinable package static var closeBracket: UInt8 { UInt8(ascii: "]") }
  /// `{`.
  @inlinable package static var openBrace: UInt8 { UInt8(ascii: "{") }
  /// `}`.
  @inlinable package static var closeBrace: UInt8 { UInt8(ascii: "}") }
}
