internal import HTML

extension HTMLRenderer {
  /// Whether an item is one of a group of tabs.
  func isTab(_ item: Int) -> Bool { tab(of: item) != nil }

  private func tab(of item: Int) -> (item: Int, paragraph: Int, label: Int)? {
    guard let decoration, !decoration.tabs.isEmpty, let list = open.last else { return nil }
    return decoration.tabs[list]?.tabs.first { $0.item == item }
  }

  /// Writes the frame of a group: radio buttons choose a panel, so no script is needed.
  mutating func enterTabs() {
    tabGroup += 1
    tabNumber = 1
    html.startLine()
    html.append("<fieldset class=\"tabs\"><legend class=\"unseen\">Variants</legend>\n")
  }

  /// Writes the button and the label of a tab, and opens its panel.
  mutating func enterTab(_ item: Int) {
    guard let tab = tab(of: item) else { return }
    let name = "tabs-\(tabGroup)"
    html.startLine()
    html.append("<input type=\"radio\" name=\"")
    html.append(raw: name.utf8)
    html.append("\" id=\"")
    html.append(raw: "\(name)-\(tabNumber)".utf8)
    if tabNumber == 1 { html.append("\" checked=\"") }
    html.append("\"><label for=\"")
    html.append(raw: "\(name)-\(tabNumber)".utf8)
    html.append("\">")
    labels += 1
    for node in document.nodes[tab.label..<document.nodes[tab.label].end] {
      switch node.kind {
      case .text, .code: append(node.literal, in: .text)
      case .softBreak, .lineBreak: html.append(" ")
      default: break
      }
    }
    labels -= 1
    html.append("</label>\n<div class=\"panel\">\n")
    tabNumber += 1
    skipped = tab.paragraph..<document.nodes[tab.paragraph].end
  }
}
