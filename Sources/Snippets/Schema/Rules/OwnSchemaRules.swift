internal import Diagnostics

extension SchemaRules {
  /// Schemas of projects, and those of Ansible's files.
  static let own = SchemaRules(
    category: "snippet",
    program: "the schema of the file",
    unknownKey: (.play("- { hosts: all, task: [] }"), .play("- { hosts: all, tasks: [] }")),
    type: (.play("hosts: all"), .play("- hosts: all")),
    required: (.play("- tasks: []"), .play("- { hosts: all, tasks: [] }"))
  )
}

extension Rule.Example {
  fileprivate static func play(_ lines: String) -> Rule.Example {
    .fence("yaml schema=ansible-playbook", lines)
  }
}
