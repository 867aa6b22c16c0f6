import Presenting
import Site
import Testing
import Time

@testable import Publishing

/// The site map stays one that can be looked over.
@Suite struct SiteMapTests {
  private func lines(_ count: Int, _ date: (Int) -> PartialDate?) -> [(date: PartialDate?, link: EntryLink)] {
    (0..<count).map { (date($0), EntryLink(title: "\("abc".split(separator: "")[$0 % 3]) \($0)", path: .home)) }
  }

  private func day(_ year: Int, _ month: Int) -> PartialDate? {
    CivilDay(year: year, month: month, day: 1).map { .day($0) }
  }

  @Test func `what is short is one list`() {
    let groups = SiteMapGroups.grouped(under: [EntryLink(title: "x", path: .home)], lines(59) { _ in nil })
    #expect(groups.map(\.title) == [nil] && groups[0].links.count == 60)
  }

  @Test func `what is long is parted by years, and a full year by months`() {
    let dated = lines(100) { $0 < 70 ? day(2026, $0 % 2 + 3) : $0 < 95 ? .year(2025) : nil }
    let groups = SiteMapGroups.grouped(under: [EntryLink(title: "x", path: .home)], dated)
    #expect(groups.map(\.title) == [nil, "Mars 2026", "Avril 2026", "2025", "Sans date"])
    #expect(groups.map(\.links.count) == [1, 35, 35, 25, 5])
  }

  @Test func `what has no date is parted by its initials`() {
    let groups = SiteMapGroups.grouped(lines(90) { _ in nil })
    #expect(groups.map(\.title) == ["A", "B", "C"] && groups.allSatisfy { $0.links.count == 30 })
  }
}
