import Publishing
import Site

/// What is sent for one request.
package struct PreviewAnswer: Sendable, Hashable {
  package enum Body: Sendable, Hashable {
    case bytes([UInt8])
    /// A file of the project at `root`, sent piece by piece: opened where it is sent, through no link.
    case file(root: String, name: String)
  }

  /// HTTP status (RFC 9110, 15).
  package var status: Int
  package var type: MediaType
  /// Where to go instead, with a status of 3xx.
  package var location: String?
  package var body: Body

  init(status: Int = 200, type: MediaType, location: String? = nil, body: Body) {
    self.status = status
    self.type = type
    self.location = location
    self.body = body
  }

  static func html(_ bytes: [UInt8], status: Int = 200) -> PreviewAnswer {
    PreviewAnswer(status: status, type: .html, body: .bytes(bytes))
  }

  static func redirect(to location: String) -> PreviewAnswer {
    PreviewAnswer(status: 302, type: .plainText, location: location, body: .bytes([]))
  }
}
