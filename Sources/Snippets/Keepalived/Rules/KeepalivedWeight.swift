internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedWeight = Rule(
    "keepalived/weight",
    reports: "A script whose failure does not change which member has the address.",
    why: "The service can be down on the master and up on the other member, and the address stays.",
    fires: .keepalivedWeight("-5"),
    fixed: .keepalivedWeight("-20")
  )
}

extension Rule.Example {
  fileprivate static func keepalivedWeight(_ weight: String) -> Rule.Example {
    let member = Rule.Example.keepalivedMember("  @web1 priority 110\n  track_script { check }")
    return .chapter(
      """
      # Pair

      ```text file=keepalived.conf host=web
      global_defs {
        enable_script_security
        script_user root
      }
      vrrp_script check {
        script "/usr/bin/true"
        weight \(weight)
      }
      \(member)
      ```

      """
    )
  }
}

extension Diagnostic {
  /// A weight below 0 counts while the script fails, one above 0 while it succeeds.
  static func keepalivedWeights(in deployment: ReadSet) -> [Diagnostic] {
    KeepalivedMember.sets(in: deployment.set.files).flatMap { members -> [Diagnostic] in
      let ranked = members.sorted { $0.priority > $1.priority }
      guard let best = ranked.first, ranked.count > 1 else { return [] }
      let (next, gap) = (ranked[1], best.priority - ranked[1].priority)
      guard gap > 0 else { return [] }
      return best.weights.compactMap { word, weight in
        guard weight != 0, abs(weight) <= gap else { return nil }
        let message =
          "expected a weight above \(gap), the difference between the priorities of `\(best.file.server)` "
          + "and `\(next.file.server)`; otherwise a failed script moves nothing"
        return Diagnostic(.keepalivedWeight, at: best.location(word.range), message)
      }
    }
  }

  /// Weights are not counted in a sync group, nor where the server owns the address.
  static func keepalivedVainWeights(in config: KeepalivedConfig) -> [Diagnostic] {
    let groups = config.all("vrrp_sync_group").filter {
      $0.last("sync_group_tracking_weight") == nil
    }
    return config.all("vrrp_instance").flatMap { instance -> [Diagnostic] in
      let name = instance.values.first?.text ?? ""
      let isGrouped = groups.contains { group in
        group.lines("group").contains { line in line.words.contains { $0.text == name } }
      }
      let isOwner = instance.last("priority")?.values.first?.text == "255"
      guard isGrouped || isOwner else { return [] }
      let reason =
        isGrouped ? "in a sync group without `sync_group_tracking_weight`" : "at priority 255"
      return instance.lines("track_script").filter { hasWeight($0, config) }.map { line in
        let message = "the weight of `\(line.name.text)` has no effect \(reason)"
        return Diagnostic(.keepalivedWeight, at: line.name.range, message)
      }
    }
  }

  private static func hasWeight(_ line: KeepalivedStatement, _ config: KeepalivedConfig) -> Bool {
    let script = config.all("vrrp_script").first { $0.values.first?.text == line.name.text }
    let own = line.values.first?.text == "weight" ? line.values.dropFirst().first : nil
    let weight = own ?? script?.last("weight")?.values.first
    return weight.map { $0.text != "0" } ?? false
  }
}
