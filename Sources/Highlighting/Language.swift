/// The languages whose code is told apart, by the names that fences give them.
public enum Language {
  /// Returns the tokens of a text.
  ///
  /// - Parameters:
  ///   - text: any bytes.
  ///   - language: a name such as `yaml`, in lower case.
  /// - Returns: the tokens; nothing for a language that is not known.
  public static func tokens(of text: [UInt8], in language: String) -> [Token]? {
    guard let lexer = lexers[language] else { return nil }
    var scanner = Scanner(text)
    lexer.scan(&scanner)
    scanner.finish()
    return scanner.tokens
  }

  /// Every name of a language, sorted.
  public static var names: [String] { lexers.keys.sorted() }

  private static let lexers: [String: any Lexer.Type] = [
    "bash": ShellLexer.self, "sh": ShellLexer.self, "shell": ShellLexer.self,
    "zsh": ShellLexer.self,
    "console": ConsoleLexer.self, "shell-session": ConsoleLexer.self,
    "shellsession": ConsoleLexer.self,
    "yaml": YAMLLexer.self, "yml": YAMLLexer.self,
    "ini": INILexer.self, "desktop": INILexer.self, "pgconf": INILexer.self,
    "conf": ConfLexer.self, "cfg": ConfLexer.self, "properties": ConfLexer.self,
    "keepalived": ConfLexer.self, "redis": ConfLexer.self,
    "systemd": SystemdLexer.self, "service": SystemdLexer.self, "timer": SystemdLexer.self,
    "json": JSONLexer.self, "jsonc": JSONLexer.self,
    "haproxy": HAProxyLexer.self,
    "sql": SQLLexer.self, "pgsql": SQLLexer.self, "postgresql": SQLLexer.self,
    "psql": SQLLexer.self,
    "nginx": NginxLexer.self, "nginxconf": NginxLexer.self,
    "toml": TOMLLexer.self,
    "env": EnvLexer.self, "dotenv": EnvLexer.self,
    "nft": NftLexer.self, "nftables": NftLexer.self,
    "dockerfile": DockerfileLexer.self, "docker": DockerfileLexer.self,
    "containerfile": DockerfileLexer.self,
    "python": PythonLexer.self, "py": PythonLexer.self,
  ]
}
