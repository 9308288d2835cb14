extension StringProtocol {
  /// The text with every `%` and two hexadecimal digits replaced by the byte that they name.
  ///
  /// A `%` without two digits stays as it is; replacement characters stand for what is not UTF-8
  /// afterwards.
  package var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == .percent, digits.count == 2, digits.allSatisfy(\.isHexadecimal),
        let code = UInt8(digits.text, radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes.text
  }
}
