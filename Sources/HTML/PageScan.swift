internal import Text

/// What a page of HTML refers to and runs.
package struct PageScan {
  /// The names that fragments lead to.
  package private(set) var anchors: Set<String> = [""]
  /// Where a reader may go.
  package private(set) var followed: [String] = []
  /// What a browser loads by itself.
  package private(set) var loaded: [String] = []
  /// What no page of a bundle may have.
  package private(set) var complaints: [String] = []
  /// The policy that the page asks its browser to keep.
  package private(set) var policy: String?
  /// The texts of the scripts and styles within the page.
  package private(set) var inlineScripts: [[UInt8]] = []
  package private(set) var inlineStyles: [[UInt8]] = []

  /// Reads a page; any bytes are taken.
  package init(_ html: [UInt8]) {
    var inline: HTMLName?
    for part in HTMLScanner(html) {
      switch part {
      case .text(let range):
        if inline == "script" { inlineScripts.append(Array(html[range])) }
        if inline == "style" { inlineStyles.append(Array(html[range])) }
      case .tag(let tag):
        inline = nil
        if !tag.isEnd {
          inline = tag.name
          take(tag, html)
        }
      case .other: break
      }
    }
    for script in inlineScripts { complaints += ScriptScan.complaints(about: script) }
    for style in inlineStyles { loaded += StyleScan.addresses(in: style) }
  }

  private mutating func take(_ tag: HTMLTag, _ html: [UInt8]) {
    var values: [String: String] = [:]
    for attribute in HTMLAttributes(of: tag, in: html) {
      let name = String(decoding: html[attribute.name].map(\.lowercased), as: UTF8.self)
      if values[name] == nil { values[name] = HTMLText.plain(html[attribute.value]) }
    }
    if let id = values["id"] { anchors.insert(id) }
    if tag.name == "base" {
      complaints.append("`<base>` is not allowed, since it changes every link")
    }
    if Self.frames.contains(tag.name) { complaints.append("an embedded page is not allowed") }
    if tag.name == "meta", let header = values["http-equiv"]?.lowercased() { take(header, values) }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      take(attribute: name, value, isLink: tag.name == "a" || tag.name == "area")
    }
  }

  private mutating func take(_ header: String, _ values: [String: String]) {
    switch header {
    case "content-security-policy": policy = policy ?? values["content"] ?? ""
    case "refresh": complaints.append("`<meta http-equiv=\"refresh\">` is not allowed")
    default: break
    }
  }

  private mutating func take(attribute name: String, _ value: String, isLink: Bool) {
    switch name {
    case "href" where isLink: followed.append(value)
    case "href", "xlink:href", "src", "poster", "data", "background", "manifest", "lowsrc":
      loaded.append(value)
    case "srcset", "imagesrcset":
      loaded += value.split(separator: ",").compactMap {
        $0.split(whereSeparator: \.isWhitespace).first.map(String.init)
      }
    case "action", "formaction": complaints.append("a form that sends to `\(value)` is not allowed")
    case "ping": complaints.append("a link that reports to `\(value)` is not allowed")
    case "srcdoc": complaints.append("an embedded page is not allowed")
    case "style": loaded += StyleScan.addresses(in: Array(value.utf8))
    case _ where name.hasPrefix("on"):
      complaints.append("attribute `\(name)`, which runs a script, is not allowed")
    default: break
    }
  }

  private static let frames: Set<HTMLName> = [
    "iframe", "frame", "object", "embed", "portal", "applet",
  ]
}

/// What a style sheet makes a browser load.
package enum StyleScan {
  /// Returns the addresses of `@import`, `url()`, `src()` and `image-set()`.
  package static func addresses(in css: [UInt8]) -> [String] {
    let text = withoutComments(css)
    var found: [String] = []
    let lower = text.lowercased()
    for mark in ["url(", "src(", "image-set(", "@import"] {
      var rest = lower[...]
      while let range = rest.firstRange(of: mark) {
        let offset = lower.utf8.distance(from: lower.startIndex, to: range.upperBound)
        let bytes = Array(text.utf8.dropFirst(offset))
        found += addresses(at: bytes, isList: mark == "image-set(")
        rest = rest[range.upperBound...]
      }
    }
    return found
  }

  /// Reads an address, quoted or bare; `@import url(…)` and the addresses of a list are found by
  /// their own marks.
  private static func addresses(at bytes: [UInt8], isList: Bool) -> [String] {
    let start = bytes.drop(while: \.isHTMLSpace)
    guard let first = start.first else { return [] }
    if first == .quote || first == .apostrophe {
      return [String(decoding: start.dropFirst().prefix { $0 != first }, as: UTF8.self)]
    }
    let bare = start.prefix {
      !$0.isHTMLSpace && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ";")
    }
    return isList || bare.contains(UInt8(ascii: "(")) ? [] : [String(decoding: bare, as: UTF8.self)]
  }

  private static func withoutComments(_ css: [UInt8]) -> String {
    var text: [UInt8] = []
    var index = 0
    while index < css.count {
      if css[index] == UInt8(ascii: "/"), index + 1 < css.count, css[index + 1] == UInt8(ascii: "*")
      {
        index += 2
        while index < css.count,
          !(css[index - 1] == UInt8(ascii: "*") && css[index] == UInt8(ascii: "/"))
        { index += 1 }
        index += 1
      } else {
        text.append(css[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// What a script could reach the outside with.
package enum ScriptScan {
  private static let gates = [
    "fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "importScripts",
    "import(",
    "Worker(", "serviceWorker", "RTCPeerConnection", "WebTransport", "window.open(", "://",
  ]

  /// Returns a complaint for each way out that a script names.
  package static func complaints(about script: [UInt8]) -> [String] {
    let text = String(decoding: script, as: UTF8.self)
    return gates.filter(text.contains).map { "a script that uses `\($0)` can leave the bundle" }
  }
}
