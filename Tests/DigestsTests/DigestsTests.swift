import Digests
import Testing
import Text

/// FIPS 180-4's examples, and parts of any size.
@Suite struct DigestsTests {
  private static let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (long, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
  ])
  func `SHA-256`(text: String, digest: String) {
    #expect(Hexadecimal.text(of: SHA256.digest(of: text.utf8)) == digest)
  }

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (long, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
  ])
  func `SHA-1`(text: String, digest: String) {
    #expect(Hexadecimal.text(of: SHA1.digest(of: text.utf8)) == digest)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1000])
  func `in parts as at once, and a digest does not end it`(cut: Int) {
    let bytes = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var parts = SHA256()
    parts.update(bytes[..<cut])
    #expect(parts.finish() == SHA256.digest(of: bytes[..<cut]))
    parts.update(AnySequence(bytes[cut...]))
    #expect(parts.finish() == SHA256.digest(of: bytes))
  }
}
