internal import Synchronization

/// A value that is made when it is first asked for, once, by whichever thread asks.
public final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let state = Mutex<Value?>(nil)

  /// Creates a value that is made by a function.
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; other threads wait while it is made.
  public var value: Value {
    state.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}
