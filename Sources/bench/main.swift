import Foundation

// usage: bench DOCBUILD FOLDER
//
// Makes 18 pages of 100 kB, compiles them with docbuild, everything on, and renders the same bytes
// with cmark-gfm alone. Prints both processor times, their ratio, and the share of each phase.

guard CommandLine.arguments.count == 3 else {
  print("usage: bench DOCBUILD FOLDER")
  exit(64)
}
let docbuild = CommandLine.arguments[1]
let folder = CommandLine.arguments[2]
let project = "\(folder)/project"

/// Writes a file of the project and returns its size in bytes.
func write(_ text: String, to path: String) throws -> Int {
  let url = URL(filePath: "\(project)/\(path)")
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(),
    withIntermediateDirectories: true
  )
  try Data(text.utf8).write(to: url)
  return text.utf8.count
}

try? FileManager.default.removeItem(atPath: folder)
_ = try write("title: Benchmark\nscales:\n  - { id: only, title: Only }\n", to: "docbuild.yml")
let keys = (1...8).map { "ip.node_\($0): { type: ipv4, source: common, about: A server. }\n" }
_ = try write(keys.joined(), to: "data/keys.yml")
let values = (1...8).map { "  node_\($0): 10.20.0.\($0)\n" }
_ = try write("ip:\n" + values.joined(), to: "data/common.yml")
var bytes = 0
var pages: [String] = []
for document in 1...6 {
  for chapter in 1...3 {
    var corpus = Corpus(seed: UInt64(document * 10 + chapter))
    let path = "guides/\(document)-document\(document)/\(chapter)-chapter\(chapter).md"
    bytes += try write(corpus.page("Chapter \(document) \(chapter)", size: 100_000), to: path)
    pages.append("\(project)/\(path)")
  }
}

let extensions = ["table", "strikethrough", "autolink", "tasklist"]
let cmark = try Stopwatch.quickest(
  of: 7,
  "/usr/bin/cmark-gfm",
  extensions.flatMap { ["-e", $0] } + pages
)
let ours = try Stopwatch.quickest(
  of: 7,
  docbuild,
  ["build", "--project", project, "--out", "\(folder)/site", "--timings"]
)

/// A number with a fixed count of decimals.
func fixed(_ number: Double, _ decimals: Int) -> String {
  String(format: "%.\(decimals)f", number)
}

print("corpus      \(pages.count) pages, \(bytes / 1000) kB")
print("cmark-gfm   \(fixed(cmark.seconds, 3)) s of processor time")
let ratio = fixed(ours.seconds / cmark.seconds, 2)
print("docbuild    \(fixed(ours.seconds, 3)) s, \(ratio) times as much")
let phases = ours.errors.split(separator: "\n").compactMap { line -> (String, Double)? in
  let words = line.split(separator: " ")
  return words.count == 2 ? Double(words[1]).map { (String(words[0]), $0) } : nil
}
let measured = phases.map(\.1).reduce(0, +)
for (name, seconds) in phases + [("other", max(0, ours.seconds - measured))] {
  let share = fixed(100 * seconds / ours.seconds, 0)
  print("  \(name.padding(toLength: 8, withPad: " ", startingAt: 0))  \(share) %")
}
