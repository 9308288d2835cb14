internal import Diagnostics
internal import DocBuild
internal import Values

/// What a page tells about a value.
package struct ValueFacts {
  package let key: String
  package let role: PlaceholderMark.Role
  /// The value at the baseline with its scale, where it is another there.
  let baseline: String?
  /// Whether the page of values has a row for it.
  private let hasRow: Bool
  /// The names that templates may ask for.
  let context: TemplateContext

  /// Whether a reader puts something in its place.
  var isReplaced: Bool { [.open, .example, .secret].contains(role) }

  /// Collects what is known about a key of a set; nothing for values that are the same everywhere.
  init?(of key: String, in set: SiteSet) {
    let scales = set.filler.scales
    let reference = Reference(path: key, view: nil)
    guard let entry = set.values.entry(at: key) else { return nil }
    guard let role = entry.role ?? (scales.differ(at: reference) ? .varies : nil) else {
      return nil
    }
    let shown = entry.display(view: nil)
    let other = scales.baseline(of: reference, unlike: shown)
    self.key = key
    self.role = role
    baseline = role == .varies ? other.map { "\($0.scale): \($0.text)" } : nil
    let listed = entry.state == .computed || role == .varies ? nil : set.values.listedPath(of: key)
    hasRow = listed == key
    let isOpen = role == .open || role == .example
    context = [
      "key": .text(key), "row": .text(listed ?? ""),
      "anchor": .text(PlaceholderMark.anchor(of: key)), "shown": .text(shown),
      "meaning": .text(Self.group(of: key, in: set) + entry.declaration.about.withPeriod),
      "type": .text(entry.declaration.type.name), "role": .text(role.rawValue),
      "example": .text(isOpen ? entry.printed(view: nil) : ""),
      "open": .flag(isOpen), "filled": .flag(role == .filled), "secret": .flag(role == .secret),
      "varies": .flag(role == .varies), "baseline": .text(baseline ?? ""),
      "command": .text(entry.declaration.generate ?? ""),
      "source": .text(entry.origin.map { set.project.place($0.location) } ?? ""),
      "scales": .text(entry.role == nil ? scales.row(of: key) ?? "" : ""),
    ]
  }

  /// The names of ``context``.
  package static let names = TemplateNames(
    "key",
    "row",
    "anchor",
    "shown",
    "meaning",
    "type",
    "role",
    "example",
    "open",
    "filled",
    "secret",
    "varies",
    "baseline",
    "command",
    "source",
    "scales"
  )

  /// The names of ``note(beside:_:)``.
  package static let noteNames = names.union(
    TemplateNames("elsewhere", lists: ["places": TemplateNames("title", "href", "before")])
  )

  /// Returns ``context`` with the other places that show the value: some pages by name, and how many
  /// more there are.
  ///
  /// - Parameters:
  ///   - frame: of the page with the note.
  ///   - uses: where readers find the values of the set.
  /// - Returns: the names of ``noteNames`` with their values.
  func note(beside frame: PageFrame, _ uses: ValueUses) -> TemplateContext {
    let pages = hasRow ? (uses.pages[key] ?? []).filter { $0.path != frame.path } : []
    let files = hasRow ? uses.files[key]?.count ?? 0 : 0
    var places = pages.prefix(3).map { (title: $0.title, path: $0.path) }
    let rest = pages.count - places.count + files
    if rest > 0 {
      let text = pages.isEmpty ? SiteSet.counted(rest, "file") : "\(rest) more"
      places.append((text, "values.html#\(key)"))
    }
    let last = places.count - 1
    return context.merging([
      "elsewhere": .flag(!places.isEmpty),
      "places": .list(
        places.enumerated().map { index, place in
          [
            "title": .text(place.title), "href": .text(frame.root + place.path),
            "before": .text(index == 0 ? "" : index == last ? " and " : ", "),
          ]
        }
      ),
    ])
  }

  private static func group(of key: String, in set: SiteSet) -> String {
    let parts = key.split(separator: ".").map(String.init)
    guard parts[0] == "servers", parts.count > 2,
      let group = set.values.declarations.group(parts[1])
    else { return "" }
    return "\(Int(parts[2]).map(group.name(of:)) ?? group.title): "
  }
}
