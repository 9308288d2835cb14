import Foundation

/// Runs command lines in bash, with the program that was built beside the tests.
enum Shell {
  /// What a command wrote and how it ended.
  struct Ending {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The folder of the program.
  static let products: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().path
  }()

  static func run(_ command: String, in folder: String) throws -> Ending {
    // Files rather than pipes: no reader has to keep up, and a closed stream stays closed.
    let streams = "\(folder)-streams"
    try FileManager.default.createDirectory(atPath: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: streams) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c", "exec >\"$0/output\" 2>\"$0/errors\"; set -o pipefail; \(command)", streams,
    ]
    process.currentDirectoryURL = URL(filePath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(products):\(environment["PATH"] ?? "")"
    environment["SOURCE_DATE_EPOCH"] = nil
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) -> String {
      String(
        decoding: FileManager.default.contents(atPath: "\(streams)/\(name)") ?? Data(),
        as: UTF8.self
      )
    }
    let code = process.terminationReason == .exit ? process.terminationStatus : 128
    return Ending(code: code, output: text("output"), errors: text("errors"))
  }
}
