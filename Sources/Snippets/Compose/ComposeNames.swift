internal import Languages

/// What the files of one compose project declare, by name.
struct ComposeNames: Sendable {
  private let roots: [TypedValue]

  /// Takes the names of a file and of those that it includes.
  init(_ root: TypedValue, including others: [TypedValue] = []) { roots = [root] + others }

  /// Returns the names beneath a key of the top, such as `networks`, in the order of the files.
  func declared(_ kind: String) -> [String] {
    roots.flatMap { ($0[kind]?.members ?? []).map(\.key) }
  }

  /// Returns a service by its name.
  func service(_ name: String) -> TypedValue? {
    roots.lazy.compactMap { $0["services"]?[name] }.first
  }
}
