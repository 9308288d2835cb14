internal import Diagnostics
internal import Languages

extension Format {
  /// nginx.conf, or any other file whose place in the configuration its directives tell.
  static let nginx = Format(
    .text { $0.read(by: NginxConfig.whole).findings },
    rules: nginxRules,
    facts: .nginx,
    across: [Check(.nginxDuplicate, find: Diagnostic.nginxDuplicatesAcrossFiles)]
  )

  /// A file that stands in `http`, as the nginx.conf of nginx and of Debian includes it there.
  static let nginxSite = Format(
    .text { $0.read(by: NginxConfig.site).findings },
    rules: nginxRules,
    facts: .nginxSite
  )

  private static let nginxRules: [Rule] = [
    .nginxSyntax, .nginxUnknownDirective, .nginxMisplaced, .nginxVersion, .nginxType,
    .nginxDuplicate, .nginxLocation, .nginxProxy, .nginxUndefinedUpstream, .nginxUndefined,
    .nginxUndefinedVariable, .nginxRequired,
  ]
}

/// A file of nginx, read and held to what nginx knows.
struct NginxConfig: Sendable {
  let text: [UInt8]
  let directives: [NginxDirective]
  /// Where the directives of the file stand.
  let context: NginxContext
  /// Every block of the file, the file itself first, each before those in it.
  let blocks: [NginxBlock]
  private let isBalanced: Bool
  private let mistakes: [Diagnostic]

  /// Reads a file whose directives tell where it stands.
  static func whole(_ text: [UInt8]) -> NginxConfig { NginxConfig(text) }

  /// Reads a file that stands in `http`.
  static func site(_ text: [UInt8]) -> NginxConfig { NginxConfig(text, standingIn: .http) }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: the file.
  ///   - context: where it stands; nothing for what its directives tell.
  init(_ text: [UInt8], standingIn context: NginxContext? = nil) {
    let outcome = NginxReader.read(text)
    self.text = text
    directives = outcome.value.directives
    isBalanced = outcome.value.isBalanced
    mistakes = outcome.diagnostics
    let place = context ?? .place(of: outcome.value.directives)
    self.context = place
    var blocks = [NginxBlock(context: place, directives: outcome.value.directives)]
    blocks[0].collect(into: &blocks)
    self.blocks = blocks
  }

  /// The blocks of a kind, in the order of the text.
  func blocks(_ context: NginxContext) -> [NginxBlock] { blocks.filter { $0.context == context } }

  /// Whether no other file can add names to this one.
  var isWhole: Bool {
    context == .main
      && !blocks.contains { block in
        block.directives.named("include").contains { !Self.addsNoNames($0.first) }
      }
  }

  /// Files of the packages of nginx that define nothing which others refer to.
  static func addsNoNames(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return ["mime.types", "fastcgi.conf", "koi-utf", "koi-win", "win-utf"].contains(name)
      || name.hasSuffix("_params") || path.contains("modules-enabled/")
      || path.contains("/share/nginx/modules/")
  }

  /// What nginx refuses, warns of, or takes though nobody can mean it.
  var findings: [Diagnostic] {
    guard isBalanced else { return mistakes }
    let names = NginxNames(self)
    return mistakes + blocks.flatMap { NginxDirectives.findings(in: $0) }
      + blocks.flatMap { NginxArguments.findings(in: $0) }
      + Diagnostic.nginxDuplicates(in: self)
      + Diagnostic.nginxListeners(in: self)
      + Diagnostic.nginxLocations(in: self)
      + Diagnostic.nginxProxies(in: self)
      + Diagnostic.nginxUndefined(in: self, names)
      + Diagnostic.nginxVariables(in: self, names)
      + Diagnostic.nginxRequired(in: self)
  }
}

/// A block of a file of nginx, or the file itself.
struct NginxBlock: Sendable {
  /// The directive whose block it is; nothing for the file.
  var opening: NginxDirective?
  var context: NginxContext
  var directives: [NginxDirective]
  /// The directive whose block this one stands in.
  var parent: NginxDirective?

  /// Appends the blocks in this one, each before those in it.
  fileprivate func collect(into blocks: inout [NginxBlock]) {
    guard context != .values else { return }
    for directive in directives {
      guard let content = directive.block else { continue }
      let inner = NginxBlock(
        opening: directive,
        context: context.inside(directive.text),
        directives: content,
        parent: opening
      )
      blocks.append(inner)
      inner.collect(into: &blocks)
    }
  }
}
