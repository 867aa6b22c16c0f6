import Files
import Testing

@Suite struct ProcessLimitsTests {
  private static let amounts: [(text: String, bytes: Int?)] = [
    ("1500000000", 1_500_000_000), ("2G", 2 << 30), ("2g", 2 << 30), ("512M", 512 << 20), ("4k", 4096), ("0", nil),
    ("", nil),
    ("G", nil), ("-1", nil), ("1.5G", nil), ("2 G", 2 << 30), ("512 Mo", 512 << 20), ("2GB", 2 << 30), ("o", nil),
    ("9999999999G", nil),
  ]

  @Test(arguments: amounts)
  func `bytes are read as people write them`(text: String, bytes: Int?) {
    #expect(ProcessLimits.bytes(text) == bytes)
  }
}
