import Testing

@testable import QRCode

@Suite struct QRCodeTests {
  /// « HELLO WORLD » with ten codewords of correction: the example of many a course, and the one of ISO/IEC 18004's annex
  /// for the same field and generator.
  @Test func `error correction is that of the standard`() {
    let data: [UInt8] = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    #expect(ReedSolomon(degree: 10).remainder(of: data) == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  }

  @Test(arguments: [(1, 14), (2, 26), (7, 122), (10, 213), (25, 997), (40, 2331)])
  func `each version holds what the standard says`(number: Int, bytes: Int) {
    #expect(QRVersion(number).holds(bytes))
    #expect(!QRVersion(number).holds(bytes + 1))
  }

  @Test(arguments: [
    (2, [6, 18]), (7, [6, 22, 38]), (14, [6, 26, 46, 66]), (32, [6, 34, 60, 86, 112, 138]),
    (40, [6, 30, 58, 86, 114, 142, 170]),
  ])
  func `alignment patterns stand where the standard has them`(number: Int, centres: [Int]) {
    #expect(QRVersion(number).alignments == centres)
  }

  @Test(arguments: [1, 14, 15, 60, 213, 214, 700, 2331])
  func `a text is read back from its modules`(length: Int) throws {
    let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(33 + $0 * 7 % 90))) })
    let code = try #require(QRCode(text))
    #expect(try QRReader(code).text() == text)
  }

  @Test func `a text that is too long has none`() {
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
  }
}
