/// A key in its full form and the view that prints it.
package struct Reference: Hashable, Sendable {
  /// The full path, such as `servers.patroni.1.ip`.
  package var path: String
  /// The name of the view, such as `gib`; nothing for the default.
  package var view: String?

  /// Creates a reference to a key, printed by a view.
  package init(path: String, view: String?) {
    self.path = path
    self.view = view
  }
}
