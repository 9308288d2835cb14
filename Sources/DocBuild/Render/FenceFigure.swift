/// What surrounds a block of code.
struct FenceFigure: Sendable {
  /// The path of the file or the title, with marks for its holes; empty without one.
  var title: [UInt8] = []
  /// In lower case; empty where none is written.
  var language = ""
  /// Where it belongs.
  var host: Host?
  /// Who runs or owns it.
  var user: String?
  /// The permissions of the file.
  var mode: String?
  /// The address of the whole file, with marks for its holes.
  var download: [UInt8]?
  /// The name that tools know it by.
  var id: String?
  /// The lines that are marked, counted from 1.
  var marks: [ClosedRange<Int>] = []
  /// Whether it shows what a command prints.
  var isOutput = false
  /// The servers of the group on which it belongs, where their values differ.
  var members: [Member] = []
  /// The holes of the code.
  var holes: [Int] = []

  /// The servers on which a block belongs.
  struct Host: Sendable {
    /// Their names, as far as a caption can hold them.
    var label: String
    /// What tells more about them; nothing for the machine that runs Ansible.
    var address: String?
  }

  /// One of the servers, with its values.
  struct Member: Sendable {
    var name: String
    /// The address of its file, with marks for its holes.
    var download: [UInt8]?
    /// The holes of its values.
    var values: [Int]
  }

  var hasCaption: Bool { !title.isEmpty || host != nil || user != nil || mode != nil }
}
