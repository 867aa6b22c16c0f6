/// Why a picture is not published.
package enum PictureFailure: Error, Sendable, Hashable {
  /// No such file, or not to be read.
  case unreadable
  /// Neither JPEG, PNG, WebP, GIF, AVIF, HEIC nor SVG, whatever its name says.
  case unknownFormat
  /// Only a pointer of Git LFS stands there.
  case notFetched
  /// The bytes are of this format, and the name says another.
  case mislabelled(ImageHeader.Format)
  /// The file ends before the picture does.
  case truncated
  /// The file's bytes are not those that were written.
  case damaged
  /// Width and height in pixels.
  case tooManyPixels(Int, Int)
  /// The file's bytes.
  case tooManyBytes(Int)
  case animated
  /// The library does not read this file; its words, which may be empty.
  case undecodable(String)
  /// A format that the library was built without: HEIC, AVIF.
  case formatNotSupported(ImageHeader.Format)
  case tookTooLong
  /// More memory than it may have, or a fault of the program.
  case tooHeavy
  case drawing(SVGFault)
  /// `vipsthumbnail` is not installed.
  case programMissing
  /// `vipsthumbnail` is installed at this path and can't be started.
  case programFailed(String)
  /// The cache can't be written: the path and what the system says.
  case cache(String, String)

  /// Why the file at `path`, from the folder `root`, would not be published as a picture, as far as can be seen without
  /// decoding it; `nil` where nothing speaks against it.
  package static func of(_ path: String, in root: String) -> PictureFailure? {
    do throws(PictureFailure) {
      _ = try PictureSource(path: path, root: root)
      return nil
    } catch {
      return error
    }
  }

  /// Whether the machine is at fault, and no picture.
  package var isOfMachine: Bool {
    switch self {
    case .cache, .programFailed: return true
    default: return false
    }
  }
}
