internal import Diagnostics
internal import Machine

extension Rule {
  static let unsafePath = Rule(
    "snippet/path",
    reports: "The path of a fence's file leads out of its folder.",
    why: "The file could not be written where the guide says, or would land elsewhere.",
    fires: "# Files\n\n```text file=../a.txt\na\n```\n",
    fixed: "# Files\n\n```text file=a.txt\na\n```\n"
  )
}

extension Diagnostic {
  static func unsafePath(_ path: String, at location: Location) -> Diagnostic {
    Diagnostic(.unsafePath, at: location, "a path without `..` is expected, not `\(path)`")
  }
}
