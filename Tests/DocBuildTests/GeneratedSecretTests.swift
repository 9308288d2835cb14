import Testing

@testable import DocBuild

@Suite struct GeneratedSecretTests {
  @Test(arguments: [
    ("openssl rand -hex 32", "0-9a-f"),
    ("openssl rand -base64 32", "A-Za-z0-9+/="),
    ("openssl rand -base64 32 | tr -d '+/='", "A-Za-z0-9"),
    ("openssl rand -base64 32 | tr '+/' '-_'", "A-Za-z0-9=_"),
    ("LC_ALL=C tr -dc 'A-Za-z0-9_-' < /dev/urandom | head -c 32", "A-Za-z0-9_-"),
    ("tr -dc '[:alnum:]' </dev/urandom | head -c 32", "A-Za-z0-9"),
    ("head -c 32 /dev/urandom | base64", "A-Za-z0-9+/="),
    ("/usr/bin/pwgen -s 32 1", "A-Za-z0-9"),
    ("pwgen -sy 32 1", nil),
    ("cat /proc/sys/kernel/random/uuid", "0-9a-f-"),
    ("date | sha256sum | cut -c -32", "0-9a-f"),
    ("vault read -field=password db", nil),
    ("openssl rand 32", nil),
  ])
  func `a command tells what a secret is made of`(command: String, characters: String?) {
    #expect(GeneratedSecret.characters(of: command) == characters)
  }
}
