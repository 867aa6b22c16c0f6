/// The schemes of addresses that may stand in a page.
package enum URLScheme {
  /// Everything else (`javascript:`, `data:` …) is left out.
  package static let allowed: Set<String> = ["http", "https", "mailto", "tel", "geo", "webcal"]
}
