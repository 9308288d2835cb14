internal import Diagnostics

extension TextFormat {
  /// `.env` files, which compose reads beside its own file.
  static let env = TextFormat(
    name: "env",
    languages: ["env", "dotenv"],
    files: ["**/.env", "**/*.env", "**/.env.*"]
  ) { EnvFile.read($0).diagnostics }
}
