package import Diagnostics
package import DocBuild
package import Site

/// What a journey has made, as far as it went.
package struct BuildResult {
  /// The project, its sets and what was found.
  package let compilation: Compilation
  /// What pages are filled from; nothing where chapters were compiled for checks alone.
  package let site: Site?
  /// The folders in the output of sets that the project can no longer make.
  package internal(set) var leftovers: [String] = []
  /// What is in the output of the sets that were asked for.
  package internal(set) var published = Published()
  /// Where the processor time went.
  package let clock: PhaseClock

  /// How much was written.
  package struct Published: Sendable {
    package internal(set) var sets = 0
    package internal(set) var pages = 0
    /// Everything that is no page.
    package internal(set) var files = 0
  }

  init(_ compilation: Compilation, _ clock: PhaseClock, _ site: Site? = nil) {
    self.compilation = compilation
    self.clock = clock
    self.site = site
  }

  /// Everything that was found, in its final order.
  package var report: Report { compilation.report }
}
