internal import DocBuild
internal import HTML
internal import Machine

/// Prints what differs between two sets.
package enum DifferencePrinter {
  /// Returns text for a terminal; a sentence where nothing differs.
  package static func text(_ difference: SetDifference) -> String {
    let (left, right) = difference.names
    guard !difference.isEmpty else { return "\(left) and \(right) are the same.\n" }
    var text = "- \(left)\n+ \(right)\n"
    if !difference.values.isEmpty {
      text += "\nValues\n"
      for (key, one, two) in difference.values {
        text += "  \(key)\n    - \(one ?? "(none)")\n    + \(two ?? "(none)")\n"
      }
    }
    if !difference.files.isEmpty {
      text += "\nFiles\n"
      for file in difference.files {
        let owner = file.onlyIn.map { " (only in \($0))" } ?? ""
        text += "  \(file.host) /\(file.path)\(owner)\n"
        for line in file.lines { text += "    \(line.isRight ? "+" : "-") \(line.text)\n" }
      }
    }
    if !difference.sections.isEmpty {
      text += "\nSections\n"
      for (page, title) in difference.sections { text += "  \(page)  \(title)\n" }
    }
    return text
  }

  /// Returns a page of its own, without scripts, styles or links.
  package static func html(_ difference: SetDifference) -> String {
    let (left, right) = difference.names
    let title = "\(left) and \(right)"
    var html = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>\(escaped(title))</title></head><body>
      <h1>What differs between \(escaped(left)) and \(escaped(right))</h1>

      """
    if difference.isEmpty { html += "<p>Nothing.</p>\n" }
    if !difference.values.isEmpty {
      html += "<h2>Values</h2>\n<table><thead><tr><th>Key</th><th>\(escaped(left))</th>"
      html += "<th>\(escaped(right))</th></tr></thead><tbody>\n"
      for (key, one, two) in difference.values {
        html += "<tr><th><code>\(escaped(key))</code></th><td>\(escaped(one ?? ""))</td>"
        html += "<td>\(escaped(two ?? ""))</td></tr>\n"
      }
      html += "</tbody></table>\n"
    }
    if !difference.files.isEmpty {
      html += "<h2>Files</h2>\n"
      for file in difference.files {
        html += "<h3><code>\(escaped(file.host)) /\(escaped(file.path))</code></h3>\n"
        if let owner = file.onlyIn { html += "<p>Only in \(escaped(owner)).</p>\n" }
        guard !file.lines.isEmpty else { continue }
        html += "<pre>"
        for line in file.lines {
          let tag = line.isRight ? "ins" : "del"
          html += "<\(tag)>\(line.isRight ? "+" : "-") \(escaped(line.text))</\(tag)>\n"
        }
        html += "</pre>\n"
      }
    }
    if !difference.sections.isEmpty {
      html += "<h2>Sections</h2>\n<ul>\n"
      for (page, title) in difference.sections {
        html += "<li>\(escaped(title)) <code>\(escaped(page))</code></li>\n"
      }
      html += "</ul>\n"
    }
    return html + "</body></html>\n"
  }

  private static func escaped(_ text: String) -> String {
    String(decoding: HTMLEscape.text(text), as: UTF8.self)
  }
}
