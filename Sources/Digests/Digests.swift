import CMessageDigest

/// A function that makes a digest, a few bytes, of any number of them, given at once or in parts.
package protocol DigestFunction {
  init()
  mutating func update(_ bytes: some Sequence<UInt8>)
  mutating func update(_ bytes: UnsafeRawBufferPointer)
  /// The digest of all that was given.
  func finish() -> [UInt8]
}

extension DigestFunction {
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let isStored: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
    if isStored == nil { Array(bytes).withUnsafeBytes { update($0) } }
  }

  /// The digest of these bytes alone.
  package static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var function = Self()
    function.update(bytes)
    return function.finish()
  }
}

/// Secure Hash Algorithm 256 (FIPS 180-4, 6.2): 32 bytes.
package struct SHA256: DigestFunction, Sendable {
  private var context = SHA2_CTX()

  package init() { SHA256Init(&context) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    SHA256Update(&context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  package func finish() -> [UInt8] {
    var context = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return digest
  }
}

/// Secure Hash Algorithm 1 (FIPS 180-4, 6.1): 20 bytes. For names that others make with it (git, UUIDs of version 5), never to keep
/// anybody out.
package struct SHA1: DigestFunction, Sendable {
  private var context = SHA1_CTX()

  package init() { SHA1Init(&context) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    SHA1Update(&context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  package func finish() -> [UInt8] {
    var context = context
    var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_LENGTH))
    SHA1Final(&digest, &context)
    return digest
  }
}
