import Digests
import Foundation

/// What a policy names as allowed (Content Security Policy, level 3).
package enum PolicySource {
  /// A script or a style that stands in the page itself, known by its text: `'sha256-…'` (2.3.1, `hash-source`).
  package static func hash(of content: String) -> String {
    "'sha256-" + Data(SHA256.digest(of: content.utf8)).base64EncodedString() + "'"
  }
}
