package import Diagnostics

/// A group of equal servers, as servers.yml declares it.
package struct ServerGroup: Sendable {
  package var id: String
  package var title: String
  /// The identifier of the document that sets it up.
  package var document: String
  /// Where it is named; nothing where it is not.
  var documentLocation: Location?
  /// The pattern of the members' names, in which `{index}` counts from 1.
  package var name: String
  /// Where the pattern is.
  var nameLocation: Location
  /// In the order of the file.
  package var fields: [KeyDeclaration]
  package var listens: [Listener]
  package var location: Location
  /// Whether it is no mapping, so that nothing can be said about its servers.
  var isBroken = false

  /// A port on which the servers of a group accept connections.
  package struct Listener: Sendable {
    /// A port or a range of ports, as written.
    package var port: String
    package var protocolName: String
    /// Groups, or `internet`, `clients`, `admin`.
    package var from: [String]
    package var about: String
    /// Why nothing in the guides binds it; nothing where something must.
    var unbound: String?
    package var location: Location
    /// Whether a part of it is missing or wrong, so that nobody knows what it opens.
    var isBroken = false
  }

  /// Returns the name of a member.
  ///
  /// - Parameter index: from 1.
  /// - Returns: the pattern with the index in it.
  package func name(of index: Int) -> String { name.replacing("{index}", with: String(index)) }

  package func field(_ name: String) -> KeyDeclaration? { fields.first { $0.key == name } }
}

extension ServerGroup.Listener {
  /// `tcp`, `udp`, both, or another protocol without ports.
  var protocolNames: [String] { protocolName.split(separator: "+").map(String.init) }

  /// Nothing where what is written is no port and no range of ports.
  var ports: ClosedRange<Int>? {
    let ends = port.split(separator: "-").compactMap { Int($0) }
    guard let low = ends.first, let high = ends.last, low <= high else { return nil }
    return low...high
  }
}
