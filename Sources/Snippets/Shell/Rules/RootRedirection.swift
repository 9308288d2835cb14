internal import Diagnostics
internal import Languages

extension Rule {
  static let rootRedirection = Rule(
    "shell/sudo",
    .warning,
    reports: "`sudo` runs a command, but the file that it writes is opened without it.",
    why: "The shell of the user opens the file, and is refused.",
    fires: .fence("bash", "sudo echo 1 > /proc/sys/net/ipv4/ip_forward"),
    fixed: .fence("bash", "echo 1 | sudo tee /proc/sys/net/ipv4/ip_forward")
  )
}

extension Diagnostic {
  static func rootRedirections(in script: ShellScript, _ text: [UInt8]) -> [Diagnostic] {
    script.commands.flatMap { command in
      guard let first = command.words.first, text[first.range].elementsEqual("sudo".utf8) else {
        return [Diagnostic]()
      }
      return command.redirections.compactMap { redirection in
        guard [">", ">>"].contains(redirection.sign),
          rootFolders.contains(where: { text[redirection.target.range].starts(with: $0.utf8) })
        else { return nil }
        return Diagnostic(
          .rootRedirection,
          at: redirection.target.range,
          "the shell opens this file without `sudo`; `| sudo tee` is expected"
        )
      }
    }
  }

  private static let rootFolders = [
    "/etc/", "/root/", "/usr/", "/opt/", "/proc/", "/sys/", "/boot/", "/lib/", "/var/lib/",
  ]
}
