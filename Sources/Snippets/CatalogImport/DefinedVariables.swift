internal import Languages

/// Every variable that a checkout gives a value, with the value that counts.
struct DefinedVariables {
  struct Definition {
    var name: String
    /// The value in the role; for a variable that only group_vars sets, that one.
    var value: YAMLNode
    /// The value in group_vars, where it stands beside the role's.
    var groupValue: YAMLNode?
    /// The folder of the role; nothing for a variable that only group_vars sets.
    var role: String?
    /// Whether the role sets it after vars.yml is read.
    var isFixed: Bool
    /// The comment above it, without `#`.
    var comment: String
  }

  private(set) var all: [Definition] = []
  private var places: [String: Int] = [:]

  init(_ checkout: PlaybookCheckout) {
    for role in checkout.roles {
      for (files, isFixed) in [(role.defaults, false), (role.vars, true)] {
        for file in files {
          for (key, value) in file.root?.entries ?? [] where key.isScalar {
            add(key, value, in: file, role: role.name, isFixed: isFixed)
          }
        }
      }
    }
    for group in checkout.groupVars {
      for (key, value) in group.root?.entries ?? [] where key.isScalar {
        if let place = places[key.text], all[place].role != nil {
          all[place].groupValue = all[place].groupValue ?? value
        } else {
          add(key, value, in: group, role: nil, isFixed: false)
        }
      }
    }
  }

  /// Of a variable that stands twice in a role the first value counts.
  private mutating func add(
    _ key: YAMLNode,
    _ value: YAMLNode,
    in file: PlaybookCheckout.File,
    role: String?,
    isFixed: Bool
  ) {
    guard places[key.text] == nil else { return }
    places[key.text] = all.count
    all.append(
      Definition(
        name: key.text,
        value: value,
        role: role,
        isFixed: isFixed,
        comment: Self.comment(above: key.range.lowerBound, in: file.text)
      )
    )
  }

  subscript(_ name: String) -> Definition? { places[name].map { all[$0] } }

  /// The comment lines that stand directly above a key.
  private static func comment(above place: Int, in text: [UInt8]) -> String {
    var lines: [String] = []
    var end = place
    while end > 0 {
      let start = text[..<(end - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let line = String(decoding: text[start..<(end - 1)], as: UTF8.self)
      guard line.hasPrefix("#") else { break }
      lines.insert(String(line.drop { $0 == "#" || $0 == " " }), at: 0)
      end = start
    }
    return lines.joined(separator: "\n")
  }
}
