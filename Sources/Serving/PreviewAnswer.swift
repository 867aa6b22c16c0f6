/// What is sent for one request.
package struct PreviewAnswer: Sendable, Hashable {
  package enum Body: Sendable, Hashable {
    case bytes([UInt8])
    /// A file, sent piece by piece, by its path.
    case file(String)
  }

  /// HTTP status (RFC 9110, 15).
  package var status: Int
  package var contentType: String
  /// Where to go instead, with a status of 3xx.
  package var location: String?
  package var body: Body

  init(status: Int = 200, contentType: String, location: String? = nil, body: Body) {
    self.status = status
    self.contentType = contentType
    self.location = location
    self.body = body
  }

  static func html(_ bytes: [UInt8], status: Int = 200) -> PreviewAnswer {
    PreviewAnswer(status: status, contentType: ContentType.of("index.html"), body: .bytes(bytes))
  }

  static func redirect(to location: String) -> PreviewAnswer {
    PreviewAnswer(status: 302, contentType: ContentType.of("x.txt"), location: location, body: .bytes([]))
  }
}
