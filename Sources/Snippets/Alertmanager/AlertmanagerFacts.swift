extension FileFacts {
  static let alertmanager = FileFacts(ends: [FileEnd("templates.*", .reads)])
}
