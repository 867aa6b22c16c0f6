import Markup

/// What became of the pictures that a site refers to. Files are named by their path from the project's root.
package struct PreparedPictures: Sendable {
  /// A file to publish.
  package struct File: Sendable, Hashable {
    /// Its address on the site, from the root: `/images/table-3f0c2a91b5de-960.webp`.
    package var path: String
    /// The file to copy, from ``folder``.
    package var source: String
    /// The project's root, else where what it can't keep stands.
    package var folder: String
  }

  /// What shows each of them.
  package var pictures: [String: Picture] = [:]
  /// Those that are not published, and why.
  package var failures: [String: PictureFailure] = [:]
  /// What each of them says of itself; for those too that are not published, where it is known.
  package var headers: [String: ImageHeader] = [:]
  /// Every file of ``pictures``, by address, each once.
  package var files: [File] = []
  /// How many pictures were decoded; those made before are not.
  package var decoded = 0
  /// Why what was made is not kept in the project, where it is not: then it stands in a folder for what is temporary.
  package var keptElsewhere: PictureFailure?
}
