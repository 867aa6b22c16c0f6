/// The public holidays of France (Code du travail, L3133-1), which can be computed for every year.
package struct PublicHolidays: Sendable, Hashable {
  /// Whether Good Friday and 26 December are among them (Code du travail, L3134-13: Bas-Rhin, Haut-Rhin, Moselle).
  package let isInAlsaceMoselle: Bool

  package init(isInAlsaceMoselle: Bool = false) { self.isInAlsaceMoselle = isInAlsaceMoselle }

  /// Those of a département by its number, « 94 ».
  package init(department: String?) {
    self.init(isInAlsaceMoselle: department.map { ["57", "67", "68"].contains($0) } ?? false)
  }

  package func contains(_ day: CivilDay) -> Bool { name(of: day) != nil }

  /// « 1er mai », « lundi de Pâques »; `nil` for a day that is none.
  package func name(of day: CivilDay) -> String? {
    switch (day.month, day.day) {
    case (1, 1): return "jour de l’An"
    case (5, 1): return "fête du Travail"
    case (5, 8): return "victoire de 1945"
    case (7, 14): return "fête nationale"
    case (8, 15): return "Assomption"
    case (11, 1): return "Toussaint"
    case (11, 11): return "armistice de 1918"
    case (12, 25): return "Noël"
    case (12, 26) where isInAlsaceMoselle: return "Saint-Étienne"
    case (3...6, _): break
    default: return nil
    }
    switch day.number - Self.easter(of: day.year).number {
    case -2 where isInAlsaceMoselle: return "vendredi saint"
    case 1: return "lundi de Pâques"
    case 39: return "Ascension"
    case 50: return "lundi de Pentecôte"
    default: return nil
    }
  }

  /// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher; Meeus, « Astronomical Algorithms », chapter 8).
  package static func easter(of year: Int) -> CivilDay {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let number = h + l - 7 * m + 114
    return CivilDay(uncheckedYear: year, month: number / 31, day: number % 31 + 1)
  }
}
