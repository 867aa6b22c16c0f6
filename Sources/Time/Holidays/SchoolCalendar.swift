/// The school calendar of metropolitan France without Corsica, as it is published: « Calendrier scolaire », ministère de
/// l’Éducation nationale (education.gouv.fr; the data of data.education.gouv.fr, read on 2026-11-29 by way of PyPI
/// `vacances-scolaires-france` 0.12). Each stay is given by its first free day and the eve of return, both inclusive, where
/// the calendar names the day after whose lessons pupils leave. The bridge of Ascension (no lessons on the Friday and the
/// Saturday behind it, by the yearly decree) runs from the Thursday to the Sunday. The beginning of summer 2028 and of what
/// comes then may still be changed.
///
/// A new school year is one more row; `make audit` compares all of them with the package.
enum SchoolCalendar {
  /// A first and a last day, as `2026_0831`.
  typealias Stay = (first: Int, last: Int)

  struct SchoolYear {
    var autumn: Stay
    var christmas: Stay
    var winter: [SchoolZone: Stay]
    var spring: [SchoolZone: Stay]
    var ascension: Stay
    var summer: Stay

    /// Its holidays in such a zone, in order.
    func stays(in zone: SchoolZone) -> [ClosedRange<CivilDay>] {
      [autumn, christmas, winter[zone], spring[zone], ascension, summer].compactMap { stay in
        guard let stay, let first = Self.day(stay.first), let last = Self.day(stay.last), first <= last else {
          return nil
        }
        return first...last
      }
    }

    private static func day(_ number: Int) -> CivilDay? {
      CivilDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
  }

  /// The first day of which it is known whether it is free.
  static let knownFrom = CivilDay(uncheckedYear: 2017, month: 9, day: 4)

  static let years: [SchoolYear] = [
    SchoolYear(
      autumn: (2017_1021, 2017_1105), christmas: (2017_1223, 2018_0107),
      winter: [.a: (2018_0210, 2018_0225), .b: (2018_0224, 2018_0311), .c: (2018_0217, 2018_0304)],
      spring: [.a: (2018_0407, 2018_0422), .b: (2018_0421, 2018_0506), .c: (2018_0414, 2018_0429)],
      ascension: (2018_0510, 2018_0513), summer: (2018_0707, 2018_0902)),
    SchoolYear(
      autumn: (2018_1020, 2018_1104), christmas: (2018_1222, 2019_0106),
      winter: [.a: (2019_0216, 2019_0303), .b: (2019_0209, 2019_0224), .c: (2019_0223, 2019_0310)],
      spring: [.a: (2019_0413, 2019_0428), .b: (2019_0406, 2019_0422), .c: (2019_0420, 2019_0505)],
      ascension: (2019_0530, 2019_0602), summer: (2019_0706, 2019_0901)),
    SchoolYear(
      autumn: (2019_1019, 2019_1103), christmas: (2019_1221, 2020_0105),
      winter: [.a: (2020_0222, 2020_0308), .b: (2020_0215, 2020_0301), .c: (2020_0208, 2020_0223)],
      spring: [.a: (2020_0418, 2020_0503), .b: (2020_0411, 2020_0426), .c: (2020_0404, 2020_0419)],
      ascension: (2020_0521, 2020_0524), summer: (2020_0704, 2020_0831)),
    SchoolYear(
      autumn: (2020_1017, 2020_1101), christmas: (2020_1219, 2021_0103),
      winter: [.a: (2021_0206, 2021_0221), .b: (2021_0220, 2021_0307), .c: (2021_0213, 2021_0228)],
      spring: [.a: (2021_0410, 2021_0425), .b: (2021_0424, 2021_0509), .c: (2021_0417, 2021_0502)],
      ascension: (2021_0513, 2021_0516), summer: (2021_0707, 2021_0831)),
    SchoolYear(
      autumn: (2021_1023, 2021_1107), christmas: (2021_1218, 2022_0102),
      winter: [.a: (2022_0212, 2022_0227), .b: (2022_0205, 2022_0220), .c: (2022_0219, 2022_0306)],
      spring: [.a: (2022_0416, 2022_0501), .b: (2022_0409, 2022_0424), .c: (2022_0423, 2022_0508)],
      ascension: (2022_0526, 2022_0529), summer: (2022_0708, 2022_0831)),
    SchoolYear(
      autumn: (2022_1022, 2022_1106), christmas: (2022_1217, 2023_0102),
      winter: [.a: (2023_0204, 2023_0219), .b: (2023_0211, 2023_0226), .c: (2023_0218, 2023_0305)],
      spring: [.a: (2023_0408, 2023_0423), .b: (2023_0415, 2023_0501), .c: (2023_0422, 2023_0508)],
      ascension: (2023_0518, 2023_0521), summer: (2023_0708, 2023_0903)),
    SchoolYear(
      autumn: (2023_1021, 2023_1105), christmas: (2023_1223, 2024_0107),
      winter: [.a: (2024_0217, 2024_0303), .b: (2024_0224, 2024_0310), .c: (2024_0210, 2024_0225)],
      spring: [.a: (2024_0413, 2024_0428), .b: (2024_0420, 2024_0505), .c: (2024_0406, 2024_0421)],
      ascension: (2024_0509, 2024_0512), summer: (2024_0706, 2024_0901)),
    SchoolYear(
      autumn: (2024_1019, 2024_1103), christmas: (2024_1221, 2025_0105),
      winter: [.a: (2025_0222, 2025_0309), .b: (2025_0208, 2025_0223), .c: (2025_0215, 2025_0302)],
      spring: [.a: (2025_0419, 2025_0504), .b: (2025_0405, 2025_0421), .c: (2025_0412, 2025_0427)],
      ascension: (2025_0529, 2025_0601), summer: (2025_0705, 2025_0831)),
    SchoolYear(
      autumn: (2025_1018, 2025_1102), christmas: (2025_1220, 2026_0104),
      winter: [.a: (2026_0207, 2026_0222), .b: (2026_0214, 2026_0301), .c: (2026_0221, 2026_0308)],
      spring: [.a: (2026_0404, 2026_0419), .b: (2026_0411, 2026_0426), .c: (2026_0418, 2026_0503)],
      ascension: (2026_0514, 2026_0517), summer: (2026_0704, 2026_0831)),
    SchoolYear(
      autumn: (2026_1017, 2026_1101), christmas: (2026_1219, 2027_0103),
      winter: [.a: (2027_0213, 2027_0228), .b: (2027_0220, 2027_0307), .c: (2027_0206, 2027_0221)],
      spring: [.a: (2027_0410, 2027_0425), .b: (2027_0417, 2027_0502), .c: (2027_0403, 2027_0418)],
      ascension: (2027_0506, 2027_0509), summer: (2027_0703, 2027_0831)),
    SchoolYear(
      autumn: (2027_1023, 2027_1107), christmas: (2027_1218, 2028_0102),
      winter: [.a: (2028_0219, 2028_0305), .b: (2028_0205, 2028_0220), .c: (2028_0212, 2028_0227)],
      spring: [.a: (2028_0422, 2028_0508), .b: (2028_0408, 2028_0423), .c: (2028_0415, 2028_0501)],
      ascension: (2028_0525, 2028_0528), summer: (2028_0704, 2028_0831)),
  ]
}
