/// Names findings so that the same one has the same name after lines moved: what hosts of code keep
/// to tell new findings from known ones.
struct Fingerprint {
  private var seen: [String: Int] = [:]

  /// Returns the fingerprint of the next finding of a report: 16 hexadecimal digits of its rule, its
  /// file, the text it marks and how many of the kind came before.
  mutating func next(_ finding: Diagnostic, in report: Report) -> String {
    let bytes = report.files[finding.location.path]?.bytes ?? []
    let range = finding.location.range.clamped(to: 0..<bytes.count)
    // From a digest a short secret could be guessed.
    let isSecret =
      finding.hidesSource || report.concealment.covers(range, of: finding.location.path)
    let marked = isSecret ? "" : String(decoding: bytes[range], as: UTF8.self)
    let name = [finding.rule, finding.location.path, marked].joined(separator: "\u{0}")
    let ordinal = seen[name, default: 0]
    seen[name] = ordinal + 1
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in (name + "\u{0}\(ordinal)").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
