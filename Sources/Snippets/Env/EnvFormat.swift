internal import Diagnostics

extension Format {
  /// `.env` files, which compose reads beside its own file.
  static let env = Format(
    .text { $0.read(by: EnvFile.read).diagnostics },
    rules: [
      .envName, .envQuote, .envSeparator, .envDuplicate, .envNoValue, .envComment,
      .envInterpolation, .envUndefined,
    ]
  )

  /// Variables for services, which systemd reads and the shell can: nothing is replaced in them.
  static let environment = Format(
    .text { reading in
      let ofCompose: [Rule] = [.envInterpolation, .envUndefined, .envComment]
      return reading.read(by: EnvFile.read).diagnostics.filter { finding in
        !ofCompose.contains { $0.id == finding.rule }
      }
    },
    rules: [.envName, .envQuote, .envSeparator, .envDuplicate, .envNoValue],
    facts: .environment
  )
}
