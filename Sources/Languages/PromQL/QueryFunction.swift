/// The type of a part of a PromQL query.
enum QueryType: String, Sendable {
  case scalar
  case string
  case vector
  case matrix

  /// As messages name it.
  var words: String {
    switch self {
    case .scalar: "a number"
    case .string: "a string"
    case .vector: "an instant vector"
    case .matrix: "a range vector such as `x[5m]`"
    }
  }
}

/// A function of PromQL with the types of what it takes (`promql/parser/functions.go` of Prometheus
/// 3.5, and `holt_winters` of 2.x).
struct QueryFunction: Sendable {
  let takes: [QueryType]
  /// How many of the last arguments may be left out.
  var optional = 0
  /// Whether the last one may stand any number of times.
  var repeats = false
  let gives: QueryType

  static let named: [String: QueryFunction] = {
    var all: [String: QueryFunction] = [:]
    func add(
      _ names: String,
      _ takes: [QueryType],
      optional: Int = 0,
      repeats: Bool = false,
      gives: QueryType = .vector
    ) {
      for name in names.split(separator: " ") {
        all[String(name)] = QueryFunction(
          takes: takes,
          optional: optional,
          repeats: repeats,
          gives: gives
        )
      }
    }
    add(
      """
      abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg \
      histogram_count histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad sgn sin \
      sinh sort sort_desc sqrt tan tanh timestamp
      """,
      [.vector]
    )
    add(
      """
      absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta \
      increase irate last_over_time mad_over_time max_over_time min_over_time present_over_time \
      rate resets stddev_over_time stdvar_over_time sum_over_time ts_of_first_over_time \
      ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time
      """,
      [.matrix]
    )
    add(
      "day_of_month day_of_week day_of_year days_in_month hour minute month year",
      [.vector],
      optional: 1
    )
    add("clamp", [.vector, .scalar, .scalar])
    add("clamp_max clamp_min", [.vector, .scalar])
    add("histogram_fraction", [.scalar, .scalar, .vector])
    add("histogram_quantile", [.scalar, .vector])
    add("holt_winters double_exponential_smoothing", [.matrix, .scalar, .scalar])
    add("label_join", [.vector, .string, .string, .string], optional: 1, repeats: true)
    add("label_replace", [.vector, .string, .string, .string, .string])
    add("predict_linear", [.matrix, .scalar])
    add("quantile_over_time", [.scalar, .matrix])
    add("round", [.vector, .scalar], optional: 1)
    add("sort_by_label sort_by_label_desc", [.vector, .string], optional: 1, repeats: true)
    add("info", [.vector, .vector], optional: 1)
    add("vector", [.scalar])
    add("scalar", [.vector], gives: .scalar)
    add("pi time", [], gives: .scalar)
    return all
  }()

  /// The aggregations, with the type of what stands before the vector.
  static let aggregations: [String: QueryType?] = [
    "sum": nil, "avg": nil, "count": nil, "min": nil, "max": nil, "group": nil, "stddev": nil,
    "stdvar": nil, "topk": .scalar, "bottomk": .scalar, "quantile": .scalar, "limitk": .scalar,
    "limit_ratio": .scalar, "count_values": .string,
  ]
}
