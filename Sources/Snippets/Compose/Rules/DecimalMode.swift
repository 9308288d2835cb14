internal import Diagnostics
internal import Languages

extension Rule {
  static let decimalMode = Rule(
    "compose/mode",
    .warning,
    reports: "A file mode without a leading zero, which is a decimal number.",
    why: "The container gets other permissions: `640` is the mode `1200`, which nobody can read.",
    fires: .service(
      "    configs: [{ source: a, mode: 640 }]\nconfigs: { a: { file: ./a } }"
    ),
    fixed: .service(
      "    configs: [{ source: a, mode: 0640 }]\nconfigs: { a: { file: ./a } }"
    )
  )
}

extension Diagnostic {
  /// The modes of secrets, configs and memory that a service mounts; docker-compose 1 and 2 both read
  /// `0640` as octal.
  static func decimalModes(in service: TypedValue) -> [Diagnostic] {
    let grants = ["configs", "secrets"].flatMap { service[$0]?.elements ?? [] }
    let memory = (service["volumes"]?.elements ?? []).compactMap { $0["tmpfs"] }
    return (grants + memory).compactMap { mount in
      guard let mode = mount["mode"], let number = mode.number, let digits = mode.plain,
        digits.first != "0", isUsual(digits)
      else { return nil }
      let octal = Int(exactly: number).map { String($0, radix: 8) } ?? ""
      let edit = Edit(Location(range: mode.range), with: "0\(digits)")
      return Diagnostic(
        .decimalMode,
        at: mode.range,
        "expected an octal mode, found the decimal number `\(digits)`, which is the mode `\(octal)`",
        fixes: [Fix("write `0\(digits)`", edits: [edit])]
      )
    }
  }

  /// Whether digits look like permissions: the owner may read, and nobody more than those before.
  private static func isUsual(_ digits: String) -> Bool {
    let bits = digits.utf8.suffix(3).map { Int($0) - 48 }
    guard 3...4 ~= digits.utf8.count, digits != "511", digits.utf8.allSatisfy({ 48...55 ~= $0 })
    else { return false }
    return bits[0] & 4 == 4 && bits[0] & bits[1] == bits[1] && bits[1] & bits[2] == bits[2]
  }
}
