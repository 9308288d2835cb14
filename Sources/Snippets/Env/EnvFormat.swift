internal import Diagnostics

extension TextFormat {
  /// `.env` files, which compose reads beside its own file.
  static let env = TextFormat(
    name: "env",
    languages: ["env", "dotenv"],
    files: ["**/.env", "**/*.env", "**/.env.*"]
  ) { EnvFile.read($0).diagnostics }

  /// Variables for services, which systemd reads and the shell can: nothing is replaced in them.
  static let environment = TextFormat(
    name: "environment",
    files: ["**/etc/default/*", "**/etc/environment"]
  ) { text in
    let ofCompose: [Rule] = [.envInterpolation, .envUndefined, .envComment]
    return EnvFile.read(text).diagnostics.filter { finding in
      !ofCompose.contains { $0.id == finding.rule }
    }
  }
}
