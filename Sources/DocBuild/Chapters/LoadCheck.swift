package import Diagnostics
internal import HTML
internal import Text

/// Checks that a chapter makes no browser load anything from outside of its set.
package enum LoadCheck {
  /// Looks at the images of a chapter and at what the HTML of its author loads.
  package static func check(_ links: [Chapter.Link]) -> [Diagnostic] {
    links.filter { $0.isLoaded && isOutside($0.written.text) }.map {
      .loadedFromOutside(at: $0.location)
    }
  }

  private static func isOutside(_ address: String) -> Bool {
    guard case .outside(let scheme) = BundleAddress(address, on: "") else { return false }
    return scheme == "http" || scheme == "https" || scheme == nil && address.hasPrefix("//")
  }
}
