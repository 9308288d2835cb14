package import Diagnostics
internal import Machine

extension Report {
  /// Creates the report of a build: the severities are those that docbuild.yml and the request
  /// choose; of optional rules only those that docbuild.yml names are in it, and values of secrets are
  /// shown nowhere.
  package init(_ findings: [Diagnostic], of project: Project, for request: BuildRequest) {
    let optional = Set(Rule.all.filter(\.isOptional).map(\.id))
    let severe = findings.withoutConsequences().compactMap { finding -> Diagnostic? in
      var finding = finding
      // Where a file could not be read there is nothing else, and so nothing to lower.
      if project.isWhole, let chosen = project.config.severities[finding.rule] {
        guard let severity = chosen else { return nil }
        finding.severity = severity
      } else if optional.contains(finding.rule) {
        return nil
      }
      if request.isStrict { finding.severity = .error }
      if !request.hasProject || !project.config.hasScales { finding.sets = [] }
      return finding
    }
    let pages = Set(request.pages.map(Files.displayed))
    let shown = pages.isEmpty ? severe : severe.filter { pages.contains($0.location.path) }
    // A secret stays one where the rule about it is off.
    let given = findings.filter { $0.rule == Rule.secretValue.id }.map(\.location)
    let secrets = shown.isEmpty ? [] : given + project.placesOfSecrets
    self.init(RepeatedFindings.merged(shown), files: project.files, secrets: secrets)
  }
}

extension Project {
  /// Where data files and overlays may hold values of secrets.
  package var placesOfSecrets: [Location] {
    let data = Files.displayed("\(root)/data/")
    let declaring: Set<String> = ["\(data)keys.yml", "\(data)servers.yml"]
    let overlays = Set(customers.map(\.file.path))
    let places = SecretPlaces(declarations)
    return files.values.filter { file in
      overlays.contains(file.path) || file.path.hasPrefix(data) && !declaring.contains(file.path)
    }.flatMap { places.places(in: $0) }
  }
}
