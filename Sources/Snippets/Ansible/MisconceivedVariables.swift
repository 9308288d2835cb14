/// Names that never existed but are believed to, and what is meant by them.
enum MisconceivedVariables {
  /// What to write instead, by the name that is believed in.
  static let advice: [String: (instead: String, reason: String)] = [
    "matrix_coturn_turn_shared_secret": (
      "matrix_synapse_turn_shared_secret",
      "the TURN secret is `matrix_synapse_turn_shared_secret` here and `static-auth-secret` in "
        + "turnserver.conf"
    )
  ]
}
