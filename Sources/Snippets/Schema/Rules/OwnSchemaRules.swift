internal import Diagnostics

extension SchemaRules {
  /// Schemas of projects, and those of Ansible's files.
  static let own: SchemaRules = {
    let maker = SchemaRuleMaker(
      category: "snippet",
      program: "the schema of the file",
      fence: "schema=ansible-playbook"
    )
    return SchemaRules(
      unknownKey: maker.unknownKey("- { hosts: all, task: [] }", "- { hosts: all, tasks: [] }"),
      type: maker.type("hosts: all", "- hosts: all"),
      required: maker.required("- tasks: []", "- { hosts: all, tasks: [] }"),
      range: maker.type("hosts: all", "- hosts: all")
    )
  }()
}
