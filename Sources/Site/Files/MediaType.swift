/// A kind of file that may stand on the site. What is in no row of ``all`` is not published: servers and browsers guess at
/// what they do not know, and run what they guess.
package struct MediaType: Sendable, Hashable {
  /// Who may put files of a kind into the site.
  package enum Origin: Sendable, Hashable {
    /// The program or the theme alone.
    case program
    /// Volunteers too, as a file that a text leads to.
    case attachment
    /// The program makes it of what volunteers give: photographs are made anew, drawings inspected.
    case picture
  }

  /// What a browser is to do with a file that somebody opens by itself.
  package enum Delivery: Sendable, Hashable {
    /// Part of the site.
    case page
    /// Shown by a viewer that no sandbox may hold: those of browsers for PDF stay empty in one, and what a PDF can do does not
    /// reach the site.
    case viewed
    /// Shown, without script and as if it came from a site of its own (CSP 3, `sandbox`).
    case sandboxed
    /// Kept as a file (RFC 6266, `attachment`).
    case download
  }

  /// The registered name (RFC 6838), without parameters: `text/calendar`.
  package let name: String
  /// The endings of names that mean it, in lower case, without the dot; the usual one first.
  package let extensions: [String]
  package let origin: Origin
  package let delivery: Delivery
  /// What a file of it has to begin with, or to be made of.
  let signature: FileSignature

  /// As in the header field `Content-Type` (RFC 9110, 8.3). What is text is UTF-8, whoever made it.
  package var contentType: String {
    let isText =
      name.hasPrefix("text/") || name.hasSuffix("xml") && name != "image/svg+xml" || name == "application/feed+json"
    return isText ? name + "; charset=utf-8" : name
  }

  /// Whether servers send it in notably fewer bytes than it has: what is text, under whatever name.
  package var isCompressible: Bool {
    contentType.contains("charset") || ["json", "svg+xml"].contains { name.hasSuffix($0) }
      || ["message/rfc822", "application/rtf", "image/x-icon"].contains(name)
  }

  private init(
    _ name: String, _ extensions: String, _ origin: Origin, _ delivery: Delivery, _ signature: FileSignature = .any
  ) {
    self.name = name
    self.extensions = extensions.split(separator: " ").map(String.init)
    self.origin = origin
    self.delivery = delivery
    self.signature = signature
  }

  /// Every kind that is published.
  package static let all: [MediaType] = [
    // The site itself.
    .html, .plainText,
    MediaType("text/css", "css", .program, .page),
    MediaType("text/javascript", "js", .program, .page),
    MediaType("application/json", "json", .program, .page),
    MediaType("application/xml", "xml", .program, .page),
    MediaType("application/manifest+json", "webmanifest", .program, .page),
    MediaType("message/rfc822", "eml", .program, .download),
    MediaType("font/woff2", "woff2", .program, .page),
    MediaType("image/x-icon", "ico", .program, .page),

    // Pictures.
    MediaType("image/jpeg", "jpg jpeg jpe jfif", .picture, .page),
    MediaType("image/png", "png", .picture, .page),
    MediaType("image/webp", "webp", .picture, .page),
    MediaType("image/gif", "gif", .picture, .page),
    MediaType("image/avif", "avif", .picture, .page),
    MediaType("image/heic", "heic heif hif", .picture, .page),
    MediaType("image/svg+xml", "svg", .picture, .sandboxed),

    // What people share.
    MediaType("application/pdf", "pdf", .attachment, .viewed, .pdf),
    MediaType("text/csv", "csv", .attachment, .download, .text),
    MediaType("text/calendar", "ics", .attachment, .sandboxed, .textBeginning("BEGIN:VCALENDAR")),
    MediaType("text/vcard", "vcf", .attachment, .sandboxed, .textBeginning("BEGIN:VCARD")),
    MediaType("application/gpx+xml", "gpx", .attachment, .download, .gpx),
    MediaType("application/zip", "zip", .attachment, .download, .zip),
    MediaType("application/epub+zip", "epub", .attachment, .download, .zip),
    MediaType("application/rtf", "rtf", .attachment, .download, .beginning(["{\\rtf"])),
    MediaType("application/vnd.oasis.opendocument.text", "odt", .attachment, .download, .zip),
    MediaType("application/vnd.oasis.opendocument.spreadsheet", "ods", .attachment, .download, .zip),
    MediaType("application/vnd.oasis.opendocument.presentation", "odp", .attachment, .download, .zip),
    MediaType("application/vnd.oasis.opendocument.graphics", "odg", .attachment, .download, .zip),
    MediaType(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", .attachment, .download, .zip),
    MediaType(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", .attachment, .download, .zip),
    MediaType(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", .attachment, .download, .zip
    ),
    MediaType("application/msword", "doc", .attachment, .download, .compoundFile),
    MediaType("application/vnd.ms-excel", "xls", .attachment, .download, .compoundFile),
    MediaType("application/vnd.ms-powerpoint", "ppt", .attachment, .download, .compoundFile),
    MediaType("audio/mpeg", "mp3", .attachment, .sandboxed, .mp3),
    MediaType("audio/mp4", "m4a", .attachment, .sandboxed, .isoMedia),
    MediaType("audio/ogg", "ogg oga opus", .attachment, .sandboxed, .beginning(["OggS"])),
    MediaType("audio/flac", "flac", .attachment, .sandboxed, .beginning(["fLaC"])),
    MediaType("audio/wav", "wav", .attachment, .sandboxed, .wav),
    MediaType("video/mp4", "mp4 m4v", .attachment, .sandboxed, .isoMedia),
    MediaType("video/quicktime", "mov", .attachment, .sandboxed, .isoMedia),
    MediaType("video/webm", "webm", .attachment, .sandboxed, .webM),
    MediaType("video/ogg", "ogv", .attachment, .sandboxed, .beginning(["OggS"])),
  ]

  package static let html = MediaType("text/html", "html", .program, .page)
  package static let plainText = MediaType("text/plain", "txt", .attachment, .sandboxed, .text)
  /// The kind of files for machines that are in no row of the table.
  package static let unknown = MediaType("application/octet-stream", "", .program, .download)

  private static let byExtension: [String: MediaType] = {
    var result: [String: MediaType] = [:]
    for type in all {
      for name in type.extensions { result[name] = type }
    }
    return result
  }()

  /// The kind of the file at `path` by the ending of its name, whatever its case; `nil` where it is not known, or there is
  /// no ending.
  package init?(ofFile path: String) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Substring.init) ?? ""
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex,
      let type = Self.byExtension[name[name.utf8.index(after: dot)...].lowercased()]
    else { return nil }
    self = type
  }
}
