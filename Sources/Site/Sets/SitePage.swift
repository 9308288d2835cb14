internal import DocBuild
internal import Text

/// A page of a set: its text, and what it says about itself.
package struct SitePage {
  var frame: PageFrame
  /// The HTML of the text, without the shell.
  var content: [UInt8]
  /// The keys whose values are marked in the text, in the order of their first places.
  package var keys: [String] = []

  /// Whether the search finds the page: those that list others are left out.
  var isFound: Bool { !frame.isList }

  init(_ frame: PageFrame, _ content: [UInt8], keys: [String] = []) {
    self.frame = frame
    self.content = content
    self.keys = keys
  }
}

/// What a page says about itself to the shell around it.
package struct PageFrame {
  /// The path of the page within its set.
  package var path: String
  var title: String
  var summary: String?
  /// The document that it belongs to.
  var document: String?
  /// What “On this page” lists.
  var toc: [Heading] = []
  /// The pages above it below the start of the set, with their paths within the set.
  var breadcrumb: [(title: String, path: String)] = []
  /// Whether it lists others, and has no text of its own.
  var isList = false
  var before: Chapter?
  var after: Chapter?
  /// The source of the page, relative to the project; nothing for pages made from data.
  package var source: String?
  /// Whether it shows blocks of code, tabs or lists of tasks.
  var hasCode = false
  /// The day on which the source changed last; nothing where that is not said.
  var lastChange: String?

  /// Whether it is the start of the set, which has nothing above it.
  var isStart: Bool { path == "index.html" }

  /// The way from the page to the root of its set.
  var root: String { RelativePath.up(from: path) }

  /// The folder that it is in; empty for pages beside the documents.
  var folder: String { RelativePath.folder(of: path) }

  /// A heading of the page.
  package struct Heading {
    var title: String
    var anchor: String
    /// Whether it stands beneath the one before.
    var isSub = false

    /// What a page says about its values, as `notes.html` names it.
    static let notes = Heading(title: "Values on this page", anchor: "_values")
  }
}

/// A page that is made from data, as navigation and lists name it.
package struct MadePage: Sendable {
  let path: String
  let title: String
  /// What readers find there; empty for a page that lists do not name.
  let summary: String

  /// Whether navigation and lists name it.
  var isListed: Bool { !summary.isEmpty }
}
