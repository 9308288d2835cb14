internal import Diagnostics
internal import Languages

extension Format {
  /// Inventories of Ansible in YAML.
  static let inventoryYAML = Format(
    schema: SchemaOfTool(PackageResources.ansible_inventory_json),
    .pyYAML,
    rules: .own
  )

  /// Playbooks of Ansible.
  static let playbook = Format(
    schema: SchemaOfTool(PackageResources.ansible_playbook_json),
    .pyYAML,
    rules: .own,
    checks: [Check(.wrongTask, find: Diagnostic.wrongTasks)]
  )

  /// Variables of Ansible.
  static let variables = Format(
    .variables,
    rules: [
      .variableConflict, .notInEnum, .noEffect, .removedVariable, .renamedVariable,
      .wrongVariableType, .unknownVariable, .unverifiedVariable, .brokenExpression, .mappingForText,
      .missingVariable,
    ],
    facts: FileFacts()
  )

  /// Inventories of Ansible in their INI form (`plugins/inventory/ini.py`).
  static let inventory = Format(
    .text { InventoryFile($0.text).findings },
    rules: [.iniSyntax, .iniUnknownSection, .iniUnknownKey]
  )
}
