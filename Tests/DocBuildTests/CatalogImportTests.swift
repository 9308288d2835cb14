import Diagnostics
import Foundation
import Testing

@testable import DocBuild
@testable import Machine

/// Imports a small checkout; `Tests/Judges/catalogs` holds real ones against another reading.
@Suite struct CatalogImportTests {
  private static let checkout = [
    "group_vars/matrix_servers": """
    ---
    matrix_bot_url: "https://{{ matrix_domain }}"
    matrix_bot_enabled: "{{ matrix_ready }}"
    matrix_only_here: [1]

    """,
    "requirements.yml": "- { src: git+https://example.org/y.git, version: v2, name: y }\n",
    "roles/custom/matrix-bot/defaults/main.yml": """
    ---
    # Whether it runs.
    matrix_bot_enabled: true
    # Valid values: debug, info or warn.
    matrix_bot_level: info
    matrix_bot_port: 8080
    matrix_bot_names: "{{ ['a'] + matrix_bot_names_custom }}"
    matrix_bot_names_custom: []
    matrix_bot_url: ""
    matrix_bot_extension_yaml: |
      # nothing
    matrix_bot_mode: fast

    """,
    "roles/custom/matrix-bot/vars/main.yml": "matrix_bot_fixed: { a: 1 }\n",
    "roles/custom/matrix-bot/tasks/main.yml":
      "- ansible.builtin.include_tasks: \"{{ role_path }}/tasks/validate_config.yml\"\n",
    "roles/custom/matrix-bot/tasks/validate_config.yml": """
    ---
    - name: Fail if the mode is unknown
      ansible.builtin.fail: { msg: "matrix_bot_mode" }
      when: "matrix_bot_mode not in ['fast', 'slow']"
    - name: (Deprecation) Catch and report renamed settings
      ansible.builtin.fail:
        msg: "{{ item.old }} is now {{ item.new }}"
      when: "lookup('ansible.builtin.varnames', ('^' + item.old + '$'), wantlist=True) | length > 0"
      with_items:
        - { old: matrix_bot_tcp_port, new: matrix_bot_port }
        - { old: matrix_bot_gone, new: <removed> }

    """,
    "roles/galaxy/y/defaults/main.yml": "y_size: 1.5\n",
    "roles/galaxy/y/meta/.galaxy_install_info": "version: v1\n",
    "docs/a.md": "Run `just run --extra-vars='username=<x> admin=yes'`\n",
  ]

  private static func imported(
    _ files: [String: String],
    group: String? = nil
  ) throws -> [String: String] {
    let project = try TemporaryProject()
    for (path, text) in files { try project.write(text, to: "playbook/\(path)") }
    try FileManager.default.removeItem(atPath: project.folder + "/catalogs")
    _ = try CatalogFiles.write(
      importOf: project.folder + "/playbook",
      as: "mine",
      group: group,
      to: project.folder
    )
    return try Fixtures.tree(project.folder + "/catalogs")
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `variables get their types, values and flags`() throws {
    let files = try Self.imported(Self.checkout)
    #expect(
      files["mine.tsv"] == """
        name\ttype\tenum\tflags
        admin\tstring
        matrix_bot_enabled\tbool
        matrix_bot_extension_yaml\tstring
        matrix_bot_fixed\tmapping\t\tno-effect
        matrix_bot_level\tstring\tdebug,info,warn
        matrix_bot_mode\tstring\tfast,slow
        matrix_bot_names\tlist
        matrix_bot_names_custom\tlist
        matrix_bot_port\tint
        matrix_bot_url\tstring
        matrix_only_here\tlist
        username\tstring
        y_size\tfloat\t\tunverified

        """
    )
  }

  @Test func `former names lead to the new ones`() throws {
    let renames = try #require(try Self.imported(Self.checkout)["mine.renames.tsv"])
    #expect(renames.contains("rename\tmatrix_bot_tcp_port\tmatrix_bot_port\n"))
    #expect(renames.contains("removed\tmatrix_bot_gone\n"))
  }

  @Test func `what is written by hand is read, kept and named`() throws {
    let project = try TemporaryProject(["catalogs/mine.hints.tsv": Self.hints])
    for (path, text) in Self.checkout { try project.write(text, to: "playbook/\(path)") }
    let made = try CatalogFiles.write(
      importOf: project.folder + "/playbook",
      as: "mine",
      to: project.folder
    )
    let catalogs = project.folder + "/catalogs"
    #expect(made.kept == ["\(catalogs)/mine.hints.tsv"])
    #expect(try Fixtures.text("\(catalogs)/mine.hints.tsv") == Self.hints)
    let table = try Fixtures.text("\(catalogs)/mine.tsv")
    #expect(table.contains("\nmatrix_bot_mode\tstring\tfast,slow\trequired\n"))
    #expect(table.contains("\nmatrix_bot_names_custom\tlist|string\n"))
    #expect(table.contains("\nmatrix_bot_extension_yaml\tstring\t\tyaml\n"))
  }

  private static let hints =
    "variable\ttype\tflags\nmatrix_bot_names_custom\tlist|string\nmatrix_bot_mode\t\trequired\n"
    + "*_extension_yaml\t\tyaml\n"

  private static let shop = [
    "group_vars/shop_servers.yml": "shop_web_port: 8080\nshop_only_here: [1]\n",
    "group_vars/mail_servers.yml": "shop_web_port: []\nshop_mail_only: true\n",
    "roles/web/defaults/main.yml": "shop_web_port:\nshop_web_enabled: true\n",
  ]

  @Test func `a playbook may have its roles side by side, and no others`() throws {
    let table = try Self.imported(Self.shop, group: "shop_servers")["mine.tsv"]
    #expect(
      table == """
        name\ttype\tenum\tflags
        shop_only_here\tlist
        shop_web_enabled\tbool
        shop_web_port\tint|null

        """
    )
    let all = try Self.imported(Self.shop)["mine.tsv"]
    #expect(all?.contains("shop_mail_only\tbool\n") == true)
  }

  @Test func `a group that is not there is a mistake that names the nearest`() throws {
    let mistake = #expect(throws: RequestMistake.self) {
      try Self.imported(Self.shop, group: "shop_server")
    }
    #expect(mistake?.description.contains("shop_servers") == true)
  }

  @Test func `the catalog serves a check`() async throws {
    let project = try TemporaryProject()
    for (path, text) in Self.checkout { try project.write(text, to: "playbook/\(path)") }
    try FileManager.default.removeItem(atPath: project.folder + "/catalogs")
    _ = try CatalogFiles.write(
      importOf: project.folder + "/playbook",
      as: "mine",
      to: project.folder
    )
    let page =
      "```yaml schema=ansible-vars\nmatrix_bot_tcp_port: 1\nmatrix_bot_mode: fats\n"
      + "matrix_bot_port: [1]\n```\n"
    try project.write(page, to: "page.md")
    #expect(
      try await project.check(page: "page.md").map(\.rule) == [
        "vars/renamed", "vars/enum", "vars/type",
      ]
    )
  }

  @Test(arguments: ["group_vars/matrix_servers", "roles/galaxy"])
  func `a folder without its parts is no checkout`(missing: String) throws {
    let files = Self.checkout.filter { !$0.key.hasPrefix(missing) }
    #expect(throws: RequestMistake.self) { try Self.imported(files) }
  }

  @Test func `a name that is no file name is refused`() throws {
    #expect(throws: RequestMistake.self) {
      try CatalogFiles.write(importOf: "/nowhere", as: "../a", to: "/nowhere")
    }
  }
}
