internal import Diagnostics
internal import Languages

extension Rule {
  static let wrongTask = Rule(
    "snippet/task",
    reports:
      "A task of a playbook without an action, or with a key that Ansible does not know.",
    why: "Ansible reads an unknown key as a second action, and rejects the playbook.",
    fires: .fence(
      "yaml schema=ansible-playbook",
      "- { hosts: all, tasks: [{ shell: uptime, sudo: true }] }"
    ),
    fixed: .fence(
      "yaml schema=ansible-playbook",
      "- { hosts: all, tasks: [{ shell: uptime, become: true }] }"
    )
  )
}

extension Diagnostic {
  static func wrongTasks(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    root.elements.flatMap { play in
      ["pre_tasks", "tasks", "post_tasks", "handlers"].flatMap { tasks(in: play[$0]) }
    }
  }

  private static func tasks(in list: TypedValue?) -> [Diagnostic] {
    (list?.elements ?? []).filter(\.isObject).flatMap { task -> [Diagnostic] in
      guard task["block"] == nil else {
        return ["block", "rescue", "always"].flatMap { tasks(in: task[$0]) }
      }
      return wrongTask(task).map { [$0] } ?? []
    }
  }

  private static func wrongTask(_ task: TypedValue) -> Diagnostic? {
    let actions = task.members.filter { member in
      !TaskKeywords.all.contains(member.key) && !member.key.hasPrefix("with_")
    }
    guard let first = actions.first else {
      let hasAction = task["action"] != nil || task["local_action"] != nil
      guard !hasAction, let place = task.members.first?.keyRange else { return nil }
      return Diagnostic(.wrongTask, at: place, "missing action: a task needs a module to run")
    }
    guard actions.count > 1 else { return nil }
    let misspelt = actions.lazy.compactMap { member in
      TaskKeywords.meant(by: member.key).map { (member, $0) }
    }.first
    if let (member, keyword) = misspelt {
      return Diagnostic(
        .wrongTask,
        at: member.keyRange,
        "unknown key `\(member.key)` in a task",
        fixes: .replacements([keyword], ofKey: member.key, at: member.keyRange)
      )
    }
    return Diagnostic(
      .wrongTask,
      at: actions[1].keyRange,
      "duplicate action `\(actions[1].key)`; a task runs one action",
      notes: [Note("the first one is here", at: Location(range: first.keyRange))]
    )
  }
}

/// The keys of a task beside its action (`playbook/task.py` of Ansible 2.19 and what it inherits).
private enum TaskKeywords {
  static let all: Set<String> = [
    "action", "any_errors_fatal", "args", "async", "become", "become_exe", "become_flags",
    "become_method", "become_user", "changed_when", "check_mode", "collections", "connection",
    "debugger", "delay", "delegate_facts", "delegate_to", "diff", "environment", "failed_when",
    "ignore_errors", "ignore_unreachable", "listen", "local_action", "loop", "loop_control",
    "module_defaults", "name", "no_log", "notify", "poll", "port", "register", "remote_user",
    "retries", "run_once", "tags", "throttle", "timeout", "until", "vars", "when",
  ]

  /// What Ansible 1 called by other names.
  private static let former = ["sudo": "become", "sudo_user": "become_user", "su": "become"]

  /// Actions that are near a keyword and no slip.
  private static let actions: Set<String> = [
    "apt", "assert", "copy", "cron", "debug", "fail", "fetch", "file", "find", "git", "group",
    "meta",
    "pause", "ping", "pip", "raw", "reboot", "script", "service", "shell", "slurp", "stat", "uri",
    "user", "yum",
  ]

  /// The keyword that a key was, or is one slip from.
  static func meant(by key: String) -> String? {
    former[key]
      ?? (key.contains(".") || actions.contains(key)
        ? nil : NameIndex(all.sorted()).nearest(to: key).first)
  }
}
