/// Error correction codewords over GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5).
struct ReedSolomon {
  /// Coefficients of the generator from the highest power down, without the leading 1.
  private let generator: [UInt8]

  /// `degree` is the number of codewords to make, 1 to 255.
  init(degree: Int) {
    var coefficients = [UInt8](repeating: 0, count: degree)
    coefficients[degree - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in 0..<degree {
        coefficients[index] = Self.product(coefficients[index], root)
        if index + 1 < degree { coefficients[index] ^= coefficients[index + 1] }
      }
      root = Self.product(root, 2)
    }
    generator = coefficients
  }

  /// What is to be put behind `data`.
  func remainder(of data: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: generator.count)
    for byte in data {
      let factor = byte ^ result.removeFirst()
      result.append(0)
      for index in result.indices { result[index] ^= Self.product(generator[index], factor) }
    }
    return result
  }

  static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var result = 0
    for bit in (0..<8).reversed() {
      result = result << 1 ^ (result >> 7) * 0x11D
      result ^= ((Int(b) >> bit) & 1) * Int(a)
    }
    return UInt8(truncatingIfNeeded: result)
  }
}
