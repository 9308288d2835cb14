internal import Text

/// What browsers do with the value of an attribute.
package enum HTMLAttributeUse {
  /// A reader can go there.
  case address
  /// A browser loads it by itself.
  case loaded
  /// Several of those, each with what it is for.
  case addresses
  /// Links lead to it.
  case name
  /// It is run, or tells the browser to leave the page.
  case program
  /// A style sheet.
  case style
  /// Text, or a word that the element knows.
  case other

  /// Returns the use of an attribute.
  ///
  /// - Parameters:
  ///   - name: in upper or lower case.
  ///   - element: whose attribute it is.
  package init(of name: ArraySlice<UInt8>, in element: HTMLName) {
    let name = name.map(\.lowercased).text
    switch name {
    case "id": self = .name
    case "name" where element == "a": self = .name
    case "href", "xlink:href": self = element == "a" || element == "area" ? .address : .loaded
    case "action", "formaction", "cite", "longdesc": self = .address
    case "src", "poster", "data", "background", "manifest", "lowsrc", "dynsrc", "codebase",
      "classid", "archive":
      self = .loaded
    case "srcset", "imagesrcset", "ping": self = .addresses
    case "style": self = .style
    case "srcdoc": self = .program
    case "content" where element == "meta": self = .program
    case "to", "from", "by", "values": self = Self.animations.contains(element) ? .program : .other
    case _ where name.hasPrefix("on"): self = .program
    default: self = .other
    }
  }

  private static let animations: Set<HTMLName> = [
    "animate", "animateMotion", "animateTransform", "set",
  ]
}
