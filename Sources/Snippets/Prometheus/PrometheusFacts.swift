extension FileFacts {
  static let prometheus = FileFacts(
    ends: [
      FileEnd("scrape_configs.*.static_configs.*.targets.*", .connects()),
      FileEnd("alerting.alertmanagers.*.static_configs.*.targets.*", .connects()),
      FileEnd("remote_write.*.url", .connects()),
      FileEnd("rule_files.*", .reads),
      FileEnd("scrape_configs.*.basic_auth.password_file", .reads),
      FileEnd("scrape_configs.*.authorization.credentials_file", .reads),
      FileEnd("scrape_configs.*.tls_config.ca_file", .reads),
      FileEnd("scrape_configs.*.file_sd_configs.*.files.*", .reads),
    ]
  )
}
