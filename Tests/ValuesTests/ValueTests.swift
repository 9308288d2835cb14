import Testing
import Values

private func parse(_ type: String, _ text: String) -> Result<Value, ValueMistake>? {
  ValueType.parse(type)?.parse([text])
}

@Suite struct ValueTests {
  @Test(arguments: [
    ("ipv4", "10.20.0.10"), ("cidr", "10.20.0.0/24"), ("cidr", "0.0.0.0/0"),
    ("fqdn", "chat.z3r0d3v.com"), ("port", "65535"), ("int", "-3"), ("bool", "true"),
    ("bytes", "32 GiB"), ("duration", "30 s"), ("hostname", "pg1"), ("url", "https://a.example/x"),
    ("path", "/etc/hosts"), ("port-range", "50100-50200"), ("host-port", "10.0.0.1:443"),
    ("email", "root@a.example"), ("interface", "eth0"), ("username", "synapse"),
    ("ipv6", "fd00:20::10"), ("ipv6", "::"), ("ipv6", "2001:db8::1:0:0:1"), ("percent", "70"),
    ("version", "1.27.3"), ("image", "registry.example.org:5000/redis:7.4"),
    ("host-port", "[fd00::1]:443"), ("float", "0.5"),
  ])
  func `a right value prints as it is written`(type: String, text: String) throws {
    let value = try #require(parse(type, text)).get()
    #expect(value.plainText == text)
  }

  @Test(arguments: [
    ("ipv4", "10.20.0.010"), ("ipv4", "10.20.0.256"), ("ipv4", "10.20.0"), ("ipv4", "10.20.0.1 "),
    ("cidr", "10.20.0.0"), ("cidr", "10.20.0.0/33"), ("cidr", "10.20.0.5/24"), ("fqdn", "chat"),
    ("fqdn", "Chat.example.org"), ("fqdn", "chat.example.org."), ("fqdn", "chat.example.1"),
    ("fqdn", "-a.example.org"), ("port", "0"), ("port", "65536"), ("port", "080"), ("int", "1.0"),
    ("int", "99999999999999999999"), ("bool", "yes"), ("bytes", "32"), ("bytes", "1 XB"),
    ("duration", "30"), ("bytes", "99999999999 TiB"), ("url", "https://user@a.example/"),
    ("path", "/etc/../hosts"), ("port-range", "5-1"), ("ipv6", "fd00::1::2"), ("ipv6", "1:2:3"),
    ("ipv6", "fd00::12345"), ("percent", "101"), ("version", "v 1"), ("image", "Redis:7.4"),
    ("host-port", "fd00::1:443"), ("host-port", "a_b:443"), ("duration", "30s1m"),
  ])
  func `a wrong value is refused with what was expected`(type: String, text: String) throws {
    guard case .failure(let mistake) = try #require(parse(type, text)) else {
      Issue.record("\(text) is accepted as \(type)")
      return
    }
    #expect(mistake.message.contains("expected") || mistake.message.contains("`\(text)`"))
  }

  @Test func `a network with host bits is corrected`() throws {
    guard case .failure(let mistake) = try #require(parse("cidr", "10.20.0.5/24")) else {
      Issue.record("accepted")
      return
    }
    #expect(mistake.suggestion == "10.20.0.0/24")
  }

  @Test(arguments: [
    ("ipv6", "2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("ipv6", "::ffff:10.0.0.1", "::ffff:a00:1"),
    ("ipv6", "0:0:0:0:0:0:0:1", "::1"), ("ipv6", "1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
    ("duration", "1m30s", "90 s"), ("bytes", "32GiB", "32 GiB"),
  ])
  func `a value prints in its canonical form`(type: String, text: String, printed: String) throws {
    #expect(try #require(parse(type, text)).get().plainText == printed)
  }

  @Test func `a pattern and a charset hold`() throws {
    var type = ValueType(.string)
    type.pattern = "^[a-z]+$"
    #expect(throws: ValueMistake.self) { try type.parse(["a1"]).get() }
    var name = ValueType(.string)
    name.charset = "a-f0-9-"
    #expect(try name.parse(["a-1"]).get() == .text("a-1"))
    #expect(throws: ValueMistake.self) { try name.parse(["xyz"]).get() }
    var secret = ValueType(.secret)
    secret.charset = "0-9"
    secret.maxLength = 8
    let fake = secret.fake(seed: "secret.pin", of: SecretAlphabet("0-9"))
    #expect(fake.count == 8 && fake.allSatisfy { $0.isNumber })
  }

  @Test func `bounds and lists of values hold`() throws {
    var type = ValueType(.int)
    type.min = "250"
    #expect(throws: ValueMistake.self) { try type.parse(["249"]).get() }
    #expect(try type.parse(["250"]).get() == .int(250))
    var list = ValueType(.enumeration)
    list.values = ["a", "b"]
    #expect(throws: ValueMistake.self) { try list.parse(["c"]).get() }
    let ports = try #require(ValueType.parse("list<port>"))
    #expect(try ports.parse(["1", "2"]).get() == .list([.int(1), .int(2)]))
    #expect(throws: ValueMistake.self) { try ports.parse(["1", "x"]).get() }
  }

  @Test(arguments: [
    ("bytes", "32GiB", "gib", "32"), ("bytes", "32GiB", "compose", "32g"),
    ("bytes", "32GiB", "postgres", "32GB"), ("duration", "90s", "ms", "90000"),
    ("duration", "2m", "seconds", "120"), ("bool", "true", "onoff", "on"),
    ("cidr", "10.20.0.0/24", "network", "10.20.0.0"), ("cidr", "10.20.0.0/24", "prefix", "24"),
    ("host-port", "a.example:443", "host", "a.example"),
  ])
  func `a view prints a value in another way`(
    type: String,
    text: String,
    view: String,
    printed: String
  ) throws {
    let known = try #require(ValueType.parse(type))
    let value = try #require(parse(type, text)).get()
    #expect(known.views.contains(view))
    #expect(try value.printed(as: known.kind, view: view).get() == printed)
  }

  @Test func `a view that is not whole is an error`() throws {
    let value = try #require(parse("bytes", "1500MB")).get()
    #expect(throws: ViewMistake.notWhole) { try value.printed(as: .bytes, view: "gib").get() }
  }

  @Test func `a fake secret is the same each time and no number`() {
    let any = SecretAlphabet(nil)
    let fake = ValueType(.secret).fake(seed: "secret.db", of: any)
    #expect(fake == ValueType(.secret).fake(seed: "secret.db", of: any))
    #expect(fake != ValueType(.secret).fake(seed: "secret.turn", of: any))
    #expect(fake.count == 64 && fake.first?.isLetter == true)
  }

  @Test(arguments: ["A-Za-z0-9+/=", "0-9a-f", "a-z0-9#$\"'-"])
  func `a fake secret has every mark that it may hold and nothing else`(ranges: String) throws {
    let alphabet = SecretAlphabet(ranges)
    let fake = ValueType(.secret).fake(seed: "secret.db", of: alphabet)
    let own = Set(fake.unicodeScalars)
    let known = try #require(alphabet.characters)
    #expect(own.isSubset(of: known))
    let marks = known.filter { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    #expect(own.isSuperset(of: marks))
  }
}

@Suite struct ExpressionTests {
  private static let values: [String: [Binding]] = [
    "a.one": [Binding(value: .int(1), kind: .int)],
    "a.ten": [Binding(value: .int(10), kind: .int)],
    "a.disk": [Binding(value: .quantity(Quantity(2_000_000_000_000, in: .terabyte)), kind: .bytes)],
    "a.wait": [Binding(value: .quantity(Quantity(10_000, in: .second)), kind: .duration)],
    "s.*.count": [3, 4, 2].map { Binding(value: .int($0), kind: .int) },
    "a.open": [Binding(value: .int(5), kind: .int, placeholder: "CHANGE_TO_X", isOpen: true)],
  ]

  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("sum(s.*.count)", "9"), ("count(s.*.count)", "3"),
    ("max(s.*.count, a.ten)", "10"), ("a.disk * 4 / 2", "4 TB"), ("ceil(7 / 2)", "4"),
    ("a.wait + 2 * 5s <= 20s", "true"), ("if(a.ten > a.one, 'yes', 'no')", "yes"),
    ("not (a.one == 2) and true", "true"), ("floor(a.disk / 300GB)", "6"), ("-a.one + 3", "2"),
    ("7 % 4", "3"),
  ])
  func `an expression has its value`(text: String, value: String) throws {
    let result = try Expression.parse(text).get().evaluate { Self.values[$0] }
    #expect(try result.get().value.plainText == value)
  }

  @Test(arguments: [
    ("a.disk + a.wait", 7..<8), ("1 +", 3..<3), ("sum(a.none)", 4..<10), ("1 / 0", 2..<3),
    ("fetch(a.one)", 0..<12), ("a.one a.ten", 6..<11), ("if(1, 2, 3)", 0..<11), ("one", 0..<3),
  ])
  func `a mistake in an expression has its place`(text: String, range: Range<Int>) {
    let result = Expression.parse(text).flatMap { $0.evaluate { Self.values[$0] } }
    guard case .failure(let mistake) = result else {
      Issue.record("\(text) is accepted")
      return
    }
    #expect(mistake.range == range)
  }

  @Test func `what is made from an open value is open`() throws {
    let result = try Expression.parse("a.open * 2").get().evaluate { Self.values[$0] }.get()
    #expect(result.isOpen && result.value == .int(10))
  }

  @Test(arguments: [
    (
      "join(l.hosts as h, '{h.name}=https://{h.ip}:2380', ',')",
      "a=https://10.0.0.1:2380,b=https://10.0.0.2:2380"
    ),
    ("join(l.hosts as h, '{h.name}{a.ten}', ' ')", "a10 b10"),
    ("join(l.ports, '; ')", "80; 443"),
  ])
  func `join makes a text of each element`(text: String, value: String) throws {
    let result = try Expression.parse(text).get().evaluate(Self.lookup, elements: Self.elements)
    #expect(try result.get().value.plainText == value)
  }

  @Test func `a joined text keeps the hints of open values`() throws {
    let text = "join(l.hosts as h, '{h.name}={h.ip}', ',')"
    let result = try Expression.parse(text).get().evaluate(Self.lookup, elements: Self.elements)
    #expect(try result.get().placeholder == "a=10.0.0.1,b=CHANGE_TO_B_IP")
    #expect(try result.get().isOpen)
  }

  @Test(arguments: [
    "join(a.one, ',')", "join(l.hosts as h, '{h.none}', ',')", "join(l.hosts as h)",
  ])
  func `a join that cannot be made is a mistake`(text: String) {
    #expect(throws: ExpressionMistake.self) {
      try Expression.parse(text).get().evaluate(Self.lookup, elements: Self.elements).get()
    }
  }

  private static func elements(of path: String) -> [String]? {
    ["l.hosts": ["l.hosts.1", "l.hosts.2"], "l.ports": ["l.ports.1", "l.ports.2"]][path]
  }

  private static func lookup(_ path: String) -> [Binding]? {
    let texts = [
      "l.hosts.1.name": "a", "l.hosts.2.name": "b", "l.hosts.1.ip": "10.0.0.1",
      "l.ports.1.value": "80", "l.ports.2.value": "443",
    ]
    if path == "l.hosts.2.ip" {
      return [
        Binding(value: .text("10.0.0.2"), kind: .ipv4, placeholder: "CHANGE_TO_B_IP", isOpen: true)
      ]
    }
    return texts[path].map { [Binding(value: .text($0), kind: .string)] } ?? values[path]
  }

  @Test func `deep nesting is a mistake and no crash`() {
    let text = String(repeating: "(", count: 10_000) + "1"
    #expect(throws: ExpressionMistake.self) { try Expression.parse(text).get() }
  }
}
