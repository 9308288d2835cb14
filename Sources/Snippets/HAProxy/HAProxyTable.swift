internal import Languages

/// The keywords of HAProxy by section, and what its time and sizes look like.
enum HAProxyTable {
  /// The table in parts: the compiler takes a time for each that grows with its square.
  private static let parts = [
    PackageResources.haproxy_global_txt, PackageResources.haproxy_proxy_txt,
    PackageResources.haproxy_bind_server_txt, PackageResources.haproxy_fetch_txt,
    PackageResources.haproxy_converter_txt, PackageResources.haproxy_other_txt,
  ]

  static let all = DirectiveTable(
    parts.flatMap { $0 },
    shapes: [
      "time": ValueShape("a time such as `5s` or `1m`", fits: isTime),
      "size": ValueShape("a size such as `16384` or `64k`", fits: isSize),
      "octal": ValueShape("permissions such as `600`") { Int($0, radix: 8) != nil },
      "tls": .choice(
        of: ["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"],
        ignoringCase: false
      ),
    ]
  )

  /// Sections that hold proxies.
  static let proxySections = ["defaults", "frontend", "listen", "backend"]

  /// Sections whose keywords are in the table.
  static let sections =
    ["global"] + proxySections + [
      "userlist", "peers", "resolvers", "cache", "mailers", "http-errors", "ring", "log-forward",
      "program", "fcgi-app", "crt-store", "traces", "log-profile", "acme",
    ]

  /// Sections that are known, and whose lines are not checked.
  static let otherSections = [
    "namespace_list", "healthcheck", "spoe-agent", "spoe-group", "spoe-message",
  ]

  /// A whole number with a unit or without one; milliseconds where there is none (`parse_time_err`).
  static func isTime(_ text: String) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty
      && ["", "us", "ms", "s", "m", "h", "d"].contains(String(text.dropFirst(digits.count)))
  }

  /// A whole number with a unit or without one (`parse_size_err`).
  static func isSize(_ text: String) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty
      && ["", "k", "m", "g"].contains(text.dropFirst(digits.count).lowercased())
  }

  /// Conditions that every configuration has (`default_acl_list` of acl.c).
  static let predefinedACLs = [
    "TRUE", "FALSE", "LOCALHOST", "HTTP", "HTTP_1.0", "HTTP_1.1", "HTTP_2.0", "HTTP_3.0",
    "METH_CONNECT", "METH_DELETE", "METH_GET", "METH_HEAD", "METH_OPTIONS", "METH_POST",
    "METH_PUT", "METH_TRACE", "HTTP_URL_ABS", "HTTP_URL_SLASH", "HTTP_URL_STAR", "HTTP_CONTENT",
    "RDP_COOKIE", "REQ_CONTENT", "WAIT_END",
  ]

  /// What a log format calls `%name` (`logformat_aliases` of log.c).
  static let logVariables = [
    "o", "OG", "B", "CC", "CS", "H", "ID", "ST", "T", "Ta", "Tc", "Th", "Ti", "Tl", "Tq", "Tr",
    "TR", "Td",
    "Ts", "Tt", "Tu", "Tw", "U", "ac", "b", "bc", "bi", "bp", "bq", "ci", "cp", "f", "fc", "fi",
    "fp", "ft",
    "hr", "hrl", "hs", "hsl", "HM", "HP", "HPO", "HQ", "HU", "HV", "lc", "ms", "pid", "r", "rc",
    "rt", "s",
    "sc", "si", "sp", "sq", "sslc", "sslv", "t", "tr", "trg", "trl", "ts", "tsc",
  ]
}
