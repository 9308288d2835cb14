internal import Diagnostics
internal import Languages

extension Rule {
  static let rootRedirection = Rule(
    "shell/sudo",
    .warning,
    reports: "A `sudo` command whose output goes to a file that the shell opens without `sudo`.",
    why: "The user's shell opens the file and has no permission.",
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
          "expected `| sudo tee`, found a redirection that the shell opens without `sudo`"
        )
      }
    }
  }

  private static let rootFolders = [
    "/etc/", "/root/", "/usr/", "/opt/", "/proc/", "/sys/", "/boot/", "/lib/", "/var/lib/",
  ]
}
