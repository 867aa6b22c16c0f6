/// What Git LFS leaves in the place of a large file that was not fetched (git-lfs, `docs/spec.md`).
package enum LFSPointer {
  /// Whether `bytes` begin as one does.
  package static func isOne(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8)
  }
}
