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
  /// Where the processor time went.
  package let clock: PhaseClock

  init(_ compilation: Compilation, _ clock: PhaseClock, _ site: Site? = nil) {
    self.compilation = compilation
    self.clock = clock
    self.site = site
  }

  /// Everything that was found, in its final order.
  package var report: Report { compilation.report }
}
