internal import Deployment

extension FileFacts {
  static let patroni = FileFacts(
    ends: [
      FileEnd("restapi.listen", .listens()),
      FileEnd("postgresql.listen", .listens()),
      FileEnd("etcd3.hosts.*", .connects(usual: 2379)),
      FileEnd("etcd3.host", .connects(usual: 2379)),
      FileEnd("etcd.hosts.*", .connects(usual: 2379)),
      FileEnd("etcd.host", .connects(usual: 2379)),
      FileEnd(
        "postgresql.authentication.*.password",
        .gives(.postgres, user: .beside("username"))
      ),
      FileEnd("restapi.authentication.password", .gives(.patroni, user: .beside("username"))),
      FileEnd("postgresql.parameters.ssl_cert_file", .reads),
      FileEnd("postgresql.parameters.ssl_key_file", .reads),
      FileEnd("restapi.certfile", .reads),
      FileEnd("restapi.keyfile", .reads),
    ]
  )
}
