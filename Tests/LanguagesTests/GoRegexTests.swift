@testable import Languages
import Testing

/// Judged by Go's `regexp/syntax`, expression by expression.
@Suite struct GoRegexTests {
  @Test(arguments: [
    "", "a|b|", "(?i)yes", "(?i:node|etcd).*", "(?P<n>a+)", "(?<n>a)", "(?is-mU:a)", "(?-i)a", "()",
    "[]a]", "[^]a]", "[a-z0-9_-]", "[[:alpha:][:^digit:]]", #"[\d\pL-]"#, "a{2}", "a{2,}?", "a{,3}",
    "{", "a{x}", "a{1000}", #"\Qa.b\E+"#, #"\A\bx\z"#, #"\pN\p{Greek}\P{^Lu}"#, #"\x{1F600}\x41"#,
    #"\0\011\n\-\_"#, "a??", "x*?y+?", "^$", "]", "a}", "é+",
  ])
  func `Go compiles it`(text: String) { #expect(GoRegex.fits(text)) }

  @Test(arguments: [
    "(?=a)", "(?!a)b", "(?<=a)", "(?<!a)", "(?>a)", #"(a)\1"#, "a**", "a+*", "a{2}{3}", "*a",
    "(*a)",
    "|+", "a{1001}", "a{3,2}", "(a", "a)", "[a", "[z-a]", "[]", "[[:alfa:]]", #"\Z"#, #"\k<n>"#,
    #"\u00e9"#, "(?P<n>a)(?P<n>b)", "(?P<>a)", "(?x)a", "(?i-)a", "(?", #"a\"#, #"\x4"#,
    #"\x{110000}"#, #"\p{"#, "{2}",
  ])
  func `Go refuses it`(text: String) { #expect(!GoRegex.fits(text)) }

  @Test(arguments: [
    ("", true), (".*", true), ("a?|b", true), ("(a|)", true), ("^$", true), ("a{0,2}", true),
    ("a", false), ("a+", false), ("(?i)a", false), ("[a]", false), (#"\Qa\E"#, false),
    ("a|b", false),
    (#"(a*)+"#, true), (#"\d*x"#, false),
  ])
  func `the empty text matches or does not`(text: String, matches: Bool) {
    #expect(GoRegex.matchesNothing(text) == matches)
  }
}
