// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: Swift 6, strict concurrency and memory safety, no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// Targets stand in the order of the journey; an import that is not listed does not compile,
// so the directions of ARCHITECTURE.md are kept by the compiler.
let package = Package(
  name: "docbuild",
  products: [.executable(name: "docbuild", targets: ["docbuild"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),
    .systemLibrary(
      name: "CPCRE2",
      pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]
    ),
    .systemLibrary(
      name: "CMinizip",
      pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"])]
    ),
    // Its pkg-config file has a flag that the package manager refuses, and none that it needs.
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "CCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])]
    ),

    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Highlighting", dependencies: ["Text"], swiftSettings: strict),
    .target(
      name: "Text",
      dependencies: ["Diagnostics", "CPCRE2", "CUtf8proc"],
      swiftSettings: strict
    ),
    .target(name: "Values", dependencies: ["Diagnostics", "Text"], swiftSettings: strict),
    .target(
      name: "Languages",
      dependencies: ["Diagnostics", "Text", "CYAML"],
      swiftSettings: strict
    ),
    .target(name: "Deployment", dependencies: ["Diagnostics", "Text"], swiftSettings: strict),
    .target(
      name: "Snippets",
      dependencies: ["Diagnostics", "Text", "Values", "Languages", "Deployment"],
      resources: [
        .embedInCode("Alertmanager/alertmanager.json"),
        .embedInCode("Ansible/Schemas/ansible-inventory.json"),
        .embedInCode("Ansible/Schemas/ansible-playbook.json"),
        .embedInCode("Compose/compose.json"),
        .embedInCode("Etcd/etcd.json"),
        .embedInCode("Grafana/grafana-dashboards.json"),
        .embedInCode("Grafana/grafana-datasources.json"),
        .embedInCode("HAProxy/Keywords/haproxy-bind-server.txt"),
        .embedInCode("HAProxy/Keywords/haproxy-converter.txt"),
        .embedInCode("HAProxy/Keywords/haproxy-fetch.txt"),
        .embedInCode("HAProxy/Keywords/haproxy-global.txt"),
        .embedInCode("HAProxy/Keywords/haproxy-other.txt"),
        .embedInCode("HAProxy/Keywords/haproxy-proxy.txt"),
        .embedInCode("Keepalived/keepalived.txt"),
        .embedInCode("LiveKit/livekit.json"),
        .embedInCode("NFTables/nftables-grammar.txt"),
        .embedInCode("NFTables/nftables.txt"),
        .embedInCode("Nginx/nginx.txt"),
        .embedInCode("Patroni/patroni.json"),
        .embedInCode("PgBackRest/pgbackrest.tsv"),
        .embedInCode("PgBouncer/pgbouncer.tsv"),
        .embedInCode("PostgreSQL/postgresql.tsv"),
        .embedInCode("Prometheus/prometheus-rules.json"),
        .embedInCode("Prometheus/prometheus.json"),
        .embedInCode("Redis/redis.txt"),
        .embedInCode("Systemd/systemd.tsv"),
        .embedInCode("Turnserver/turnserver.txt"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Machine",
      dependencies: [
        "CCrypto", "CLinux", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict
    ),
    .target(name: "HTML", dependencies: ["Text"], swiftSettings: strict),
    .target(
      name: "DocBuild",
      dependencies: [
        "Diagnostics", "Text", "Values", "Languages", "Deployment", "Snippets", "Highlighting",
        "HTML", "Machine",
        "CCMarkGFM",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Site",
      dependencies: [
        "Diagnostics", "Text", "Values", "Snippets", "HTML", "Machine", "DocBuild", "SiteTemplates",
        "CMinizip", "CZlib",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Verify",
      dependencies: ["Diagnostics", "Text", "Snippets", "Machine", "DocBuild"],
      swiftSettings: strict
    ),
    .target(
      name: "Pipeline",
      dependencies: ["Diagnostics", "Snippets", "Machine", "DocBuild", "Site", "Verify"],
      swiftSettings: strict
    ),
    .target(
      name: "SiteTemplates",
      path: "site-templates",
      resources: [
        .embedInCode("404.html"), .embedInCode("addresses.html"), .embedInCode("banner.html"),
        .embedInCode("bar.html"), .embedInCode("card.js"), .embedInCode("choose.html"),
        .embedInCode("code.js"), .embedInCode("crumbs.html"), .embedInCode("differences.html"),
        .embedInCode("document.html"), .embedInCode("files.html"), .embedInCode("fill-files.js"),
        .embedInCode("fill-form.js"), .embedInCode("fill-overlay.js"),
        .embedInCode("fill-types.js"), .embedInCode("fill.js"), .embedInCode("firewall.html"),
        .embedInCode("foot.html"), .embedInCode("head.html"), .embedInCode("hosts.html"),
        .embedInCode("inventory.html"), .embedInCode("legend.html"), .embedInCode("moved.html"),
        .embedInCode("moved.js"), .embedInCode("notes.html"), .embedInCode("open-me.html"),
        .embedInCode("page.html"), .embedInCode("pane.html"), .embedInCode("print.css"),
        .embedInCode("print.html"), .embedInCode("rules.html"), .embedInCode("search-find.js"),
        .embedInCode("search-show.js"), .embedInCode("search.css"), .embedInCode("search.html"),
        .embedInCode("search.js"), .embedInCode("sections.html"), .embedInCode("set.html"),
        .embedInCode("single.css"), .embedInCode("single.html"), .embedInCode("single.js"),
        .embedInCode("site.css"), .embedInCode("site.js"), .embedInCode("theme.html"),
        .embedInCode("theme.js"), .embedInCode("toc.html"), .embedInCode("topology.html"),
        .embedInCode("turn.html"), .embedInCode("values.html"), .embedInCode("verified.html"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "docbuild",
      dependencies: [
        "Pipeline", "DocBuild", "Site", "Verify", "Machine", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/docbuild-cli",
      swiftSettings: strict
    ),

    .executableTarget(name: "bench", swiftSettings: strict),

    .testTarget(
      name: "DiagnosticsTests",
      dependencies: ["Diagnostics"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "HighlightingTests",
      dependencies: ["Highlighting"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TextTests",
      dependencies: ["Text", "Diagnostics"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ValuesTests",
      dependencies: ["Values"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LanguagesTests",
      dependencies: ["Languages", "Diagnostics", "Text"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SnippetsTests",
      dependencies: ["Snippets", "Languages", "Diagnostics", "Text"],
      swiftSettings: strict
    ),
    .testTarget(name: "CommandTests", dependencies: ["docbuild"], swiftSettings: strict),
    .testTarget(
      name: "DocBuildTests",
      dependencies: [
        "Pipeline", "DocBuild", "Site", "Verify", "HTML", "Machine", "Diagnostics", "Languages",
        "Snippets", "Text", "Values",
      ],
      swiftSettings: strict
    ),
  ]
)
