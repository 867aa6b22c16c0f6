import Site

/// A field of the header that servers send with a file; written for each of them in its own words, and sent by the preview.
package struct HeaderField: Sendable, Hashable {
  package let name: String
  package let value: String

  private init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// With every file.
  package static let everywhere = [
    // What a file is, its type says, not what a browser finds in it (WHATWG MIME Sniffing).
    HeaderField("X-Content-Type-Options", "nosniff"),
    // Beside what each page says itself, which can't speak of frames (CSP 3, 3.3).
    HeaderField("Content-Security-Policy", "base-uri 'self'; frame-ancestors 'self'"),
    HeaderField("Referrer-Policy", "strict-origin-when-cross-origin"),
    HeaderField("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  /// Not for search engines.
  static let unlisted = HeaderField("X-Robots-Tag", "noindex")

  /// Named after what it holds, so that it never changes.
  static let lasting = HeaderField("Cache-Control", "public, max-age=31536000, immutable")

  /// Kept, but asked for each time whether it is still so (RFC 9111, 5.2.2.4): an evening that is cancelled is so at once. Where
  /// nothing is said, browsers keep a page for a tenth of its age (4.2.2).
  static let revalidated = HeaderField("Cache-Control", "no-cache")

  /// What a file of a kind is called, and how it is opened by itself.
  package static func fields(of type: MediaType) -> [HeaderField] {
    [contentType(type.contentType)] + delivery(of: type)
  }

  /// For feeds: other sites may show them (Fetch, CORS protocol). There is nothing in them that is not public.
  static let forEverySite = HeaderField("Access-Control-Allow-Origin", "*")

  static func contentType(_ text: String) -> HeaderField { HeaderField("Content-Type", text) }

  /// How a file of a kind is opened by itself. `sandbox` (CSP 3, 6.3.2) takes from what is shown its script and its site.
  static func delivery(of type: MediaType) -> [HeaderField] {
    // What the browsers' own pages around a picture or a film are made of.
    let own = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    let sandbox = HeaderField("Content-Security-Policy", own + "; sandbox")
    switch type.delivery {
    case .page: return []
    case .viewed: return [HeaderField("Content-Security-Policy", own)]
    case .sandboxed: return type.name == "text/calendar" ? [sandbox, forEverySite] : [sandbox]
    // RFC 6266.
    case .download: return [HeaderField("Content-Disposition", "attachment"), sandbox]
    }
  }
}
