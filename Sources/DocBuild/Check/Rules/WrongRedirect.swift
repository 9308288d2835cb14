internal import Diagnostics

extension Rule {
  static let wrongRedirect = Rule(
    "link/redirect",
    reports: "`redirect_from` names no page of a document, or one that is taken.",
    why: "A link to the former place of the chapter leads nowhere, or to another chapter.",
    fires: "---\nredirect_from: Old Place\n---\n# Steps\n",
    fixed: "---\nredirect_from: deployment/old-place\n---\n# Steps\n"
  )
}

extension Diagnostic {
  static func noPlaceForRedirect(_ page: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .wrongRedirect,
      at: location,
      "`\(page)` is no page: expected `DOCUMENT/CHAPTER` in lower case, such as `backup/restore`"
    )
  }

  static func redirectFromPage(
    _ page: String,
    of owner: String,
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .wrongRedirect,
      at: location,
      "`\(page)` is taken: \(owner) stands there, so nothing can lead on from it"
    )
  }
}
