internal import Text

/// Where an address on a page of a bundle leads.
package enum BundleAddress {
  /// Another site, by its scheme, or a place above the bundle.
  case outside(scheme: String?)
  /// The address itself is the content.
  case data
  /// A file of the bundle, and a place in it; empty for its beginning.
  case inside(String, fragment: String)

  package init(_ address: String, on page: String) {
    if DataAddress.isOne(address) {
      self = .data
      return
    }
    let trimmed = address.filter { !$0.isNewline && $0 != "\t" }
    let plain = String(trimmed.drop { $0 == " " })
    let scheme = plain.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
    if plain.dropFirst(scheme.count).first == ":", !scheme.isEmpty {
      self = scheme.lowercased() == "data" ? .data : .outside(scheme: scheme.lowercased())
      return
    }
    guard !plain.hasPrefix("/"), !plain.hasPrefix("\\") else {
      self = .outside(scheme: nil)
      return
    }
    let parts = plain.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? parts[1].percentDecoded : ""
    let path = (parts.first ?? "").prefix { $0 != "?" }.percentDecoded
    guard !path.isEmpty else {
      self = .inside(page, fragment: fragment)
      return
    }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        folders.append(String(part))
      } else if folders.popLast() == nil {
        self = .outside(scheme: nil)
        return
      }
    }
    self = .inside(folders.joined(separator: "/"), fragment: fragment)
  }
}
