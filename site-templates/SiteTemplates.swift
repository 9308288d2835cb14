/// The templates that come with the program, for projects that bring none of their own.
public enum SiteTemplates {
  /// Every file of this folder by its name, as bytes.
  public static let files: [String: [UInt8]] = [
    "banner.html": PackageResources.banner_html,
    "bar.html": PackageResources.bar_html,
    "choose.html": PackageResources.choose_html,
    "differences.html": PackageResources.differences_html,
    "document.html": PackageResources.document_html,
    "files.html": PackageResources.files_html,
    "firewall.html": PackageResources.firewall_html,
    "foot.html": PackageResources.foot_html,
    "head.html": PackageResources.head_html,
    "inventory.html": PackageResources.inventory_html,
    "legend.html": PackageResources.legend_html,
    "notes.html": PackageResources.notes_html,
    "open-me.html": PackageResources.open_me_html,
    "page.html": PackageResources.page_html,
    "pane.html": PackageResources.pane_html,
    "search-find.js": PackageResources.search_find_js,
    "search-show.js": PackageResources.search_show_js,
    "search.css": PackageResources.search_css,
    "search.html": PackageResources.search_html,
    "search.js": PackageResources.search_js,
    "set.html": PackageResources.set_html,
    "site.css": PackageResources.site_css,
    "site.js": PackageResources.site_js,
    "theme.html": PackageResources.theme_html,
    "theme.js": PackageResources.theme_js,
    "toc.html": PackageResources.toc_html,
    "values.html": PackageResources.values_html,
  ]
}
