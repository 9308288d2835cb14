internal import Text

/// What PostgreSQL knows of its parameters.
struct PostgreSQLTable: Sendable {
  struct Parameter: Sendable {
    let name: String
    let type: ParameterType
    /// Of a number that stands without one.
    let unit: PostgreSQLUnit?
    /// In the unit.
    let bounds: ClosedRange<Double>
    /// What an enumeration may be.
    let words: [String]
    /// Whether no file may set it.
    let isPreset: Bool
    /// The first version that does not know it.
    let removed: String?
    /// What holds instead since then.
    let successor: String?
  }

  /// How a value is read.
  enum ParameterType: String, Sendable {
    case bool, int, real, text
    case words = "enum"
  }

  /// The parameters of PostgreSQL 15 to 18.
  static let all = PostgreSQLTable(PackageResources.postgresql_tsv)

  /// The names, as PostgreSQL writes them.
  let names: [String]
  private let parameters: [String: Parameter]

  private init(_ table: [UInt8]) {
    var parameters: [String: Parameter] = [:]
    var names: [String] = []
    for line in table.text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
      let (low, high) = (Double(field(3)) ?? -.infinity, Double(field(4)) ?? .infinity)
      guard let type = ParameterType(rawValue: field(1)), low <= high else {
        preconditionFailure("a table of the tool has a wrong line: \(line)")
      }
      let remark = field(6).split(separator: " ").map(String.init)
      parameters[field(0).lowercased()] = Parameter(
        name: field(0),
        type: type,
        unit: PostgreSQLUnit.named(field(2)),
        bounds: low...high,
        words: field(5).split(separator: "|").map(String.init),
        isPreset: remark.first == "preset",
        removed: remark.first == "removed" ? remark[1] : nil,
        successor: remark.count > 2 ? remark[2] : nil
      )
      names.append(field(0))
    }
    self.parameters = parameters
    self.names = names
  }

  /// Returns the parameter of a name, in capitals or not.
  func parameter(_ name: String) -> Parameter? { parameters[name.lowercased()] }
}

/// A unit of memory or of time.
struct PostgreSQLUnit: Sendable {
  let name: String
  /// In bytes, or in milliseconds.
  let size: Double
  let isTime: Bool

  /// The units that may stand behind a number; capitals count.
  private static let written: [PostgreSQLUnit] = [
    PostgreSQLUnit(name: "B", size: 1, isTime: false),
    PostgreSQLUnit(name: "kB", size: 1024, isTime: false),
    PostgreSQLUnit(name: "MB", size: 1_048_576, isTime: false),
    PostgreSQLUnit(name: "GB", size: 1_073_741_824, isTime: false),
    PostgreSQLUnit(name: "TB", size: 1_099_511_627_776, isTime: false),
    PostgreSQLUnit(name: "us", size: 0.001, isTime: true),
    PostgreSQLUnit(name: "ms", size: 1, isTime: true),
    PostgreSQLUnit(name: "s", size: 1000, isTime: true),
    PostgreSQLUnit(name: "min", size: 60_000, isTime: true),
    PostgreSQLUnit(name: "h", size: 3_600_000, isTime: true),
    PostgreSQLUnit(name: "d", size: 86_400_000, isTime: true),
  ]

  /// Returns a unit that a parameter has, or that stands behind a number.
  static func named(_ name: String) -> PostgreSQLUnit? {
    if name == "8kB" { return PostgreSQLUnit(name: name, size: 8192, isTime: false) }
    return written.first { $0.name == name }
  }

  /// Returns the units that may stand behind a number of this one.
  var others: [String] { Self.written.filter { $0.isTime == isTime }.map(\.name) }
}
