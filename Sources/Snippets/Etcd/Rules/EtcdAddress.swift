internal import Diagnostics
internal import Languages

extension Diagnostic {
  private static let urlKeys = [
    "listen-peer-urls", "listen-client-urls", "listen-metrics-urls", "listen-client-http-urls",
    "initial-advertise-peer-urls", "advertise-client-urls",
  ]

  /// Each address is a URL with a scheme and a port (`pkg/types/urls.go`).
  static func etcdAddresses(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func check(_ text: Substring, _ value: TypedValue, _ key: String) {
      let address = text.drop { $0 == " " }
      let isURL = ["http://", "https://", "unix://", "unixs://"].contains {
        address.hasPrefix($0) && address.count > $0.count
      }
      let hasPort =
        SchemaFormat.named["host-port"]?.fits(String(address.split(separator: "/").last ?? ""))
        ?? true
      guard !isURL || (address.hasPrefix("http") && !hasPort) else { return }
      findings.append(
        Diagnostic(
          SchemaRules.etcd.type,
          at: value.range,
          "expected URLs such as `https://10.0.0.1:2380` for `\(key)`, found `\(address)`"
        )
      )
    }
    for key in urlKeys {
      guard let value = root[key], let text = value.string, !text.isEmpty else { continue }
      text.split(separator: ",", omittingEmptySubsequences: false).forEach { check($0, value, key) }
    }
    guard let cluster = root["initial-cluster"], let text = cluster.string else { return findings }
    for member in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = member.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        findings.append(
          Diagnostic(
            SchemaRules.etcd.type,
            at: cluster.range,
            "expected members such as `pg1=https://10.0.0.1:2380` for `initial-cluster`, found `\(member)`"
          )
        )
        continue
      }
      check(parts[1], cluster, "initial-cluster")
    }
    return findings
  }
}
