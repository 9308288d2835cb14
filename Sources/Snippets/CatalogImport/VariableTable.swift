/// The table of the variables: name, type, values and flags, sorted by name.
struct VariableTable {
  private var lines: [(name: String, line: String)] = []

  init(
    _ checkout: PlaybookCheckout,
    _ variables: DefinedVariables,
    renames: Set<String>,
    unverified: Set<String>,
    hints: [String: VariableHint]
  ) {
    let types = TypeInference(variables, hints)
    let enums = EnumImport(checkout, variables)
    let unverifiedWords = Set(unverified.map { $0 + "_" })
    for definition in variables.all {
      let kinds = types.types(of: definition.name)
      let isAny = kinds.isEmpty || kinds == [.null]
      var flags: [String] = []
      if definition.isFixed { flags.append("no-effect") }
      // What only group_vars sets is a variable of a role that is not read at its pin.
      let isBeside =
        definition.role.map(unverified.contains)
        ?? unverifiedWords.contains(where: definition.name.hasPrefix)
      if isBeside { flags.append("unverified") }
      flags += hints.flags(of: definition.name)
      add(
        definition.name,
        isAny ? "any" : kinds.sorted().map(\.rawValue).joined(separator: "|"),
        enums.values[definition.name]?.joined(separator: ",") ?? "",
        flags.joined(separator: "+")
      )
    }
    let documented = DocumentedVariables(checkout, besides: variables, renames)
    for name in documented.extra { add(name, "string", "", "") }
    for name in documented.undefined { add(name, "any", "", "") }
  }

  private mutating func add(_ cells: String...) {
    var cells = cells
    let name = cells[0]
    while cells.last?.isEmpty == true { cells.removeLast() }
    lines.append((name, cells.joined(separator: "\t")))
  }

  var count: Int { lines.count }

  /// The table with its header, a line a variable.
  var text: String {
    let sorted = lines.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return (["name\ttype\tenum\tflags"] + sorted.map(\.line)).map { $0 + "\n" }.joined()
  }
}
