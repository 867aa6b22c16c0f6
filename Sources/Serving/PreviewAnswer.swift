/// What is sent for one request.
package struct PreviewAnswer: Sendable, Hashable {
  /// HTTP status (RFC 9110, 15).
  package var status: Int
  package var contentType: String
  /// Where to go instead, with a status of 3xx.
  package var location: String?
  package var body: [UInt8]

  init(status: Int = 200, contentType: String, location: String? = nil, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.location = location
    self.body = body
  }

  static func html(_ text: String, status: Int = 200) -> PreviewAnswer {
    PreviewAnswer(status: status, contentType: ContentType.of("index.html"), body: Array(text.utf8))
  }
}
