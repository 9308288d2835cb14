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
  /// Other files that it includes, each with the conditions.
  private(set) var includes: [(path: String, conditions: [String])] = []

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
      for key in ["ansible.builtin.include_tasks", "ansible.builtin.import_tasks"] {
        guard let target = task[key] else { continue }
        includes.append((target.isScalar ? target.text : target["file"]?.text ?? "", all))
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

extension PlaybookCheckout.Role {
  /// The files of tasks that validate the configuration, each with the conditions under which the
  /// role comes to it; several where it comes by several ways.
  var validations: [(file: PlaybookCheckout.File, ways: [[String]])] {
    let parsed = Dictionary(uniqueKeysWithValues: tasks.map { ($0.path, RoleTasks($0)) })
    var ways: [String: [[String]]] = [:]
    var waiting = tasks.filter {
      $0.path.hasSuffix("/tasks/main.yml") && $0.path.count { $0 == "/" } == 4
    }
    .map { (path: $0.path, conditions: [String]()) }
    var steps = 0
    while !waiting.isEmpty, steps < 500 {
      steps += 1
      let (path, conditions) = waiting.removeFirst()
      ways[path, default: []].append(conditions)
      for include in parsed[path]?.includes ?? [] {
        let name = include.path.split(separator: "tasks/").last.map(String.init) ?? include.path
        let target = tasks.first { $0.path.hasSuffix("/tasks/" + name) }
        if let target, ways[target.path, default: []].count < 4 {
          waiting.append((target.path, conditions + include.conditions))
        }
      }
    }
    return tasks.filter { $0.path.split(separator: "/").last?.hasPrefix("validate") == true }
      .compactMap { file in ways[file.path].map { (file, $0) } }
  }
}
