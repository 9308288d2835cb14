internal import Text

/// A value of a placeholder.
public indirect enum Value: Sendable, Hashable {
  /// A text, also names, paths and addresses of pages.
  case text(String)
  /// A whole number.
  case int(Int)
  /// A number with a fraction.
  case float(Double)
  /// A truth value.
  case bool(Bool)
  /// An IPv4 address.
  case ipv4(IPv4Address)
  /// An IPv6 address.
  case ipv6(IPv6Address)
  /// An IPv4 network.
  case cidr(IPv4Address, prefix: Int)
  /// A quantity of data or time with the unit in which it was written.
  case quantity(Quantity)
  /// Several values in order.
  case list([Value])

  /// The value as data files write it; reading it again gives the same value.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .int(let number): String(number)
    case .float(let number): String(number)
    case .bool(let isTrue): String(isTrue)
    case .ipv4(let address): address.description
    case .ipv6(let address): address.description
    case .cidr(let address, let prefix): "\(address)/\(prefix)"
    case .quantity(let quantity): quantity.description
    case .list(let values): values.map(\.plainText).joined(separator: ", ")
    }
  }
}

/// An IPv4 address.
public struct IPv4Address: Sendable, Hashable, CustomStringConvertible {
  /// The four bytes, the first in the highest bits.
  public var bits: UInt32

  /// Creates an address from its bits.
  public init(bits: UInt32) { self.bits = bits }

  /// Reads four decimal numbers without leading zeros.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard 1...3 ~= part.count, part.allSatisfy({ $0.isDigit }),
        part.count == 1 || part.first != 48
      else { return nil }
      let number = part.reduce(0) { $0 * 10 + UInt32($1 - 48) }
      guard number <= 255 else { return nil }
      bits = bits << 8 | number
    }
    self.bits = bits
  }

  /// The address in four decimal numbers.
  public var description: String {
    "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
  }

  /// Returns the first address of the network that holds this one.
  ///
  /// - Parameter prefix: the length of the network's prefix in bits, from 0 to 32.
  /// - Returns: the address with the other bits cleared.
  public func network(prefix: Int) -> IPv4Address {
    IPv4Address(bits: prefix == 0 ? 0 : bits & (UInt32.max << UInt32(32 - prefix)))
  }
}
