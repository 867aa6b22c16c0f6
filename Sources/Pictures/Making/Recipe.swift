import Markup

/// What files are made of a picture.
enum Recipe {
  /// Part of the names of all files: raise it when what is made changes.
  static let version = 2
  /// The picture that all others are made of is shrunk into this box; the height bounds screenshots of endless pages.
  static let largestWidth = 1600
  static let largestHeight = 8000
  /// Widths for pages, in pixels; for mail, feeds and cards the JPEG ones only.
  static let pageWidths = [480, 960, 1600]
  static let mailWidths = [600, 1200]

  /// One file to make.
  struct Step: Hashable {
    var format: Picture.Variant.Format
    var width: Int
    /// Options of the format, tried in turn until the file is no larger than ``budget``.
    var attempts: [[String]]
    /// Bytes.
    var budget: Int
  }

  /// The files for a picture `width` pixels wide. None is wider than the picture; where it falls between two widths, its
  /// own is the last.
  static func steps(width: Int, isTransparent: Bool, isGraphic: Bool) -> [Step] {
    func widths(_ wanted: [Int]) -> [Int] { Set(wanted.map { min($0, width) }).sorted() }
    let pages = widths(pageWidths)
    let jpeg = widths(isTransparent ? mailWidths : pageWidths + mailWidths)
    return pages.map { Step(format: .webp, width: $0, attempts: webp(isGraphic), budget: min(budget($0), small($0))) }
      + jpeg.map { Step(format: .jpeg, width: $0, attempts: jpegAttempts, budget: budget($0)) }
      + (isTransparent ? pages.map { Step(format: .png, width: $0, attempts: [["compression=9"]], budget: .max) } : [])
  }

  /// A page whose photograph is 960 pixels wide is to weigh no more than 200 kB, with all that stands around it.
  private static func budget(_ width: Int) -> Int {
    switch width {
    case ...480: return 60_000
    case ...600: return 80_000
    case ...960: return 140_000
    case ...1200: return 200_000
    default: return 350_000
    }
  }

  /// Forty photographs on one page are to weigh less than 600 kB before anybody scrolls: browsers fetch a dozen ahead.
  private static func small(_ width: Int) -> Int { width <= 480 ? 40_000 : .max }

  /// Drawings and screenshots stay sharp, and are often smaller, when nothing is lost; else their edges keep their colours
  /// better than those of photographs.
  private static func webp(_ isGraphic: Bool) -> [[String]] {
    let edges = isGraphic ? ["smart-subsample"] : []
    let lossless = isGraphic ? [["lossless", "effort=6"]] : []
    return lossless + [76, 64, 52, 40, 28].map { ["Q=\($0)", "effort=4"] + edges }
  }

  /// From the best to the lightest.
  static let jpegAttempts = [78, 68, 58, 46, 34].map {
    ["Q=\($0)", "optimize-coding", "interlace", "background=255 255 255"]
  }
}
