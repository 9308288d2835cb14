extension FileFacts {
  static let etcd = FileFacts(
    ends: [
      FileEnd("listen-peer-urls", .listens()),
      FileEnd("listen-client-urls", .listens()),
      FileEnd("listen-metrics-urls", .listens()),
      FileEnd("initial-cluster", .connects()),
    ]
  )
}
