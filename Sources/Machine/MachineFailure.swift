internal import Glibc

/// A failure of the machine, not of the author: a file that cannot be read or written.
package struct MachineFailure: Error, CustomStringConvertible {
  /// What failed, on what, and why.
  package let description: String

  /// Creates a failure with a sentence.
  package init(_ description: String) { self.description = description }

  /// Creates a failure with the system's reason.
  ///
  /// - Parameters:
  ///   - what: what failed, on what.
  ///   - code: the error number of the system, such as `errno` after a call.
  package init(_ what: String, code: Int32) {
    description = "\(what): \(unsafe String(cString: strerror(code)))"
  }
}

/// A request that names something which is not there, such as a scale, or must not be written to.
package struct RequestMistake: Error, CustomStringConvertible {
  /// What was named, and what was expected.
  package let description: String

  /// Creates a mistake with a sentence.
  package init(_ description: String) { self.description = description }
}
