/// Why a value cannot be printed through a view.
public enum ViewMistake: Error, Sendable, Hashable {
  /// The type has no view of the name.
  case unknown
  /// The view prints whole numbers, and the value is not one in its unit.
  case notWhole
}

extension Value {
  /// Returns the value as readers see it, or through a view.
  public func printed(
    as kind: ValueType.Kind,
    view: String?
  ) -> Result<String, ViewMistake> {
    guard let view else { return .success(plainText) }
    switch (self, view) {
    case (.bool(let isTrue), "onoff"): return .success(isTrue ? "on" : "off")
    case (.cidr(let address, _), "network"): return .success(address.description)
    case (.cidr(_, let prefix), "prefix"): return .success(String(prefix))
    case (.quantity(let quantity), _): return quantity.printed(view: view)
    case (.list(let values), "lines"): return .success(join(values, with: "\n"))
    case (.list(let values), "spaces"): return .success(join(values, with: " "))
    case (.list(let values), "commas"): return .success(join(values, with: ","))
    case (.text(let text), "host") where kind == .hostPort:
      return .success(String(text.prefix(upTo: text.lastIndex(of: ":") ?? text.endIndex)))
    case (.text(let text), "port") where kind == .hostPort:
      return .success(String(text.split(separator: ":").last ?? ""))
    default: return .failure(.unknown)
    }
  }

  private func join(_ values: [Value], with separator: String) -> String {
    values.map(\.plainText).joined(separator: separator)
  }
}

extension Quantity {
  fileprivate func printed(view: String) -> Result<String, ViewMistake> {
    switch view {
    case "bytes", "ms": .success(String(amount))
    case "mib": whole(.mebibyte, suffix: "")
    case "gib": whole(.gibibyte, suffix: "")
    case "seconds": whole(.second, suffix: "")
    case "minutes": whole(.minute, suffix: "")
    case "compose" where unit.isTime: whole(.second, suffix: "s")
    case "compose":
      firstWhole([(.gibibyte, "g"), (.mebibyte, "m"), (.kibibyte, "k"), (.byte, "b")])
    case "postgres":
      firstWhole([(.gibibyte, "GB"), (.mebibyte, "MB"), (.kibibyte, "kB"), (.byte, "B")])
    default: .failure(.unknown)
    }
  }

  private func whole(_ unit: Unit, suffix: String) -> Result<String, ViewMistake> {
    amount % unit.size == 0 ? .success("\(amount / unit.size)\(suffix)") : .failure(.notWhole)
  }

  private func firstWhole(_ units: [(Unit, String)]) -> Result<String, ViewMistake> {
    for (unit, suffix) in units where amount % unit.size == 0 {
      return whole(unit, suffix: suffix)
    }
    return .failure(.notWhole)
  }
}
