internal import Diagnostics
internal import Snippets
internal import Values

/// What `docbuild explain` prints.
public enum Explanation {
  /// Returns the page of a rule, or nothing where there is none.
  public static func ofRule(_ id: String) -> String? {
    guard let rule = Rule.all.first(where: { $0.id == id }) else { return nil }
    return """
      \(rule.id) (\(rule.severity.rawValue))

      \(rule.reports)
      \(rule.why)

      This fires (\(rule.fires.path)):

      \(indented(rule.fires.text))

      This does not:

      \(indented(rule.fixed.text))
      """
  }

  /// Returns the sentence for a rule that does not exist.
  public static func unknownRule(_ id: String) -> String {
    "There is no rule `\(id)`." + suggestion(NameIndex(Rule.all.map(\.id)).nearest(to: id))
  }

  /// Returns what is known about a key: type, meaning and the value of each set with its origin.
  public static func ofKey(_ path: String, in build: Build) -> String? {
    guard let entry = build.sets.lazy.compactMap({ $0.values.entry(at: path) }).first else {
      return nil
    }
    var lines = [
      path, "", entry.declaration.about, "", "type:    \(entry.declaration.type.name)",
    ]
    if let hint = entry.hint { lines.append("hint:    \(hint)") }
    if let command = entry.declaration.generate { lines.append("make:    \(command)") }
    lines.append("declared at \(build.place(entry.declaration.location))")
    if let location = entry.declaration.compute?.location {
      lines.append("computed at \(build.place(location))")
    }
    lines.append("")
    for set in build.sets {
      guard let entry = set.values.entry(at: path) else { continue }
      let value = entry.state == .secret ? "(secret)" : entry.printed(view: nil)
      let origin = entry.origin.map { " from \(build.place($0.location))" } ?? ""
      lines.append("\(set.values.set): \(value) (\(entry.state.rawValue))\(origin)")
    }
    let places = build.uses(of: path)
    lines += places.isEmpty ? ["", "used nowhere"] : ["", "used at"] + places.map { "  \($0)" }
    return lines.joined(separator: "\n")
  }

  /// Returns the sentence for a key that does not exist.
  public static func unknownKey(_ path: String, in build: Build) -> String {
    "There is no key `\(path)`." + suggestion(build.sets.first?.values.nearest(to: path) ?? [])
  }

  private static func suggestion(_ names: [String]) -> String {
    names.isEmpty ? "" : " Did you mean \(names.map { "`\($0)`" }.joined(separator: " or "))?"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
  }
}

extension Build {
  /// A place as `path:line:column`.
  func place(_ location: Location) -> String {
    guard let position = project.files[location.path]?.position(at: location.range.lowerBound)
    else { return location.path }
    return "\(location.path):\(position.line):\(position.column)"
  }

  /// Every place that prints a key, in the order of the files.
  func uses(of path: String) -> [String] {
    var seen: Set<Location> = []
    var places: [String] = []
    for hole in sets.flatMap(\.chapters).flatMap(\.holes) {
      guard case .value(let reference) = hole.content, reference.path == path,
        seen.insert(hole.location).inserted
      else { continue }
      places.append(place(hole.location))
    }
    return places
  }
}

extension BuildRequest {
  /// Returns the folder of the nearest docbuild.yml, or nothing.
  public static func nearestProject() -> String? { Files.nearestProject() }
}
