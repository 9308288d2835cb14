package import DocBuild

/// The values of all scales, to set beside those of one.
package struct ScaleComparison: Sendable {
  /// The smallest first, without any customer's values.
  package let scales: [(title: String, values: ValueTable)]
  /// The scale that the others are compared with, by its place among them.
  let baselineIndex: Int?

  /// Creates a comparison.
  ///
  /// - Parameters:
  ///   - scales: the scales of the project with their values, in its order.
  ///   - baseline: the identifier of the scale that others are compared with.
  init(_ scales: [(scale: ProjectConfig.Scale, values: ValueTable)], baseline: String?) {
    self.scales = scales.map { ($0.scale.title, $0.values) }
    baselineIndex = scales.firstIndex { $0.scale.id == baseline }
  }

  /// Whether a value that is the project's own is another at some scale.
  func differ(at reference: Reference) -> Bool {
    guard scales.count > 1 else { return false }
    let texts = scales.map { text(of: reference, in: $0.values) }
    return texts.contains { $0 != texts[0] } && !texts.contains(nil)
  }

  /// The title of the baseline and its value, where that is another.
  func baseline(
    of reference: Reference,
    unlike text: String
  ) -> (scale: String, text: String)? {
    guard let baselineIndex, let other = self.text(of: reference, in: scales[baselineIndex].values),
      other != text
    else { return nil }
    return (scales[baselineIndex].title, other)
  }

  /// The value at every scale, such as `S 200 · M 300 · L 400`; nothing where all agree.
  func row(of path: String) -> String? {
    let reference = Reference(path: path, view: nil)
    guard differ(at: reference) else { return nil }
    let initials = scales.map { String($0.title.prefix(1)) }
    let names = Set(initials).count == initials.count ? initials : scales.map(\.title)
    return zip(names, scales).map { name, scale in
      "\(name) \(text(of: reference, in: scale.values) ?? "–")"
    }.joined(separator: " · ")
  }

  /// What a scale prints for a value of the project's own.
  private func text(of reference: Reference, in values: ValueTable) -> String? {
    guard let entry = values.entry(at: reference.path), entry.role == nil else { return nil }
    return entry.display(view: reference.view)
  }
}
