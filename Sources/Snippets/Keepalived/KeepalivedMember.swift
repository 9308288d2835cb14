internal import Diagnostics
internal import Languages

/// One instance of VRRP on one server, as its file says on that server.
struct KeepalivedMember {
  let file: PlacedFile
  /// The place of the file among those of the set.
  let index: Int
  let config: KeepalivedConfig
  let instance: KeepalivedStatement

  /// Returns the members of each instance that stands on several servers of one group.
  static func sets(in files: [PlacedFile]) -> [[KeepalivedMember]] {
    var sets: [[KeepalivedMember]] = []
    var places: [String: Int] = [:]
    for (index, file) in files.enumerated() where file.kind == .format("keepalived") {
      let config = KeepalivedConfig(file.text).holding(on: file.server)
      for instance in config.all("vrrp_instance") {
        let key = "\(file.group) \(instance.values.first?.text ?? "")"
        let member = KeepalivedMember(file: file, index: index, config: config, instance: instance)
        if let place = places[key] {
          sets[place].append(member)
        } else {
          places[key] = sets.count
          sets.append([member])
        }
      }
    }
    return sets.filter { Set($0.map(\.file.server)).count > 1 }
  }

  /// Returns the place of a range in the member's file.
  func location(_ range: Range<Int>) -> Location { PlacedSet.place(range, inFile: index) }

  /// Returns the value of a keyword of the instance.
  func value(_ keyword: String) -> Word? { instance.last(keyword)?.values.first }

  /// From 1 to 255; 100 where nothing is written.
  var priority: Int { value("priority").flatMap { Int($0.text) } ?? 100 }

  /// The addresses that the instance moves, without their interfaces.
  var addresses: [Word] { instance.lines("virtual_ipaddress").map(\.name) }

  /// The other members that this one talks to.
  var peers: [Word] { instance.lines("unicast_peer").map(\.name) }

  /// The tracked scripts with the weight that counts: the instance's, else the script's own.
  var weights: [(script: Word, weight: Int)] {
    instance.lines("track_script").compactMap { line in
      let script = config.all("vrrp_script").first { $0.values.first?.text == line.name.text }
      let own = line.values.first?.text == "weight" ? line.values.dropFirst().first : nil
      guard let word = own ?? script?.last("weight")?.values.first, let weight = Int(word.text)
      else { return nil }
      return (word, weight)
    }
  }
}
