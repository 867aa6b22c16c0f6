/// A drawing as it leaves for the site.
package enum InspectedDrawing {
  /// The bytes of the drawing at `path` (from the project's root), which have been looked into: what was found fit before may
  /// have been saved anew since.
  package static func bytes(of path: String, root: String) throws(PictureFailure) -> [UInt8] {
    let bytes = try PictureSource.bytes(of: path, root: root)
    do throws(SVGFault) { _ = try SVGDrawing(bytes) } catch { throw .drawing(error) }
    return bytes
  }
}
