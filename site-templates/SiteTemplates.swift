/// The templates that come with the program, for projects that bring none of their own.
public enum SiteTemplates {
  /// Every file of this folder by its name, as bytes.
  public static let files: [String: [UInt8]] = [
    "choose.html": PackageResources.choose_html,
    "differences.html": PackageResources.differences_html,
    "document.html": PackageResources.document_html,
    "files.html": PackageResources.files_html,
    "firewall.html": PackageResources.firewall_html,
    "inventory.html": PackageResources.inventory_html,
    "open-me.html": PackageResources.open_me_html,
    "page.html": PackageResources.page_html,
    "search.css": PackageResources.search_css,
    "search.js": PackageResources.search_js,
    "search-find.js": PackageResources.search_find_js,
    "search-show.js": PackageResources.search_show_js,
    "set.html": PackageResources.set_html,
    "site.css": PackageResources.site_css,
    "site.js": PackageResources.site_js,
    "theme.js": PackageResources.theme_js,
    "values.html": PackageResources.values_html,
  ]
}
