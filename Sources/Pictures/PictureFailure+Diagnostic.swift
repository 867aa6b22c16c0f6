import Diagnostics

extension PictureFailure {
  /// What is to be reported about `file` (from the project's root) at the place that refers to it.
  package func diagnostic(of file: String, at place: SourceLocation) -> Diagnostic {
    switch self {
    case .unreadable: return .pictureUnreadable(place, file: file)
    case .unknownFormat: return .pictureUnknown(place, file: file)
    case .notFetched: return .lfsPointer(place, file: file)
    case .mislabelled(let format):
      return .pictureMislabelled(
        place, file: file, format: format.rawValue.uppercased(), extension: format.fileExtensions[0])
    case .damaged: return .pictureDamaged(place, file: file)
    case .truncated: return .pictureTruncated(place, file: file)
    case .tooManyPixels(let width, let height):
      return .pictureTooManyPixels(place, file: file, width: width, height: height)
    case .tooManyBytes(let bytes): return .pictureTooHeavy(place, file: file, bytes: bytes)
    case .animated: return .pictureAnimated(place, file: file)
    case .undecodable(let reason): return .pictureUndecodable(place, file: file, reason: reason)
    case .formatNotSupported(let format):
      return .pictureFormatNotSupported(place, file: file, format: format.rawValue.uppercased())
    case .tookTooLong: return .pictureTookTooLong(place, file: file)
    case .tooHeavy: return .pictureNeedsTooMuchMemory(place, file: file)
    case .drawing(let fault): return .drawingRefused(place, file: file, reason: fault.refusal)
    // The same for every picture, and reported once.
    case .programMissing: return .pictureToolMissing(count: 1)
    case .programFailed(let path): return .pictureToolFailed(path: path)
    case .cache(let path, let reason): return .pictureCache(path: path, reason: reason)
    }
  }
}

extension SVGFault {
  var refusal: DrawingRefusal {
    switch self {
    case .malformed: return .malformed
    case .tooLarge: return .tooLarge(megabytes: SVGDrawing.largest / 1_000_000)
    case .tooMuch: return .tooMuch
    case .encoding: return .encoding
    case .entities: return .entities
    case .metadata: return .metadata
    case .instruction(let name): return .instruction(name)
    case .script(let name): return .script(name)
    case .eventHandler(let name): return .eventHandler(name)
    case .foreign(let name): return .foreign(name)
    case .external(_, let address): return .external(address)
    case .style(let name): return .style(name)
    }
  }
}
