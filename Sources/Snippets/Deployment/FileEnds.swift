extension FileEnd {
  /// Every end of a program's own file that a place alone describes; what needs more than a place is read beside:
  /// `ListenerReader`, `ConnectionReader` and `SecretReader`.
  static let all: [FileEnd] = databases + calls + storage + entry + monitoring + reads

  private static let databases = [
    FileEnd(.patroni, "restapi.listen", .listens()),
    FileEnd(.patroni, "postgresql.listen", .listens()),
    FileEnd(.patroni, "etcd3.hosts.*", .connects(usual: 2379)),
    FileEnd(.patroni, "etcd3.host", .connects(usual: 2379)),
    FileEnd(.patroni, "etcd.hosts.*", .connects(usual: 2379)),
    FileEnd(.patroni, "etcd.host", .connects(usual: 2379)),
    FileEnd(
      .patroni,
      "postgresql.authentication.*.password",
      .gives(.postgres, user: .beside("username"))
    ),
    FileEnd(
      .patroni,
      "restapi.authentication.password",
      .gives(.patroni, user: .beside("username"))
    ),
    FileEnd(.etcd, "listen-peer-urls", .listens()),
    FileEnd(.etcd, "listen-client-urls", .listens()),
    FileEnd(.etcd, "listen-metrics-urls", .listens()),
    FileEnd(.etcd, "initial-cluster", .connects()),
    FileEnd(.pgbouncerUsers, "? ?", .uses(.postgres, user: .first)),
  ]

  private static let calls = [
    FileEnd(.livekit, "port", .listens(on: "bind_addresses.*")),
    FileEnd(.livekit, "rtc.tcp_port", .listens()),
    FileEnd(.livekit, "rtc.udp_port", .listens([.udp])),
    FileEnd(.livekit, "prometheus.port", .listens()),
    FileEnd(.livekit, "prometheus_port", .listens()),
    FileEnd(.livekit, "redis.address", .connects(usual: 6379)),
    FileEnd(.livekit, "redis.sentinel_addresses.*", .connects(usual: 26379)),
    FileEnd(.livekit, "redis.cluster_addresses.*", .connects(usual: 6379)),
    FileEnd(.livekit, "rtc.turn_servers.*.host", .connects(port: "port")),
    FileEnd(.livekit, "rtc.turn_servers.*.secret", .uses(.turn)),
    FileEnd(.livekit, "redis.password", .uses(.redis)),
    FileEnd(.livekit, "keys.*", .gives(.livekit, user: .key)),
    FileEnd(.redis, "requirepass ?", .gives(.redis)),
    FileEnd(.redis, "masterauth ?", .uses(.redis)),
    FileEnd(.redis, "replicaof ? ?", .connects()),
    FileEnd(.sentinel, "sentinel auth-pass * ?", .uses(.redis)),
    FileEnd(.sentinel, "sentinel monitor * ? ?", .connects()),
    FileEnd(.turnserver, "static-auth-secret ?", .gives(.turn)),
  ]

  private static let storage = [
    FileEnd(
      .compose,
      "services.*.environment.MINIO_ROOT_PASSWORD",
      .gives(.s3, user: .beside("MINIO_ROOT_USER"))
    ),
    FileEnd(.compose, "services.*.environment.REDIS_PASSWORD", .uses(.redis)),
    FileEnd(.rclone, "secret_access_key ?", .uses(.s3, user: .beside("access_key_id"))),
  ]

  private static let entry = [
    FileEnd(.haproxy, "[frontend|listen *] bind ?", .listens()),
    FileEnd(.rclone, "endpoint ?", .connects()),
  ]

  private static let monitoring = [
    FileEnd(.prometheus, "scrape_configs.*.static_configs.*.targets.*", .connects()),
    FileEnd(.prometheus, "alerting.alertmanagers.*.static_configs.*.targets.*", .connects()),
    FileEnd(.prometheus, "remote_write.*.url", .connects()),
    FileEnd(.grafanaDatasources, "datasources.*.url", .connects()),
  ]

  private static let reads = [
    FileEnd(.alertmanager, "templates.*", .reads),
    FileEnd(.haproxy, "[* *] bind * ssl crt ?", .reads),
    FileEnd(.patroni, "postgresql.parameters.ssl_cert_file", .reads),
    FileEnd(.patroni, "postgresql.parameters.ssl_key_file", .reads),
    FileEnd(.patroni, "restapi.certfile", .reads),
    FileEnd(.patroni, "restapi.keyfile", .reads),
    FileEnd(.pgbouncer, "[pgbouncer] auth_file ?", .reads),
    FileEnd(.pgbouncer, "[pgbouncer] auth_hba_file ?", .reads),
    FileEnd(.prometheus, "rule_files.*", .reads),
    FileEnd(.prometheus, "scrape_configs.*.basic_auth.password_file", .reads),
    FileEnd(.prometheus, "scrape_configs.*.authorization.credentials_file", .reads),
    FileEnd(.prometheus, "scrape_configs.*.tls_config.ca_file", .reads),
    FileEnd(.prometheus, "scrape_configs.*.file_sd_configs.*.files.*", .reads),
    FileEnd(.turnserver, "cert ?", .reads),
    FileEnd(.turnserver, "pkey ?", .reads),
  ]
}
