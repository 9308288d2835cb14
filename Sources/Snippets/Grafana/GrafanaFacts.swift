extension FileFacts {
  static let grafanaDatasources = FileFacts(ends: [FileEnd("datasources.*.url", .connects())])
}
