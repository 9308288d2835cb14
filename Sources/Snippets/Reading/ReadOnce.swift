internal import Synchronization

/// A place for what is made of a text when somebody first asks for it.
final class ReadOnce: Sendable {
  private let made = Mutex<(any Sendable)?>(nil)
  private let count = Mutex(0)

  /// How often something was made: more than once where two who ask want different things.
  var timesMade: Int { count.withLock { $0 } }

  /// Returns what was made, or makes it.
  func value<Value: Sendable>(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let known = made as? Value { return known }
      let value = make()
      count.withLock { $0 += 1 }
      made = value
      return value
    }
  }
}
