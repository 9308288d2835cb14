internal import Diagnostics

/// A group of equal servers, as servers.yml declares it.
struct ServerGroup: Sendable {
  var id: String
  var title: String
  /// The identifier of the document that sets it up.
  var document: String
  /// The pattern of the members' names, in which `{index}` counts from 1.
  var name: String
  /// In the order of the file.
  var fields: [KeyDeclaration]
  var listens: [Listener]
  var location: Location

  /// A port on which the servers of a group accept connections.
  struct Listener: Sendable {
    /// A port or a range of ports, as written.
    var port: String
    var protocolName: String
    /// Groups, or `internet`, `clients`, `admin`.
    var from: [String]
    var about: String
    /// Why nothing in the guides binds it; nothing where something must.
    var unbound: String?
    var location: Location
  }

  /// Returns the name of a member.
  ///
  /// - Parameter index: from 1.
  /// - Returns: the pattern with the index in it.
  func name(of index: Int) -> String { name.replacing("{index}", with: String(index)) }

  func field(_ name: String) -> KeyDeclaration? { fields.first { $0.key == name } }
}
