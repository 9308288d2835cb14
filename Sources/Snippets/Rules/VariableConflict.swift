public import Diagnostics

extension Rule {
  /// Variables that exclude each other.
  public static let variableConflict = Rule(
    "vars/conflict",
    reports: "Two variables are set that exclude each other.",
    why: "The playbook's own validation refuses the combination.",
    fires: .variables(
      "matrix_synapse_workers_sync_workers_count: 4\nmatrix_synapse_workers_generic_workers_count: 2"
    ),
    fixed: .variables(
      "matrix_synapse_workers_sync_workers_count: 4\nmatrix_synapse_workers_client_reader_workers_count: 2"
    )
  )
}

extension Diagnostic {
  static func mixedWorkers(at range: Range<Int>, _ specialised: YAMLNode) -> Diagnostic {
    Diagnostic(
      .variableConflict,
      at: range,
      "generic workers cannot run beside specialised ones; use client_reader workers",
      notes: [
        Note(
          "`\(specialised.text)` asks for specialised workers",
          at: Location(range: specialised.range)
        )
      ]
    )
  }
}
