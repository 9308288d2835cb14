import ArgumentParser
import DocBuild
import Pipeline

/// `docbuild catalog`: the variables that a revision of Ansible roles knows.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Work with catalogs of the variables of Ansible roles.",
    subcommands: [Import.self]
  )

  /// `docbuild catalog import`: builds a catalog from a checkout.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Build a catalog from a checkout of a playbook.",
      discussion: """
        The checkout needs its roles, as ansible-galaxy installs them. The variables, their types, values and former \
        names are read from defaults, vars, group_vars and the tasks that rename and validate; what \
        the validation refuses, and all else that no role says, stays in tables of one's own.
        """
    )

    @Argument(help: "The checkout of the playbook.")
    var checkout: String

    @Option(help: "The name of the catalog.")
    var revision: String

    @Option(help: "The folder of docbuild.yml; by default the nearest one, here or above.")
    var project: String?

    @Option(help: "The server group whose variables to import; by default all.")
    var group: String?

    @Option(help: "A role whose checkout is not the pinned version; may be repeated.")
    var unverified: [String] = []

    func run() throws {
      try requireFolder(checkout, "a checkout of a playbook")
      let (count, paths, kept) = try CatalogFiles.write(
        importOf: checkout,
        as: revision,
        group: group,
        unverified: unverified,
        to: try ProjectOptions.folder(project)
      )
      for path in paths { say("\(path): written") }
      for path in kept { say("\(path): kept, since it is written by hand") }
      try printResult("\(count) variables\n")
    }
  }
}
