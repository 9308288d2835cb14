internal import Diagnostics
internal import Text
internal import Values

extension Rule {
  static let secretInLogin = Rule(
    "placeholder/url-value",
    .warning,
    reports: "A secret in the login of a URL may hold what the URL reads as its parts.",
    why: "A password such as `a/b@c` ends the login early, and the client connects elsewhere.",
    fires: Example(
      path: "guides/1-a/1-a.md",
      "# Files\n\n```bash\npsql postgres://app:<<secret.app>>@db/app\n```\n",
      beside: [.init(path: "data/keys.yml", text: keys(generate: "openssl rand -base64 32"))]
    ),
    fixed: Example(
      path: "guides/1-a/1-a.md",
      "# Files\n\n```bash\npsql postgres://app:<<secret.app>>@db/app\n```\n",
      beside: [.init(path: "data/keys.yml", text: keys(generate: "openssl rand -hex 32"))]
    )
  )

  private static func keys(generate: String) -> String {
    "secret.app: { type: secret, hint: CHANGE_TO_PASSWORD, generate: \(generate), about: A password. }\n"
  }
}

extension Diagnostic {
  /// Finds the secrets of a fence in the login of a URL whose alphabet has reserved characters.
  static func secretsInLogins(of placed: PlacedFence, _ values: ValueTable) -> [Diagnostic] {
    let chapter = placed.chapter
    let bytes = placed.fence.text.bytes
    var end = 0
    return HolePieces(bytes, sentinel: chapter.sentinel).compactMap { piece in
      let start = end
      guard case .hole(let index) = piece else {
        if case .text(let text) = piece { end += text.count }
        return nil
      }
      end += Sentinel.length
      guard case .value(let reference) = chapter.holes[index].content,
        let entry = values.entry(at: reference.path), entry.state == .secret,
        let mark = entry.declaration.alphabet.first(of: AddressLogin.reserved),
        AddressLogin.holds(start..<end, in: bytes)
      else { return nil }
      return Diagnostic(
        .secretInLogin,
        at: chapter.holes[index].location,
        "`\(reference.path)` may hold `\(mark)`, which is not literal in the login of a URL",
        notes: [
          Note("Declare a `charset` of letters and digits, or make it with `openssl rand -hex 32`.")
        ]
      )
    }
  }
}
