/// A number with or without a unit, as expressions reckon with it.
struct Measure {
  var amount: Amount
  var unit: Quantity.Unit?
  /// Whether it came from whole numbers only.
  var isWhole: Bool

  init(_ amount: Amount, _ unit: Quantity.Unit?, isWhole: Bool) {
    self.amount = amount
    self.unit = unit
    self.isWhole = isWhole
  }

  init?(_ value: Value) {
    guard let amount = value.amount else { return nil }
    switch value {
    case .int: self.init(amount, nil, isWhole: true)
    case .quantity(let quantity): self.init(amount, quantity.unit, isWhole: true)
    default: self.init(amount, nil, isWhole: false)
    }
  }

  var name: String {
    guard let unit else { return "a number" }
    return unit.isTime ? "a duration" : "an amount of data"
  }

  /// The value; nothing for a quantity beyond 64 bits.
  var value: (value: Value, kind: ValueType.Kind)? {
    if let unit {
      guard let amount = amount.rounded(.toNearestOrAwayFromZero) else { return nil }
      return (.quantity(Quantity(amount, in: unit)), unit.isTime ? .duration : .bytes)
    }
    if isWhole, case .whole(let number) = amount { return (.int(number), .int) }
    return (.float(amount.double), .float)
  }
}
