internal import Languages

/// A task of a role that stops the playbook, or one that looks for variables.
struct RoleTask {
  var node: YAMLNode
  /// The conditions of the task and of the blocks around it, as they are written.
  var conditions: [String]
  /// What it loops over.
  var items: [YAMLNode]
  /// What it, and the tasks of its block, tell the user.
  var messages: String

  /// Whether it stops the playbook where its conditions hold.
  var fails: Bool { node["ansible.builtin.fail"] != nil || node["fail"] != nil }
}

/// The tasks of a role's file, blocks resolved.
struct RoleTasks {
  private(set) var all: [RoleTask] = []

  init(_ file: PlaybookCheckout.File) {
    visit(file.root?.elements ?? [], within: [], isBlock: false)
  }

  private mutating func visit(
    _ tasks: [YAMLNode],
    within conditions: [String],
    isBlock: Bool
  ) {
    let shared = isBlock ? tasks.map(Self.message).joined(separator: "\n") : ""
    for task in tasks where task.isMapping {
      let all = conditions + Self.conditions(of: task)
      if let block = task["block"] {
        visit(block.elements, within: all, isBlock: true)
        continue
      }
      let message = Self.message(task)
      self.all.append(
        RoleTask(
          node: task,
          conditions: all,
          items: (task["with_items"] ?? task["loop"])?.elements ?? [],
          messages: message.isEmpty ? shared : message
        )
      )
    }
  }

  private static func conditions(of task: YAMLNode) -> [String] {
    guard let when = task["when"] else { return [] }
    return when.isSequence ? when.elements.map(\.text) : [when.text]
  }

  private static func message(_ task: YAMLNode) -> String {
    let fail = task["ansible.builtin.fail"] ?? task["fail"]
    return fail?["msg"]?.text ?? ""
  }
}
