import Files
import Foundation
import Text

/// The program `vipsthumbnail` of libvips, which shrinks a picture and turns it upright, and `vips` beside it.
package struct VipsThumbnail: Sendable {
  /// Where it is.
  let path: String
  var limits = Self.limits(seconds: 120)

  /// Hostile pictures ask for more than there is. Its words say what is wrong with one.
  static func limits(seconds: Double, memory: Int = 2 << 30) -> ChildProcess {
    ChildProcess(
      timeLimit: seconds, memoryLimit: memory, outputLimit: 65_536, endsAtOutputLimit: false, errors: .keptWithOutput)
  }

  /// Finds it in the folders of `searchPath` (the variable `PATH`), without starting it; `nil` where it is not installed.
  package init?(searchPath: String) {
    let folders = searchPath.split(separator: ":").map(String.init)
    guard let path = folders.map({ $0 + "/vipsthumbnail" }).first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = path
  }

  /// Asks it for its version, `8.14.1`; `nil` where it does not run. What it makes is reused under the same version only.
  func version() -> String? {
    let (outcome, output) = Self.limits(seconds: 20).run(path, ["--vips-version"], environment: [:])
    guard outcome == .finished(status: 0) else { return nil }
    // « libvips 8.14.1 », with the day of its making in some versions.
    let words = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let word = words.first { $0.first?.isNumber == true } ?? "0"
    return word.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
  }

  /// Writes the file `source` of `folder` (an absolute path), shrunk into a box of `width` × `height` pixels, into that
  /// folder too, under the name `result`, whose ending names the format. `options` are those of the format: `Q=80`.
  ///
  /// The numbers of the pixels stay what they are, unless there are `profiles`: two files of `folder`, by the first of
  /// which a picture is read that brings none of its own, and by the second of which the result is written.
  ///
  /// - Parameter enlarges: whether one that is smaller than the box is made as large.
  func shrink(
    _ source: String, in folder: String, toFit width: Int, _ height: Int, to result: String, options: [String] = [],
    enlarges: Bool = false, keepsProfile: Bool = false, profiles: (source: String, result: String)? = nil
  ) throws(PictureFailure) {
    let size = "\(width)x\(height)\(enlarges ? "" : ">")"
    var arguments = [folder + "/" + source, "--size", size, "--vips-concurrency=1"]
    if let profiles {
      // Both or none: given one alone, all versions go by way of a space with another white, and shift every colour.
      arguments += [
        "--import-profile", folder + "/" + profiles.source, "--export-profile", folder + "/" + profiles.result,
      ]
      arguments += ["--intent", "perceptual"]
    }
    // Taken as beside the source; a whole path could hold signs that mean something here (`%s`).
    arguments += ["--output", Self.output(result, options + (keepsProfile ? [] : ["strip"]))]
    try run(path, arguments, in: folder, result)
  }

  /// Writes the file `source` of `folder`, whose pixels are inks, into that folder too, in the colours of the profile
  /// `profiles.result`. It is read by its own profile where `isTagged`, else by the one that the library brings with it,
  /// the same in all versions.
  func convertInks(
    _ source: String, in folder: String, isTagged: Bool, to result: String, profile: String
  ) throws(PictureFailure) {
    var arguments = ["icc_transform", "\(folder)/\(source)[access=sequential]", "\(folder)/\(result)[compression=1]"]
    arguments += ["\(folder)/\(profile)", "--input-profile", "cmyk", "--intent", "perceptual", "--vips-concurrency=1"]
    if isTagged { arguments.append("--embedded") }
    try run(besides, arguments, in: folder, result)
  }

  /// Draws the SVG file `source` of `folder`, which was looked into before, as large as a box of pixels has it.
  func draw(
    _ source: String, in folder: String, toFit width: Int, _ height: Int, to result: String
  ) throws(PictureFailure) {
    let arguments = [
      "\(folder)/\(source)", "--size", "\(width)x\(height)", "--vips-concurrency=1", "--output",
      Self.output(result, ["compression=1"]),
    ]
    try run(path, arguments, in: folder, result, opensDrawings: true)
  }

  /// Cuts what draws the eye most out of the file `source` of `folder`: so many pixels in all.
  func crop(
    _ source: String, in folder: String, to width: Int, _ height: Int, result: String, options: [String]
  ) throws(PictureFailure) {
    let arguments = [
      "\(folder)/\(source)", "--size", "\(width)x\(height)", "--smartcrop", "attention", "--vips-concurrency=1",
      "--output", Self.output(result, options + ["strip"]),
    ]
    try run(path, arguments, in: folder, result)
  }

  /// Paints what can be seen through in the file `source` of `folder`, which has such parts.
  func flatten(
    _ source: String, in folder: String, onto ground: Colour, to result: String
  ) throws(PictureFailure) {
    let arguments = [
      "flatten", "\(folder)/\(source)", "\(folder)/\(Self.output(result, ["compression=1"]))", "--background",
      Self.words(ground),
    ]
    try run(besides, arguments + ["--vips-concurrency=1"], in: folder, result)
  }

  /// Sets the file `source` of `folder`, which is no larger, into the middle of a ground of so many pixels.
  func mount(
    _ source: String, in folder: String, on width: Int, _ height: Int, of ground: Colour, to result: String,
    options: [String]
  ) throws(PictureFailure) {
    let arguments = [
      "gravity", "\(folder)/\(source)", "\(folder)/\(Self.output(result, options + ["strip"]))", "centre", "\(width)",
      "\(height)", "--extend", "background", "--background", Self.words(ground), "--vips-concurrency=1",
    ]
    try run(besides, arguments, in: folder, result)
  }

  /// A file to be written, with the options of its format as the library reads them behind a name.
  private static func output(_ name: String, _ options: [String]) -> String {
    name + "[" + options.joined(separator: ",") + "]"
  }

  private static func words(_ colour: Colour) -> String { colour.parts.map(String.init).joined(separator: " ") }

  /// The program of the single operations.
  private var besides: String { (path as NSString).deletingLastPathComponent + "/vips" }

  private func run(
    _ program: String, _ arguments: [String], in folder: String, _ result: String, opensDrawings: Bool = false
  ) throws(PictureFailure) {
    var environment = ["VIPS_CONCURRENCY": "1", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    // Formats that the library's authors do not hold safe against hostile files stay closed.
    if !opensDrawings { environment["VIPS_BLOCK_UNTRUSTED"] = "1" }
    let (outcome, bytes) = limits.run(program, arguments, environment: environment)
    let output = String(decoding: bytes, as: UTF8.self)
    switch outcome {
    case .finished(status: 0): break
    case .finished:
      if let reason = Self.diskFaults.first(where: { output.contains($0.key) })?.value { throw .cache(folder, reason) }
      throw output.contains("out of memory") ? .tooHeavy : .undecodable(Self.reason(output))
    case .tookTooLong: throw .tookTooLong
    case .killed: throw .tooHeavy
    case .notStarted, .wroteTooMuch, .unreadable: throw .programFailed(program)
    }
    // It goes on where a picture ends too early, and paints the rest grey.
    let folded = output.lowercased()
    for words in ["premature end", "unexpected end of", "not enough data"] where folded.contains(words) {
      throw .truncated
    }
    // So it does where pixels can't be made out: libpng's words (« incorrect header check », « invalid code »), libjpeg's.
    for words in ["idat: inc", "idat: inv", "bad huffman code"] where folded.contains(words) { throw .damaged }
    guard access(folder + "/" + result, R_OK) == 0 else { throw .undecodable(Self.reason(output)) }
  }

  /// Words of the system by which the program says that the fault is not the picture's.
  private static let diskFaults = [
    "No space left": SystemReason.words(ENOSPC), "Disk quota": SystemReason.words(EDQUOT),
    "File too large": SystemReason.words(EFBIG), "Read-only file system": SystemReason.words(EROFS),
  ]

  /// The last words, without the program's name and paths: for those who look into it.
  private static func reason(_ output: String) -> String {
    let lines = output.split(separator: "\n").map { line in
      // « (process:4711): VIPS-WARNING **: 12:30:01.123: … »: a number and an hour of this run say nothing of the picture.
      let words = line.hasPrefix("(process:") ? line.split(separator: ": ").last ?? "" : line
      return words.trimmingCharacters(in: .whitespaces)
    }
    return String((lines.last { !$0.isEmpty && !$0.contains("/") } ?? "").prefix(120))
  }
}
