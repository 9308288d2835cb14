internal import Diagnostics

extension Rule {
  static let wrongLayer = Rule(
    "data/layer",
    reports: "A data file gives a value that its layer may not give.",
    why: "A value in the wrong layer reaches customers or scales that it was not meant for.",
    fires: Example(
      path: "data/common.yml",
      "net: { gateway: 10.20.0.1 }\nip: { haproxy_vip: 10.20.0.9 }\n"
    ),
    fixed: Example(path: "data/common.yml", "net: { gateway: 10.20.0.1 }\n")
  )
}

extension Diagnostic {
  static func wrongLayer(_ expected: String, at location: Location) -> Diagnostic {
    Diagnostic(.wrongLayer, at: location, expected)
  }
}
