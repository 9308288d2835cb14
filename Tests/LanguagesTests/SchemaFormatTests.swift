@testable import Languages
import Testing

/// Judged by the documents that define the formats, row by row.
@Suite struct SchemaFormatTests {
  @Test(arguments: [
    ("ipv4", "10.20.0.10"), ("ipv4", "0.0.0.0"), ("ipv4", "255.255.255.255"),
    ("ipv6", "::"), ("ipv6", "::1"), ("ipv6", "fd00::10"), ("ipv6", "1:2:3:4:5:6:7:8"),
    ("ipv6", "::ffff:10.0.0.1"), ("ipv6", "1:2:3:4:5:6:10.0.0.1"), ("ipv6", "1::"),
    ("ipv6", "1:2:3:4:5:6:7::"), ("ipv6", "::2:3:4:5:6:7:8"),
    ("hostname", "db1.example.org"), ("hostname", "a"), ("hostname", "1a-b.c"),
    ("hostname", "xn--bcher-kva.example"),
    ("email", "admin@example.org"), ("email", "a.b+c@d"), ("email", "\"a b\"@example.org"),
    ("email", "a@[10.0.0.1]"), ("email", "a@[IPv6:::1]"),
    ("uri", "https://example.org/a?b=c#d"), ("uri", "urn:x:y"), ("uri", "http://[::1]:80/"),
    ("uri", "mailto:a@example.org"), ("uri", "http://u:p@h:1/%20"),
    ("uri-reference", "/metrics"), ("uri-reference", "a/b:c"), ("uri-reference", "#x"),
    ("uri-reference", ""), ("uri-reference", "//host/x"),
    ("date", "2024-02-29"), ("date", "2000-02-29"), ("time", "08:30:06.283185Z"),
    ("time", "23:59:60Z"), ("time", "01:29:60+01:30"), ("time", "15:59:60-08:00"),
    ("date-time", "2024-02-29T08:30:00Z"), ("date-time", "2024-02-29t08:30:00.1+02:00"),
    ("uuid", "123e4567-E89B-12d3-a456-426614174000"),
    ("json-pointer", ""), ("json-pointer", "/"), ("json-pointer", "/a~0b~1/0"),
    ("regex", "^a|b$"),
    ("go-duration", "1m30s"), ("go-duration", "1.5h"), ("go-duration", "1w2d"),
    ("go-duration", "0"),
    ("prometheus-duration", "1h30m"), ("prometheus-duration", "0"),
    ("prometheus-duration", "100ms"),
    ("byte-size", "512m"), ("byte-size", "2GiB"), ("byte-size", "1.5g"), ("byte-size", "1e3"),
    ("host-port", "10.20.0.10:443"), ("host-port", "[::1]:80"), ("host-port", ":80"),
    ("docker-image", "redis:7.4"),
    ("docker-image", "ghcr.io/a/b@sha256:\(String(repeating: "a", count: 64))"),
    ("docker-image", "localhost:5000/a"),
    ("positive-duration", "1ms"), ("base2-bytes", "0"), ("base2-bytes", "10MB"),
    ("base2-bytes", "1.5GiB"), ("base2-bytes", "1GB512MB"), ("rule-glob", "rules/*.yml"),
    ("rule-glob", "a*b.yml"), ("file-sd-path", "t/*.json"), ("file-sd-path", "a.YML"),
    ("host-without-path", "a:9100"), ("http-url", "https://a"), ("http-url", "<secret>"),
    ("http-url-or-template", "{{ .URL }}"), ("clock-time", "24:00"), ("clock-time", "09:05"),
    ("weekday-range", "Monday:friday"), ("weekday-range", "sunday"), ("day-range", "-3:-1"),
    ("day-range", "1:-1"), ("day-range", "31"), ("month-range", "may:8"), ("month-range", "12"),
    ("year-range", "2026:2028"),
  ])
  func `a text has the format`(name: String, text: String) throws {
    #expect(try #require(SchemaFormat.named[name]).fits(text))
  }

  @Test(arguments: [
    ("ipv4", "10.20.0"), ("ipv4", "010.0.0.1"), ("ipv4", "256.0.0.1"), ("ipv4", "10.0.0.1/24"),
    ("ipv4", "10.0.0.٢"), ("ipv4", "10.0.0.1\n"), ("ipv4", "0x7f.0.0.1"),
    ("ipv6", "1:2:3:4:5:6:7"), ("ipv6", "1:2:3:4:5:6:7:8:9"), ("ipv6", ":1"), ("ipv6", "1:"),
    ("ipv6", "::1::"), ("ipv6", "12345::"), ("ipv6", "fe80::1%eth0"), ("ipv6", "::g"),
    ("ipv6", ":::"),
    ("ipv6", "1:2:3:4:5:6:7:8::"), ("ipv6", "10.0.0.1"), ("ipv6", "::10.0.0.256"), ("ipv6", ""),
    ("ipv6", ":"),
    ("hostname", ""), ("hostname", "-a"), ("hostname", "a-"), ("hostname", "a..b"),
    ("hostname", "a_b"),
    ("hostname", "a."), ("hostname", "é"), ("hostname", "ab--c"),
    ("hostname", String(repeating: "a", count: 64)),
    ("email", "a"), ("email", "@b"), ("email", "a@"), ("email", ".a@b"), ("email", "a..b@c"),
    ("email", "a b@c"), ("email", "a@b_c"),
    ("uri", "/metrics"), ("uri", "example.org"), ("uri", "http://a b"), ("uri", "http://[::1"),
    ("uri", "1a:b"), ("uri", "http://h:port"), ("uri", "http://a/{b}"), ("uri", "a:%2"),
    ("uri-reference", "a:b c"), ("uri-reference", "1:2"), ("uri-reference", "a\\b"),
    ("date", "2023-02-29"), ("date", "1900-02-29"), ("date", "2024-2-9"), ("date", "2024-13-01"),
    ("time", "08:30Z"), ("time", "24:00:00Z"), ("time", "08:30:00"), ("time", "12:00:60Z"),
    ("time", "08:30:00.Z"), ("time", "08:30:00+24:00"),
    ("date-time", "2024-02-29 08:30:00Z"), ("date-time", "2024-02-29T08:30:00"), ("date-time", "x"),
    ("uuid", "123e4567e89b12d3a456426614174000"), ("uuid", "123e4567-e89b-12d3-a456-42661417400g"),
    ("json-pointer", "a"), ("json-pointer", "/~2"), ("json-pointer", "/~"),
    ("regex", "^(a"), ("regex", "^\\S(|(.|\\n)*\\S)\\Z"),
    ("go-duration", "90"), ("go-duration", "10S"), ("go-duration", ""), ("go-duration", "1.2.3s"),
    ("prometheus-duration", "1.5h"), ("prometheus-duration", "1m1h"), ("prometheus-duration", "5M"),
    ("byte-size", "2 gigs"), ("byte-size", ""), ("host-port", "10.0.0.1"), ("host-port", "a:0"),
    ("host-port", "[::g]:80"), ("host-port", "a:70000"), ("docker-image", "Redis"),
    ("docker-image", "a b"),
    ("positive-duration", "0s"), ("positive-duration", "1x"), ("base2-bytes", "100"),
    ("base2-bytes", "10mb"), ("base2-bytes", ""), ("rule-glob", "a/*/b.yml"), ("rule-glob", "a*/b"),
    ("file-sd-path", "a.txt"), ("file-sd-path", "*/a.json"), ("host-without-path", "http://a"),
    ("http-url", "ftp://a"), ("http-url", "http://"), ("http-url", "{{ .URL }}"),
    ("clock-time", "9:00"), ("clock-time", "24:01"), ("weekday-range", "friday:monday"),
    ("weekday-range", "mon"), ("day-range", "0"), ("day-range", "32"), ("day-range", "-1:1"),
    ("day-range", "5:1"), ("month-range", "13"), ("month-range", "may:april"),
    ("year-range", "2028:2026"), ("year-range", "next"),
  ])
  func `a text has not the format`(name: String, text: String) throws {
    #expect(try !#require(SchemaFormat.named[name]).fits(text))
  }
}
