public import Diagnostics

extension Program {
  /// Every kind of file that comes with the tool; of two that a path or a language means, the first.
  static let all: [Program] = yaml + lines + unchecked

  private static let yaml = [
    Program(
      "ansible-vars",
      files: ["**/vars.yml"],
      from: "the catalogs of the project",
      .variables
    ),
    Program(
      "alertmanager",
      files: ["**/alertmanager.yml"],
      from: "Alertmanager: config/config.go",
      .alertmanager
    ),
    Program("ansible-inventory", from: "Ansible: its guide to inventories", .inventoryYAML),
    Program("ansible-playbook", from: "Ansible: keywords of playbooks", .playbook),
    Program(
      "compose",
      files: [
        "**/docker-compose.yml", "**/docker-compose.yaml", "**/compose.yml", "**/compose.yaml",
      ],
      from: "Docker Compose: compose-spec and compose-go of July 2026",
      .compose
    ),
    Program(
      "compose-part",
      files: [
        "**/docker-compose.override.yml", "**/docker-compose.override.yaml",
        "**/compose.override.yml", "**/compose.override.yaml",
      ],
      from: "Docker Compose: compose-spec and compose-go of July 2026",
      .composePart
    ),
    Program("etcd", files: ["**/etcd.yml"], from: "etcd from 3.4 on: embed/config.go", .etcd),
    Program("grafana-dashboards", from: "Grafana: its guide to provisioning", .grafanaDashboards),
    Program("grafana-datasources", from: "Grafana: its guide to provisioning", .grafanaDatasources),
    Program(
      "livekit",
      files: ["**/livekit.yaml", "**/livekit.yml"],
      from: "LiveKit of August 2026: pkg/config/config.go",
      .livekit
    ),
    Program(
      "patroni",
      files: ["**/patroni.yml"],
      from: "Patroni 4.1: patroni/validator.py",
      .patroni
    ),
    Program(
      "prometheus",
      files: ["**/prometheus.yml"],
      from: "Prometheus: config/config.go",
      .prometheus
    ),
    Program(
      "prometheus-rules",
      files: ["**/*.rules.yml", "**/*.rules.yaml"],
      from: "Prometheus: rulefmt.go",
      .prometheusRules
    ),
  ]

  private static let lines = [
    Program(
      "env",
      files: ["**/.env", "**/*.env", "**/.env.*"],
      languages: ["env", "dotenv"],
      from: "Docker Compose: compose-go/dotenv",
      .env
    ),
    Program(
      "environment",
      files: ["**/etc/default/*", "**/etc/environment"],
      from: "systemd 252: environment.d(5)",
      .environment
    ),
    Program(
      "shell",
      files: ["**/*.sh", "**/*.bash"],
      languages: ["bash", "sh", "shell"],
      from: "bash 5.2: parse.y",
      .shell
    ),
    Program(
      "console",
      languages: ["console", "shell-session", "terminal"],
      from: "bash 5.2: parse.y",
      .console
    ),
    Program("json", files: ["**/*.json"], languages: ["json"], from: "RFC 8259", .json),
    Program(
      "hosts",
      files: ["etc/hosts", "**/etc/hosts"],
      languages: ["hosts"],
      from: "glibc: hosts(5)",
      .hosts
    ),
    Program(
      "pgbouncer",
      files: ["**/pgbouncer.ini", "**/pgbouncer/*.ini"],
      from: "PgBouncer 1.25: src/main.c",
      .pgBouncer
    ),
    Program(
      "pgbouncer-users",
      files: ["**/userlist.txt"],
      from: "PgBouncer 1.25: src/loader.c",
      .pgBouncerUsers
    ),
    Program(
      "pgbackrest",
      files: ["**/pgbackrest.conf", "**/pgbackrest/conf.d/*.conf"],
      from: "pgBackRest 2.60: build/config.yaml",
      .pgBackRest
    ),
    Program(
      "systemd-drop-in",
      files: SystemdUnit.suffixes.map { "**/*.\($0).d/*.conf" },
      from: "systemd 252: load-fragment-gperf.gperf.in",
      .systemdDropIn
    ),
    Program(
      "systemd",
      files: SystemdUnit.suffixes.map { "**/*.\($0)" },
      languages: ["systemd"],
      from: "systemd 252: load-fragment-gperf.gperf.in",
      .systemd
    ),
    Program(
      "sysctl",
      files: ["**/sysctl.conf", "**/sysctl.d/*.conf"],
      languages: ["sysctl"],
      from: "procps: sysctl.d(5)",
      .sysctl
    ),
    Program(
      "ansible-inventory-ini",
      files: ["**/inventory/hosts", "**/inventory.ini", "**/hosts.ini", "**/inventory/*.ini"],
      from: "Ansible 2.19: plugins/inventory/ini.py",
      .inventory
    ),
    Program("ini", languages: ["ini"], from: "what most readers of such files agree on", .ini),
    Program(
      "haproxy",
      files: ["**/haproxy*.cfg", "**/haproxy/**/*.cfg"],
      languages: ["haproxy"],
      from: "HAProxy 2.6 to 3.5: doc/configuration.txt",
      .haproxy
    ),
    Program(
      "keepalived",
      files: ["**/keepalived.conf", "**/keepalived/*.conf"],
      languages: ["keepalived"],
      from: "keepalived 2.2 and 2.3: its parsers",
      .keepalived
    ),
    Program(
      "nftables",
      files: ["**/nftables.conf", "**/nftables/*.conf", "**/nftables.d/*", "**/*.nft"],
      languages: ["nft", "nftables"],
      from: "nftables: nft(8)",
      .nftables
    ),
    Program(
      "nginx-site",
      files: ["**/nginx/conf.d/*.conf", "**/nginx/sites-available/*", "**/nginx/sites-enabled/*"],
      from: "nginx 1.22 to 1.31: src/*/ngx_*_module.c",
      .nginxSite
    ),
    Program(
      "nginx",
      files: [
        "**/nginx.conf", "**/nginx*.conf", "**/nginx/*.conf", "**/nginx/snippets/*",
        "**/nginx/templates/*.template",
      ],
      languages: ["nginx", "nginxconf"],
      from: "nginx 1.22 to 1.31: src/*/ngx_*_module.c",
      .nginx
    ),
    Program(
      "postgresql",
      files: [
        "**/postgresql*.conf", "**/postgresql/**/conf.d/*.conf", "**/postgresql/conf.d/*.conf",
      ],
      languages: ["pgconf"],
      from: "PostgreSQL 15 to 18: pg_settings",
      .postgresql
    ),
    Program(
      "redis",
      files: ["**/redis.conf", "**/valkey.conf", "**/redis/*.conf"],
      languages: ["redis"],
      from: "Redis 7.2 and Valkey 8.0: src/config.c",
      .redis
    ),
    Program(
      "sentinel",
      files: ["**/sentinel.conf", "**/sentinel*.conf"],
      from: "Redis 7.2 and Valkey 8.0: src/sentinel.c",
      .sentinel
    ),
    Program(
      "turnserver",
      files: ["**/turnserver*.conf"],
      languages: ["turnserver", "coturn"],
      from: "coturn 4.6 to 4.17: mainrelay.c",
      .turnserver
    ),
  ]

  /// Files that are read for what they say to others alone.
  private static let unchecked = [
    Program("rclone", files: ["**/rclone.conf"], from: "rclone: its guide to S3", .rclone),
    Program("sql", files: ["**/*.sql"], from: "PostgreSQL 17: CREATE ROLE", .sql),
  ]

  /// Whether the files are checked at all, so that a page can say that it shows one.
  fileprivate var isChecked: Bool { if case .unchecked = format.form { false } else { true } }

  /// Returns the kind of file of a name.
  static func named(_ name: String) -> Program? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

extension SnippetKind {
  /// What a file can be said to be, by name.
  public static let schemaNames = ["yaml"] + Program.all.filter(\.isChecked).map(\.name)

  /// Those of the names that mean something else than YAML.
  public static let formatNames = Program.all.filter { program in
    if case .text = program.format.form { true } else { false }
  }.map(\.name)

  /// Returns what a file is by its path alone, or nothing.
  ///
  /// - Parameter path: a path with `/`.
  /// - Returns: one of ``schemaNames``.
  public static func schemaName(forFile path: String) -> String? {
    Program.all.first { $0.isChecked && $0.reads(path) }?.name
  }

  /// Returns what the language of a fence means, or nothing.
  public static func formatName(forLanguage language: String) -> String? {
    Program.all.first { $0.languages.contains(language) }?.name
  }
}

extension Rule {
  /// The rules of this module, each once.
  public static let snippetRules: [Rule] = {
    var seen: Set<Rule> = []
    let rules =
      Program.all.flatMap(\.format.rules) + CustomSchema.rules + YAMLSource.rules
      + YAMLReading.rules + PlacedFileCheck.all.flatMap(\.rules)
    return rules.filter { seen.insert($0).inserted }
  }()
}
