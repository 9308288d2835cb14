internal import Diagnostics
internal import Machine
internal import Snippets
internal import Values

extension Rule {
  static let wrongDeclaration = Rule(
    "data/declaration",
    reports: "A file of the project that does not follow its format.",
    why: "What docbuild does not understand it cannot check, so mistakes would pass.",
    fires: Example(
      path: "data/keys.yml",
      "net.gateway:\n  type: ipv5\n  source: common\n  about: The gateway.\n",
      beside: [.init(path: "data/common.yml", text: "net: { gateway: 10.0.0.9 }\n")]
    ),
    fixed: Example(
      path: "data/keys.yml",
      "net.gateway:\n  type: ipv4\n  source: common\n  about: The gateway.\n",
      beside: [.init(path: "data/common.yml", text: "net: { gateway: 10.0.0.9 }\n")]
    )
  )
}

extension Diagnostic {
  static func wrongDeclaration(_ expected: String, at location: Location) -> Diagnostic {
    Diagnostic(.wrongDeclaration, at: location, expected)
  }

  /// Two chapters, or a chapter and the page of its document, have one page.
  static func pageClash(_ page: String, of path: String, _ other: String?) -> Diagnostic {
    let start = Location(path: path, range: 0..<0)
    let taken = other.map { "`\($0)`" } ?? "the list of chapters"
    return Diagnostic(
      .wrongDeclaration,
      at: start,
      "duplicate page `\(page)`, which is also that of \(taken)"
    )
  }

  static func customerName(_ name: String, of path: String, scales: [String]) -> Diagnostic {
    let expected =
      scales.contains(name)
      ? "a name that no scale has"
      : "the name of a customer: lower-case letters, digits and inner hyphens"
    return Diagnostic(
      .wrongDeclaration,
      at: Location(path: path, range: 0..<0),
      "expected \(expected), found \(name.isEmpty ? "nothing" : "`\(name)`")",
      notes: [Note("An overlay is named for its customer, up to the first dot of the file's name.")]
    )
  }

  static func duplicateCustomer(_ name: String, of path: String, first: String) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: Location(path: path, range: 0..<0),
      "duplicate customer `\(name)`",
      notes: [
        Note("first defined here", at: Location(path: first, range: 0..<0)),
        Note("An overlay is named for its customer, up to the first dot of the file's name."),
      ]
    )
  }

  static func nestedKey(
    _ key: String,
    at location: Location,
    under outer: String,
    _ other: Location
  ) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: location,
      "`\(key)` conflicts with `\(outer)`, which is not a mapping",
      notes: [Note("declared here", at: other)]
    )
  }

  static func missingIndex(in group: ServerGroup, _ count: Int) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: group.nameLocation,
      "expected `{index}` in the name of `\(group.id)`, which has \(count) servers"
    )
  }

  /// A file among the data that nothing reads; where a scale is nearly called so, one of the two
  /// names is wrong.
  static func strayDataFile(
    _ name: String,
    at location: Location,
    known: [String],
    meantFor scale: ProjectConfig.Scale?
  ) -> Diagnostic {
    if let scale {
      return Diagnostic(
        .wrongDeclaration,
        at: scale.location,
        "expected the data of the scale `\(scale.id)` in `data/\(scale.id).yml`, found `data/\(name)`",
        notes: [Note("the file", at: location)],
        fixes: [.didYouMean(String(name.dropLast(4)))]
      )
    }
    return Diagnostic(
      .wrongDeclaration,
      at: location,
      "unknown data file `\(name)`",
      notes: [Note("The data files are \(known.map { "`\($0)`" }.joined(separator: ", ")).")],
      fixes: NameIndex(known).nearest(to: name).map { .didYouMean($0) }
    )
  }

  /// A file that holds nothing though it must.
  static func emptyFile(_ keys: String..., at path: String) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: Location(path: path, range: 0..<0),
      "expected a mapping with \(keys.map { "`\($0)`" }.joined(separator: ", ")), found nothing"
    )
  }

  static func unknownField(
    _ name: String,
    _ noun: String = "key",
    at location: Location,
    nearest: [String],
    allowed: [String]
  ) -> Diagnostic {
    let names = allowed.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .wrongDeclaration,
      at: location,
      "unknown \(noun) `\(name)`",
      notes: allowed.count > 20 ? [] : [Note("The \(noun)s are \(names).")],
      fixes: .didYouMean(nearest, at: location)
    )
  }

  /// A key that a mapping, some bytes of the file, does not have.
  static func missingField(
    _ name: String,
    of mapping: Range<Int>? = nil,
    at location: Location
  ) -> Diagnostic {
    Diagnostic(.wrongDeclaration, at: location, "missing key `\(name)`")
      .about(.lacking(name, within: mapping))
  }

  static func unknownWord(
    _ name: String,
    _ noun: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: location,
      "unknown \(noun) `\(name)`",
      fixes: .didYouMean(nearest, at: location)
    )
  }

  /// A name of something that there is not.
  static func undefined(
    _ noun: String,
    _ name: String,
    at location: Location,
    among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: location,
      "undefined \(noun) `\(name)`",
      notes: names.isEmpty || names.count > 20
        ? [] : [Note("Defined: \(names.map { "`\($0)`" }.joined(separator: ", ")).")],
      fixes: .didYouMean(NameIndex(names).nearest(to: name), at: location)
    )
  }

  static func duplicate(
    _ noun: String,
    _ name: String,
    at location: Location,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: location,
      "duplicate \(noun) `\(name)`",
      notes: [Note("first defined here", at: first)]
    )
  }

  /// A cell of a catalog's table.
  static func wrongTable(
    _ mistake: CatalogMistake,
    of catalog: String,
    in project: Project
  ) -> Diagnostic {
    let path = Files.displayed("\(project.root)/catalogs/\(catalog)\(mistake.table.ending)")
    let location = Location(path: path, range: mistake.range)
    return Diagnostic(
      .wrongDeclaration,
      at: location,
      mistake.message,
      fixes: .didYouMean(mistake.nearest, at: location)
    )
  }
}
