import Languages
import Synchronization
import Testing

@testable import Snippets

@Suite struct ReadingTests {
  @Test func `a text is read once for all who ask`() {
    let count = Mutex(0)
    let reading = Reading(Array("one\ntwo\n".utf8), as: .format("hosts"))
    let copy = reading
    for asked in [reading, copy, reading] {
      let lines = asked.read { text in
        count.withLock { $0 += 1 }
        return text.split(separator: UInt8(ascii: "\n")).count
      }
      #expect(lines == 2)
    }
    #expect(count.withLock { $0 } == 1)
  }

  @Test(arguments: Program.all.filter { $0.format.facts?.lines != nil }.map(\.name))
  func `facts take the tree that was checked`(name: String) throws {
    let program = try #require(Program.named(name))
    guard case .text(let check) = program.format.form, let lines = program.format.facts?.lines
    else {
      return
    }
    let text = Array("a b\n".utf8)
    let checked = Reading(text, as: .format(name))
    _ = check(checked)
    #expect(checked.other.timesMade == 1)
    _ = lines(checked)
    #expect(checked.other.timesMade == 1)
    let related = Reading(text, as: .format(name))
    _ = lines(related)
    #expect(related.other.timesMade == 1)
  }
}
