/// The media types of the files a site is made of.
enum ContentType {
  /// By the ending of a file's name.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "application/octet-stream" }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "xml": "application/xml; charset=utf-8", "json": "application/json",
    "webmanifest": "application/manifest+json",
    // RFC 5545, 8.1.
    "ics": "text/calendar; charset=utf-8",
    // RFC 5322 in a file.
    "eml": "message/rfc822", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "webp": "image/webp", "gif": "image/gif", "avif": "image/avif", "ico": "image/x-icon", "pdf": "application/pdf",
    "woff2": "font/woff2", "mp3": "audio/mpeg", "mp4": "video/mp4", "csv": "text/csv; charset=utf-8",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
  ]
}
