package import Diagnostics
internal import Machine

extension Project {
  /// The digest of the guides: their texts, docbuild.yml and the templates of the project.
  var digestOfGuides: String {
    let texts =
      chapters.map(\.template.file.bytes)
      + partials.sorted { $0.key < $1.key }.map(\.value.file.bytes)
      + templates.sorted { $0.key < $1.key }.map(\.value.bytes)
    return Self.digest(of: texts + [bytes(of: "docbuild.yml")])
  }

  /// The digest of the data that a set is made of.
  ///
  /// - Parameters:
  ///   - scale: the identifier of its scale.
  ///   - overlay: that of its customer.
  /// - Returns: ten hexadecimal digits.
  package func dataHash(of scale: String, _ overlay: DataFile?) -> String {
    let files = ["keys", "servers", "common", scale].map { bytes(of: "data/\($0).yml") }
    return Self.digest(of: files + [overlay.flatMap { self.files[$0.path]?.bytes } ?? []])
  }

  private func bytes(of path: String) -> [UInt8] {
    files[Files.displayed("\(root)/\(path)")]?.bytes ?? []
  }

  private static func digest(of texts: [[UInt8]]) -> String {
    // With the lengths between them, texts cannot flow into each other.
    let all = texts.flatMap { Array("\($0.count):".utf8) + $0 }
    return String(SHA256.hex(of: all).prefix(10))
  }

  /// A path relative to the project; its last part where the file stands elsewhere.
  package func relative(_ path: String) -> String {
    let folder = Files.displayed(root) + "/"
    if path.hasPrefix(folder) { return String(path.dropFirst(folder.count)) }
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A place as `path:line`, the same in whichever folder docbuild runs.
  package func place(_ location: Location) -> String {
    guard let file = files[location.path] else { return relative(location.path) }
    return "\(relative(location.path)):\(file.line(containing: location.range.lowerBound))"
  }
}
