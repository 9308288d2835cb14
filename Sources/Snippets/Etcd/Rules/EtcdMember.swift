internal import Diagnostics
internal import Languages

extension Rule {
  static let etcdMember = Rule(
    "etcd/member",
    reports:
      "A member of etcd that is not in its own list of members, or has another address there.",
    why: "etcd does not start, since it cannot find its place in the cluster.",
    fires: .etcd("{ name: pg1, initial-cluster: \"pg2=http://10.20.0.22:2380\" }"),
    fixed: .etcd("{ name: pg1, initial-cluster: \"pg1=http://10.20.0.21:2380\" }")
  )
}

extension Diagnostic {
  static func etcdMembers(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    guard let name = root["name"]?.string, let list = root["initial-cluster"],
      let text = list.string
    else { return [] }
    let members = text.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
    guard members.allSatisfy({ $0.count == 2 }) else { return [] }
    let names = members.compactMap { $0.first.map(String.init) }
    guard let own = members.first(where: { $0.first.map(String.init) == name }) else {
      let near = NameIndex(names).nearest(to: name)
      let fixes = near.map { Fix.didYouMean($0, as: "name: \($0)") }
      let message = "undefined member `\(name)` in `initial-cluster`, which is this server's `name`"
      return [Diagnostic(.etcdMember, at: list.range, message, fixes: fixes)]
    }
    guard let told = root["initial-advertise-peer-urls"]?.string,
      !told.split(separator: ",").contains(own[1])
    else { return [] }
    let message =
      "`initial-cluster` has `\(name)` at `\(own[1])`, but `initial-advertise-peer-urls` is `\(told)`"
    return [Diagnostic(.etcdMember, at: list.range, message)]
  }
}
