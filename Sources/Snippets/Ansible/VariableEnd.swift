internal import Deployment

/// Reads what the variables of a catalog say about the files of other programs.
///
/// In the table a row has a variable, on which keys may follow with dots between, `*` being every
/// element and a name such as `*_port` every variable that ends so; its meaning; and what that
/// needs: `of` what it is, the variables `with` it, and the `usual` port.
///
/// | meaning | of | with | usual |
/// |---|---|---|---|
/// | `listens` | `tcp`, `udp` or `tcp+udp`; `tcp` where empty | the variable with the addresses | |
/// | `connects` | | the variable with the port | a port |
/// | `gives`, `uses` | what the secret opens, as `Realm` names it | the variable with the user | |
/// | `reads` | | | |
/// | `pool` | whose processes open so many connections each | the variable with the port, and a pattern of those that count processes beside the first | |
enum VariableEnd {
  private enum Meaning: String, CaseIterable {
    case listens
    case connects
    case gives
    case uses
    case reads
    case pool
  }

  /// Reads a table; rows that are none are left out.
  static func read(_ rows: inout WrittenRows) -> [FileEnd] {
    var ends: [FileEnd] = []
    for row in rows.rows {
      guard rows.variable(row[0].parts(at: ".").first ?? row[0]) != nil,
        let meaning: Meaning = rows.word(row[1], "meaning"),
        let known = self.meaning(meaning, row, &rows)
      else { continue }
      ends.append(FileEnd(row[0].text, known))
    }
    return ends
  }

  private static func meaning(
    _ meaning: Meaning,
    _ row: [WrittenRows.Cell],
    _ rows: inout WrittenRows
  ) -> FileEnd.Meaning? {
    let (of, with, usual) = (row[2], row[3], row[4])
    let others = with.parts(at: " ").compactMap { rows.variable($0) }
    if meaning != .pool, others.count > 1 {
      rows.expect("one variable", at: with)
      return nil
    }
    switch meaning {
    case .connects:
      guard rows.isEmpty(of, "of") else { return nil }
      let port = Int(usual.text)
      guard usual.text.isEmpty || port.map({ 1...65535 ~= $0 }) == true else {
        rows.expect("a port, from 1 to 65535", at: usual)
        return nil
      }
      return .connects(port: others.first, usual: port)
    case .listens:
      guard rows.isEmpty(usual, "usual") else { return nil }
      guard !of.text.isEmpty else { return .listens(on: others.first) }
      let protocols = of.text.split(separator: "+", omittingEmptySubsequences: false).map {
        TransportProtocol(rawValue: String($0))
      }
      guard !protocols.contains(nil) else {
        rows.expect("`tcp`, `udp` or `tcp+udp`", at: of)
        return nil
      }
      return .listens(Set(protocols.compactMap { $0 }), on: others.first)
    case .gives, .uses:
      guard rows.isEmpty(usual, "usual"), let realm: Realm = rows.word(of, "realm") else {
        return nil
      }
      let user = others.first.map(FileEnd.User.beside) ?? .none
      return meaning == .gives ? .gives(realm, user: user) : .uses(realm, user: user)
    case .reads:
      let isBare = [rows.isEmpty(of, "of"), rows.isEmpty(with, "with")]
      return isBare == [true, true] && rows.isEmpty(usual, "usual") ? .reads : nil
    case .pool:
      guard others.count == 2 else {
        rows.expect("the variable with the port, and a pattern of variables", at: with)
        return nil
      }
      guard let owner = rows.text(of, "whose processes they are"), rows.isEmpty(usual, "usual")
      else { return nil }
      return .pool(of: owner, port: others[0], processes: others[1])
    }
  }
}
