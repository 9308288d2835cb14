package import Diagnostics

/// What a secret opens.
package enum Realm: String, Sendable, Hashable, CaseIterable {
  case livekit
  case patroni
  case postgres
  case redis
  case s3
  case turn

  /// As messages name it.
  var shown: String {
    switch self {
    case .livekit: "LiveKit"
    case .patroni: "Patroni's interface"
    case .postgres: "PostgreSQL"
    case .redis: "Redis"
    case .s3: "S3"
    case .turn: "TURN"
    }
  }
}

/// A place where a secret stands.
package struct SecretPlace: Sendable {
  package var realm: Realm
  /// The name that belongs to it, if any.
  package var user: String?
  package var text: String
  package var place: Location
  /// What the place is called: a key, a directive.
  package var name: String
  /// Whether this is the secret that counts.
  package var isGiven: Bool

  /// Creates a place.
  package init(
    realm: Realm,
    user: String? = nil,
    text: String,
    place: Location,
    name: String,
    isGiven: Bool
  ) {
    self.realm = realm
    self.user = user
    self.text = text
    self.place = place
    self.name = name
    self.isGiven = isGiven
  }
}
