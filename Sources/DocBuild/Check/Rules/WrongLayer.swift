internal import Diagnostics

extension Rule {
  static let wrongLayer = Rule(
    "data/layer",
    reports: "A value in a data file whose layer must not give it.",
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

  static func wrongSource(
    of key: String,
    _ source: Layer,
    found layer: Layer,
    at location: Location
  ) -> Diagnostic {
    let files = ["common.yml", "the file of a scale", "the overlay of a customer"]
    let allowed = zip(Layer.allCases, files).filter { $0.0 >= source }.map(\.1).alternatives
    return Diagnostic(
      .wrongLayer,
      at: location,
      "expected `\(key)` in \(allowed), as its source is \(source.rawValue)"
    )
  }

  static func missingOverride(of key: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .wrongLayer,
      at: location,
      "`customer: { override: [\(key)] }` must list `\(key)` for an overlay to replace it"
    )
  }

  static func oneForAll(_ field: String, of group: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .wrongLayer,
      at: location,
      "expected `\(field)` for each server of `\(group)`, found one for all",
      notes: [Note("An overlay gives `servers.\(group)` a list with the fields of each server.")]
    )
  }

  static func oneForEach(_ field: String, of group: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .wrongLayer,
      at: location,
      "expected `\(field)` for the whole group `\(group)`, found one for a server"
    )
  }
}
