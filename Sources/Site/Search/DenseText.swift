/// Text that is written without spaces between words, such as Chinese, Japanese or Thai.
///
/// Where its words end is not known, so it is found by pairs of characters.
enum DenseText {
  /// Cuts a folded run, UTF-8, into pairs of dense characters and what is between them.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - pair: takes each pair of neighbours, and the last character of each stretch, by which a
  ///     single character is found at the end.
  ///   - rest: takes each stretch of other letters, digits and ASCII.
  static func each(
    in run: [UInt8],
    pair: (ArraySlice<UInt8>) -> Void,
    rest: (ArraySlice<UInt8>) -> Void
  ) {
    var start = 0
    var index = 0
    var last: Int?
    func flush() {
      if let last { pair(run[last..<index]) } else if start < index { rest(run[start..<index]) }
    }
    for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
      let end = min(index + UTF8.width(scalar), run.count)
      if isDense(scalar) {
        if let before = last {
          pair(run[before..<end])
        } else {
          flush()
        }
        last = index
      } else {
        if last != nil || !isPart(scalar) { flush() }
        if last != nil || !isPart(scalar) { start = isPart(scalar) ? index : end }
        last = nil
      }
      index = end
    }
    flush()
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return true }
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
  }

  private static func isDense(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      isPart(scalar)
    default: false
    }
  }
}
