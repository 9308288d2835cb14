internal import Diagnostics

extension Rule {
  static let wrongRedirect = Rule(
    "link/redirect",
    reports: "A `redirect_from` that is not a page of a document, or is taken by another page.",
    why: "A link to the chapter's former address leads nowhere, or to another chapter.",
    fires: "---\nredirect_from: Old Place\n---\n# Steps\n",
    fixed: "---\nredirect_from: deployment/old-place\n---\n# Steps\n"
  )
}

extension Diagnostic {
  static func noPlaceForRedirect(_ page: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .wrongRedirect,
      at: location,
      "expected `DOCUMENT/CHAPTER` in lower case, such as `backup/restore`, found `\(page)`"
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
      "`\(page)` is already the page of \(owner)"
    )
  }
}
