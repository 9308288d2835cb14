package import Diagnostics

/// The values that one data file or overlay gives.
package struct DataFile: Sendable {
  package var layer: Layer
  package var path: String
  /// Without those of servers.
  package var values: [Given] = []
  /// Where each mapping of the file begins that is no value, by its full key.
  var namespaces: [String: Location] = [:]
  /// By the identifier of the group.
  package var servers: [(group: String, location: Location, values: GroupValues)] = []
  /// The header of an overlay.
  package var customer: Customer?
  /// Whether the whole file could be read.
  var isWhole = true

  /// A value with its key.
  package struct Given: Sendable {
    /// The full key; for a field of a group the name of the field alone.
    package var key: String
    var keyLocation: Location
    package var value: RawValue
  }

  /// What a file says about a server group.
  package struct GroupValues: Sendable {
    /// Values of the whole group, its count among them.
    package var shared: [Given] = []
    /// Values of each member, in order.
    package var members: [[Given]] = []
  }

  /// Whom an overlay is for.
  package struct Customer: Sendable {
    package var title: String
    package var scale: String
    /// Keys of weaker layers that the overlay may replace, with their places.
    var overrides: [String: Location]
    package var location: Location
  }
}
