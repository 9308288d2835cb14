internal import DocBuild
internal import HTML
internal import Machine
internal import Text

/// Proves that a bundle is whole and stays within itself.
package struct BundleCheck {
  private let files: [String: [UInt8]]
  private let order: [String]
  private var findings: [BundleFinding] = []
  private var scans: [String: PageScan] = [:]

  /// The file that lists the digests of all others.
  static let sums = "SHA256SUMS"

  /// Returns what is wrong with the files of a bundle, in their order.
  package static func findings(in files: [(path: String, bytes: [UInt8])]) -> [BundleFinding] {
    var check = BundleCheck(files)
    check.checkNames()
    check.checkSums()
    check.checkReferences()
    return check.findings
  }

  /// Returns what is wrong with a page that holds a whole set.
  package static func findings(inPage path: String, _ bytes: [UInt8]) -> [BundleFinding] {
    var check = BundleCheck([(path, bytes)])
    check.checkReferences()
    check.checkHashes(path)
    return check.findings
  }

  private init(_ files: [(path: String, bytes: [UInt8])]) {
    order = files.map(\.path)
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    for (path, bytes) in files where Self.isPage(path) { scans[path] = PageScan(bytes) }
  }

  /// Files of servers are cargo: readers save them, browsers do not open them.
  private static func isCargo(_ path: String) -> Bool {
    path.hasPrefix("files/") || path.contains("/files/")
  }

  private static func isPage(_ path: String) -> Bool {
    let name = path.lowercased()
    return !isCargo(path)
      && [".html", ".htm", ".xhtml", ".svg"].contains(where: name.hasSuffix)
  }

  // MARK: Names and digests

  private mutating func checkNames() {
    for path in order {
      if let mistake = PortableName.mistake(in: path) { findings.append(.init(path, mistake)) }
    }
    findings += PortableName.clashes(among: order).map { BundleFinding($0.path, $0.message) }
  }

  private mutating func checkSums() {
    guard let list = files[Self.sums] else {
      return findings.append(.init(Self.sums, "missing list of digests"))
    }
    var listed: Set<String> = []
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
      let (sum, path) = (String(line.prefix(64)), String(line.dropFirst(66)))
      listed.insert(path)
      guard let bytes = files[path] else {
        findings.append(.init(path, "missing file, which is in the list"))
        continue
      }
      if SHA256.hex(of: bytes) != sum {
        findings.append(.init(path, "the file's digest is not the one in the list"))
      }
    }
    for path in order where path != Self.sums && !listed.contains(path) {
      findings.append(.init(path, "unknown file, which is not in the list"))
    }
  }

  // MARK: References

  private mutating func checkReferences() {
    for path in order where !Self.isCargo(path) {
      if let scan = scans[path] {
        check(scan, path)
      } else if path.hasSuffix(".css"), let css = files[path] {
        for address in StyleScan.addresses(in: css) { checkLoaded(address, path) }
      } else if path.hasSuffix(".js") || path.hasSuffix(".mjs"), let script = files[path] {
        findings += ScriptScan.complaints(about: script).map { BundleFinding(path, $0) }
      }
    }
  }

  private mutating func check(_ scan: PageScan, _ path: String) {
    findings += scan.complaints.map { BundleFinding(path, $0) }
    if scan.policy == nil, !path.hasSuffix(".svg") {
      findings.append(.init(path, "missing Content-Security-Policy"))
    }
    for address in scan.loaded { checkLoaded(address, path) }
    for address in scan.followed { checkFollowed(address, path) }
  }

  private mutating func checkLoaded(_ address: String, _ path: String) {
    switch BundleAddress(address, on: path) {
    case .outside: findings.append(.init(path, "`\(address)` is loaded from outside of the bundle"))
    case .data: break
    case .inside(let target, _):
      if target != path, files[target] == nil {
        findings.append(.init(path, "`\(address)` is loaded, but not in the bundle"))
      }
    }
  }

  private mutating func checkFollowed(_ address: String, _ path: String) {
    switch BundleAddress(address, on: path) {
    case .outside(let scheme):
      if scheme == nil || scheme == "file" || scheme == "javascript" {
        findings.append(.init(path, "`\(address)` leads out of the bundle"))
      }
    case .data: break
    case .inside(let target, let fragment):
      guard files[target] != nil else {
        return findings.append(.init(path, "`\(address)` leads to a missing file"))
      }
      if let scan = scans[target], !scan.anchors.contains(fragment) {
        findings.append(.init(path, "`\(address)` leads to a missing place"))
      }
    }
  }

  /// The policy of a single page names the digest of every script and style in it.
  private mutating func checkHashes(_ path: String) {
    guard let scan = scans[path], let policy = scan.policy else { return }
    for text in scan.inlineScripts + scan.inlineStyles
    where !policy.contains("'sha256-\(SHA256.base64(of: text))'") {
      findings.append(.init(path, "a script or a style does not match the policy"))
    }
    for word in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"]
    where policy.split(whereSeparator: { $0 == " " || $0 == ";" }).contains(Substring(word)) {
      findings.append(.init(path, "the policy allows `\(word)`"))
    }
  }
}
