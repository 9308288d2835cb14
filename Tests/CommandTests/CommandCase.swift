import Foundation

/// A row of `Tests/Fixtures/commands/cases.tsv`.
struct CommandCase: Sendable, CustomStringConvertible {
  let command: String
  let code: Int32
  let output: Expectation
  let errors: Expectation

  var description: String { command }

  /// What a stream should hold.
  enum Expectation: Sendable {
    case nothing
    case anything
    /// These texts in this order.
    case parts([String])

    init(_ cell: String) {
      switch cell {
      case "-": self = .nothing
      case "*": self = .anything
      default: self = .parts(cell.components(separatedBy: " … "))
      }
    }

    func matches(_ text: String) -> Bool {
      switch self {
      case .nothing: return text.isEmpty
      case .anything: return true
      case .parts(let parts):
        var rest = text[...]
        for part in parts {
          guard let found = rest.range(of: part) else { return false }
          rest = rest[found.upperBound...]
        }
        return true
      }
    }
  }

  static let all: [CommandCase] = {
    let path = "\(ShopProject.fixtures)/cases.tsv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let cells = line.components(separatedBy: "\t")
      precondition(cells.count == 4, "four columns are expected: \(line)")
      return CommandCase(
        command: cells[0],
        code: Int32(cells[1]) ?? -1,
        output: Expectation(cells[2]),
        errors: Expectation(cells[3])
      )
    }
  }()
}
