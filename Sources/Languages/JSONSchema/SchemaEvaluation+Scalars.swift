internal import Text

extension SchemaEvaluation {
  /// Returns why a value does not fit a keyword about the value itself; nothing where it fits.
  func reason(_ value: TypedValue, _ keyword: JSONSchema.Keyword) -> SchemaFailure.Reason? {
    switch keyword {
    case .never: return .never
    case .type(let kinds):
      let kind = value.kind
      let fits = kinds.contains(kind) || (kind == .integer && kinds.contains(.number))
      return fits ? nil : .type(kinds, found: value)
    case .enumeration(let values):
      return values.contains(value) ? nil : .notAmong(values, found: value)
    default: break
    }
    switch value.content {
    case .number(let number): return reason(number, keyword, value)
    case .string(let text): return reason(text, keyword, value)
    default: return nil
    }
  }

  private func reason(
    _ number: Double,
    _ keyword: JSONSchema.Keyword,
    _ value: TypedValue
  ) -> SchemaFailure.Reason? {
    func bound(_ fits: Bool, _ words: String, _ limit: Double) -> SchemaFailure.Reason? {
      fits ? nil : .bound("\(words) \(TypedValue.text(of: limit))", found: value)
    }
    switch keyword {
    case .minimum(let limit): return bound(number >= limit, "at least", limit)
    case .maximum(let limit): return bound(number <= limit, "at most", limit)
    case .exclusiveMinimum(let limit): return bound(number > limit, "more than", limit)
    case .exclusiveMaximum(let limit): return bound(number < limit, "less than", limit)
    case .multipleOf(let factor):
      let quotient = number / factor
      let fits =
        quotient.isFinite
        ? quotient.rounded() == quotient : number.remainder(dividingBy: factor) == 0
      return bound(fits, "a multiple of", factor)
    default: return nil
    }
  }

  private func reason(
    _ text: String,
    _ keyword: JSONSchema.Keyword,
    _ value: TypedValue
  ) -> SchemaFailure.Reason? {
    switch keyword {
    case .minLength(let least) where text.unicodeScalars.count < least:
      return .bound("at least \(least.counted("character"))", found: value)
    case .maxLength(let most) where text.unicodeScalars.count > most:
      return .bound("at most \(most.counted("character"))", found: value)
    case .pattern(let pattern) where !pattern.occurs(in: text):
      return .pattern(pattern.text, found: value)
    case .format(let name) where assertsFormats:
      guard let format = SchemaFormat.named[name], !format.fits(text) else { return nil }
      return .format(name, found: value)
    default: return nil
    }
  }
}
