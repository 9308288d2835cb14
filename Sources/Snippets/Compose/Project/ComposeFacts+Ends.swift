internal import Deployment

extension FileFacts {
  /// What services are given; their ports and addresses are read from the project, in `ComposeFacts`.
  static let compose = FileFacts(
    ends: [
      FileEnd(
        "services.*.environment.MINIO_ROOT_PASSWORD",
        .gives(.s3, user: .beside("MINIO_ROOT_USER"))
      ),
      FileEnd("services.*.environment.REDIS_PASSWORD", .uses(.redis)),
    ]
  )
}
