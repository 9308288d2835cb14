import Foundation

/// The small project of `Tests/Fixtures/commands` in a folder of its own, removed with the value.
final class ShopProject {
  static let fixtures: String = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return "\(tests.path)/Fixtures/commands"
  }()

  let path: String

  init() throws {
    path = "/tmp/docbuild-commands-\(UInt64.random(in: 0..<UInt64.max))"
    try FileManager.default.copyItem(atPath: "\(Self.fixtures)/project", toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
