/// What surrounds a block of code.
package struct FenceFigure: Sendable {
  /// The path of the file or the title, with marks for its holes; empty without one.
  package var title: [UInt8] = []
  /// In lower case; empty where none is written.
  package var language = ""
  /// Where it belongs.
  package var host: Host?
  /// Who runs or owns it.
  var user: String?
  /// The permissions of the file.
  package var mode: String?
  /// The address of the whole file, with marks for its holes.
  package var download: [UInt8]?
  /// The name that tools know it by.
  package var id: String?
  /// The lines that are marked, counted from 1.
  package var marks: [ClosedRange<Int>] = []
  /// Whether it shows what a command prints.
  var isOutput = false
  /// The servers of the group on which it belongs, where their values differ.
  package var members: [Member] = []
  /// The holes of the code.
  package var holes: [Int] = []

  /// The servers on which a block belongs.
  package struct Host: Sendable {
    /// Their names, as far as a caption can hold them.
    package var label: String
    /// What tells more about them; nothing for the machine that runs Ansible.
    package var address: String?
  }

  /// One of the servers, with its values.
  package struct Member: Sendable {
    package var name: String
    /// The address of its file, with marks for its holes.
    package var download: [UInt8]?
    /// The holes of its values.
    package var values: [Int]
  }

  var hasCaption: Bool { !title.isEmpty || host != nil || user != nil || mode != nil }
}
