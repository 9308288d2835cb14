import ArgumentParser
import DocBuild
import Glibc
import Machine
import Site

/// `docbuild bundle`: a set as one file, and the proof that it is whole.
struct BundleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Pack a set to be read offline, or check a bundle."
  )

  @OptionGroup var options: ProjectOptions

  @Option(help: "The zip archive to write.", transform: outputPath)
  var out: String?

  @Option(
    help: "The page to write, with everything in it; its name ends in .html.",
    transform: outputPath
  )
  var singleFile: String?

  @OptionGroup var record: RecordOptions

  @Option(help: "The bundle to check: an archive, the folder of an unpacked one, or a page.")
  var check: String?

  func validate() throws {
    guard check == nil else {
      guard out == nil, singleFile == nil else {
        throw ValidationError("expected a set to pack or a bundle to check, found both")
      }
      return
    }
    guard out != nil || singleFile != nil else {
      throw ValidationError("expected the bundle: --out FILE.zip, or --single-file FILE.html")
    }
    guard singleFile?.lowercased().hasSuffix(".html") != false else {
      throw ValidationError("expected a name that ends in .html: --single-file FILE.html")
    }
  }

  func run() async throws {
    var findings: [BundleFinding] = []
    if let check {
      if !Files.isFolder(check) { try requireFile(check, "a bundle") }
      findings += try Bundle.check(check)
    }
    if out != nil || singleFile != nil {
      var request = try options.request()
      record.apply(to: &request)
      let site = try await soundSite(request)
      try requireOne(site.sets.count)
      if let out { findings += try Bundle.write(site, to: out, dated: try archiveDate()) }
      if let singleFile { findings += try Bundle.writeSingleFile(site, to: singleFile) }
    }
    for finding in findings { say("\(finding)") }
    if !findings.isEmpty { throw ExitCode(1) }
  }

  /// The date in `SOURCE_DATE_EPOCH`, or the same one always.
  private func archiveDate() throws -> ArchiveDate {
    guard let text = unsafe getenv("SOURCE_DATE_EPOCH").map({ unsafe String(cString: $0) }) else {
      return .fixed
    }
    guard let seconds = Int(text), seconds >= 0 else {
      throw RequestMistake("expected seconds since 1970 in SOURCE_DATE_EPOCH, found `\(text)`")
    }
    return ArchiveDate(secondsSince1970: seconds)
  }
}
