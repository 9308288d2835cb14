package import Diagnostics
package import Machine

/// The sets of a project that a build makes.
package struct SetPlan {
  /// The sets that were asked for.
  package let asked: [PlannedSet]
  /// The template sets of all scales, which pages compare, in the order of docbuild.yml.
  package let scales: [PlannedSet]

  /// Every set that pages need: what was asked for, and the scales that it is compared with.
  package var all: [PlannedSet] {
    let known = Set(asked.map(\.id))
    return asked + scales.filter { !known.contains($0.id) }
  }

  /// Plans the sets of a request.
  ///
  /// - Throws: a ``RequestMistake`` where the project has no such scale, or a customer another one.
  package init(_ request: BuildRequest, of project: Project) throws(RequestMistake) {
    let known = project.config.scales.map(\.id).filter { !$0.isEmpty }
    if !project.config.hasScales, let scale = request.scales.first {
      throw .unknown("scale", scale, among: known)
    }
    // Where docbuild.yml has no scale that is one, its findings say so.
    let hasScales = !known.isEmpty && project.config.misnamedScales.isEmpty
    for scale in request.scales where !known.contains(scale) && hasScales {
      throw .unknown("scale", scale, among: known)
    }
    scales = project.config.scales.map { PlannedSet(id: SetID(scale: $0.id), scale: $0) }
    let chosen = scales.filter { request.scales.isEmpty || request.scales.contains($0.scale.id) }
    guard !request.customers.isEmpty else {
      asked = chosen
      return
    }
    for (name, file) in project.customers {
      guard let own = file.customer?.scale, known.contains(own), !request.scales.isEmpty,
        !request.scales.contains(own)
      else { continue }
      let found = request.scales.map { "`\($0)`" }.joined(separator: ", ")
      throw RequestMistake(
        "expected the scale of the customer's overlay, which is `\(own)` for `\(name)`, found \(found)"
      )
    }
    asked = project.customers.compactMap { name, file in
      guard let scale = chosen.first(where: { $0.scale.id == file.customer?.scale })?.scale else {
        return nil
      }
      return PlannedSet(id: SetID(scale: scale.id, customer: name), scale: scale, overlay: file)
    }
  }
}

/// A set before its values are resolved.
package struct PlannedSet: Sendable {
  package let id: SetID
  package let scale: ProjectConfig.Scale
  /// What its customer gives; nothing for a template set.
  package var overlay: DataFile?

  /// Resolves the values of the set.
  ///
  /// - Parameters:
  ///   - project: what the set is of.
  ///   - isFinal: whether a value that a customer has still to give is an error.
  /// - Returns: the values, and what is wrong with them.
  package func resolve(in project: Project, isFinal: Bool) -> Outcome<ValueTable> {
    let layers = [project.common, project.scales[scale.id], overlay].compactMap { $0 }
    var outcome = ValueResolver.resolve(project.declarations, files: layers, set: id)
    outcome.diagnostics += ConstraintCheck.check(outcome.value)
    if isFinal { outcome.diagnostics += openValues(of: outcome.value) }
    return outcome
  }

  private func openValues(of values: ValueTable) -> [Diagnostic] {
    values.paths.compactMap { path in
      guard let entry = values.entry(at: path), entry.isOpen, !entry.isStandIn
      else { return nil }
      let declared = entry.declaration.location
      let place = overlay?.customer?.location ?? declared
      return .openValue(of: path, at: place, declared: declared)
    }
  }
}
