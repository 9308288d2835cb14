internal import Deployment
internal import Languages

extension Format {
  /// rclone.conf, for what it says to others alone.
  static let rclone = Format(.unchecked, rules: [], facts: .rclone)
}

extension FileFacts {
  fileprivate static let rclone = FileFacts(
    lines: { INIFile.read($0.text, .common).configLines(of: $0.text) },
    ends: [
      FileEnd("secret_access_key ?", .uses(.s3, user: .beside("access_key_id"))),
      FileEnd("endpoint ?", .connects()),
    ]
  )
}
