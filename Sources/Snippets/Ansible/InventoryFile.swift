internal import Diagnostics
internal import Languages
internal import Text

/// The groups of an inventory with their lines.
struct InventoryFile {
  private var groups: [Group] = []
  private var mistakes: [Diagnostic] = []

  private struct Group {
    var name: String
    /// `hosts`, `children` or `vars`.
    var kind: String
    var range: Range<Int>
    var lines: [LogicalLine] = []
  }

  private static let dialect = LineDialect(
    comments: Array("#;".utf8),
    trailingComments: [UInt8(ascii: "#")],
    quotes: Array("\"'".utf8)
  )

  init(_ text: [UInt8]) {
    groups.append(Group(name: "ungrouped", kind: "hosts", range: 0..<0))
    for line in LogicalLine.lines(of: text, Self.dialect) {
      guard line.bytes.first == UInt8(ascii: "[") else {
        groups[groups.count - 1].lines.append(line)
        continue
      }
      guard line.bytes.last == UInt8(ascii: "]") else {
        mistakes.append(.wrongSection(at: line.range))
        continue
      }
      let inner = 1..<Swift.max(1, line.bytes.count - 1)
      let parts = line.bytes[inner].text.split(separator: ":", maxSplits: 1).map(String.init)
      let kind = parts.count > 1 ? parts[1] : "hosts"
      let range = line.range(of: inner)
      if !["hosts", "children", "vars"].contains(kind) {
        let near = NameIndex(["children", "vars"]).nearest(to: kind)
        let name = parts.first ?? ""
        mistakes.append(
          .unknownSection(
            "\(name):\(kind)",
            at: range,
            nearest: near.map { "\(name):\($0)" }
          )
        )
      }
      groups.append(Group(name: parts.first ?? "", kind: kind, range: range))
    }
  }

  var findings: [Diagnostic] {
    let declared = Set(groups.filter { $0.kind != "vars" }.map(\.name))
      .union(["all", "ungrouped"])
    // A group may also be declared by being somebody's child.
    let children = groups.filter { $0.kind == "children" }.flatMap(\.lines).map(\.bytes.text)
    let known = declared.union(children)
    return mistakes
      + groups.flatMap { group -> [Diagnostic] in
        switch group.kind {
        case "vars":
          let unknown: [Diagnostic] =
            known.contains(group.name)
            ? [] : [.undefinedGroup(group.name, at: group.range, known: known)]
          return unknown + group.lines.flatMap(variable)
        case "children":
          return group.lines.compactMap { line in
            let name = line.bytes.text
            return declared.contains(name)
              ? nil : .undefinedGroup(name, at: line.range, known: declared)
          }
        default: return group.lines.flatMap(host)
        }
      }
  }

  private func variable(_ line: LogicalLine) -> [Diagnostic] {
    guard let sign = line.bytes.firstIndex(of: UInt8(ascii: "=")), sign > 0 else {
      return [.noSeparator(at: line.range)]
    }
    let name = line.bytes[..<sign].filter { !$0.isBlank }
    return misspelt(name.text, at: line.range(of: 0..<name.count))
  }

  /// `NAME key=value …`, the values quoted or not.
  private func host(_ line: LogicalLine) -> [Diagnostic] {
    line.words(Self.dialect).dropFirst().flatMap { word -> [Diagnostic] in
      guard word.isClosed else { return [.openValue(at: word.range)] }
      guard let sign = word.text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        return [.noPair(word.text, at: word.range)]
      }
      let name = String(word.text[..<sign])
      let start = word.range.lowerBound
      return misspelt(name, at: start..<(start + name.utf8.count))
    }
  }

  /// A variable of the connection that is nearly one that Ansible knows.
  private func misspelt(_ name: String, at range: Range<Int>) -> [Diagnostic] {
    guard name.hasPrefix("ansible_"), !Self.variables.contains(name) else { return [] }
    // Other plugins have variables of their own: only what can be nothing but a slip is reported.
    let near = NameIndex(Self.variables).nearest(to: name).filter {
      abs($0.utf8.count - name.utf8.count) <= 2
    }
    guard near.count == 1 else { return [] }
    return [.unknownINIKey(name, at: range, nearest: near)]
  }

  /// The parameters of connections, from Ansible's guide to inventories.
  private static let variables = [
    "ansible_become", "ansible_become_exe", "ansible_become_flags", "ansible_become_method",
    "ansible_become_pass", "ansible_become_password", "ansible_become_user", "ansible_connection",
    "ansible_host", "ansible_password", "ansible_pipelining", "ansible_port",
    "ansible_private_key_file", "ansible_python_interpreter", "ansible_scp_extra_args",
    "ansible_sftp_extra_args", "ansible_shell_executable", "ansible_shell_type", "ansible_ssh_args",
    "ansible_ssh_common_args", "ansible_ssh_executable", "ansible_ssh_extra_args",
    "ansible_ssh_host", "ansible_ssh_pass", "ansible_ssh_pipelining", "ansible_ssh_port",
    "ansible_ssh_private_key_file", "ansible_ssh_retries", "ansible_ssh_user", "ansible_user",
  ]
}

extension Diagnostic {
  fileprivate static func undefinedGroup(
    _ name: String,
    at range: Range<Int>,
    known: Set<String>
  ) -> Diagnostic {
    Diagnostic(
      .iniUnknownSection,
      at: range,
      "undefined group `\(name)` in this inventory",
      fixes: .replacements(NameIndex(known.sorted()).nearest(to: name), at: range)
    )
  }

  fileprivate static func openValue(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "missing closing quote in the value")
  }

  fileprivate static func noPair(_ word: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .iniSyntax,
      at: range,
      "expected `key=value` after the name of the host, found `\(word)`"
    )
  }
}
