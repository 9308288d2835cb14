package import Machine

extension Site {
  /// Writes what stands above the sets: the choice of a scale, and what tells machines of them.
  ///
  /// - Throws: a ``MachineFailure`` where a file cannot be written.
  package func publishEntrances(to folder: String) throws(MachineFailure) {
    for (path, bytes) in ChoosePage.pages(for: self) + Discovery.files(for: self) {
      try Publisher.publish(bytes, to: "\(folder)/\(path)")
    }
  }
}
