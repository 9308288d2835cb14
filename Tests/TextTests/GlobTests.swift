import Text
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("**/motd", "etc/motd"), ("**/motd", "motd"), ("**/motd", "/a/b/motd"),
    ("/etc/*.conf", "etc/a.conf"),
    ("etc/**", "etc/a/b"), ("**", "a/b"), ("**/a/*/c", "x/a/a/b/c"), ("a*b*c", "aXbXc"), ("*", ""),
  ]) func `a path has the form of a pattern`(pattern: String, path: String) {
    #expect(Glob.matches(pattern, path))
  }

  @Test(arguments: [
    ("**/motd", "etc/motd.d"), ("**/motd", "notmotd"), ("etc/*.conf", "etc/a/b.conf"), ("a", "a/b"),
    ("*/b", "b"), ("**/a/*/c", "a/c"), ("a*b", "a/b"),
  ]) func `a path has not the form of a pattern`(pattern: String, path: String) {
    #expect(!Glob.matches(pattern, path))
  }
}
