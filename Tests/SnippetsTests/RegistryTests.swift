import Diagnostics
import Testing

@testable import Snippets

@Suite struct RegistryTests {
  @Test func `every program is named once, and says where its facts are from`() {
    let names = Program.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Program.all.allSatisfy { !$0.source.isEmpty })
  }

  /// What stands before a program in the registry must not take its files.
  @Test(arguments: Program.all.flatMap { program in program.files.map { [program.name, $0] } })
  func `a path that a program asks for means that program`(entry: [String]) {
    let path = entry[1].replacing("**/", with: "").replacing("*", with: "x")
    #expect(Program.all.first { $0.reads(path) }?.name == entry[0])
  }

  @Test func `the language of a fence means one program`() {
    let languages = Program.all.flatMap(\.languages)
    #expect(Set(languages).count == languages.count)
  }

  @Test func `every rule of a program has a page`() {
    let known = Set(Rule.snippetRules.map(\.id))
    #expect(Program.all.flatMap(\.format.rules).allSatisfy { known.contains($0.id) })
  }
}
