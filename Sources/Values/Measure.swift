/// A number with or without a unit, as expressions reckon with it.
struct Measure {
  var amount: Double
  var unit: Quantity.Unit?
  /// Whether it came from whole numbers only.
  var isWhole: Bool

  init(_ amount: Double, _ unit: Quantity.Unit?, isWhole: Bool) {
    self.amount = amount
    self.unit = unit
    self.isWhole = isWhole
  }

  init?(_ value: Value) {
    switch value {
    case .int(let number): self.init(Double(number), nil, isWhole: true)
    case .float(let number): self.init(number, nil, isWhole: false)
    case .quantity(let quantity):
      self.init(Double(quantity.amount), quantity.unit, isWhole: true)
    default: return nil
    }
  }

  var name: String {
    guard let unit else { return "a number" }
    return unit.isTime ? "a duration" : "an amount of data"
  }

  func binding(_ isOpen: Bool) -> Binding {
    let whole = Int(exactly: amount.rounded())
    if let unit, let whole {
      return Binding(
        value: .quantity(Quantity(whole, in: unit)),
        kind: unit.isTime ? .duration : .bytes,
        isOpen: isOpen
      )
    }
    if isWhole, let whole { return Binding(value: .int(whole), kind: .int, isOpen: isOpen) }
    return Binding(value: .float(amount), kind: .float, isOpen: isOpen)
  }
}
