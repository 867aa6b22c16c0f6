import Files
import Foundation
import TestSupport
import Testing

@testable import Uploading

/// A host in memory, which breaks off after so many files.
private final class MemoryHost: Transport {
  struct Cut: Error {}

  var files: [String: String] = [:]
  /// What there is in the folder of the site.
  var site: [String: String] = [:]
  var left = Int.max
  /// Called after each change.
  var watch: ([String: String]) -> Void = { _ in }

  private func step() throws {
    guard left > 0 else { throw Cut() }
    left -= 1
  }

  func list() throws -> [UInt8]? { files[HostList.name].map { Array($0.utf8) } }

  func send(_ paths: [String], from source: String) throws {
    for path in paths {
      try step()
      files[path] =
        site[path]
        ?? FileManager.default.contents(atPath: "\(source)/\(path)").map { String(decoding: $0, as: UTF8.self) }
      watch(files)
    }
  }

  func remove(_ paths: [String]) throws {
    for path in paths {
      try step()
      files[path] = nil
      watch(files)
    }
  }
}

@Suite struct UploadPlanTests {
  private static let today = 20_000

  private static func digests(_ site: [String: String]) -> [String: String] {
    site.mapValues { text in
      String((text.utf8.map { String($0, radix: 16) }.joined() + String(repeating: "0", count: 64)).prefix(64))
    }
  }

  private func plan(_ site: [String: String], _ host: MemoryHost, day: Int = today) throws -> UploadPlan {
    UploadPlan(
      digests: Self.digests(site), host: HostList(text: String(decoding: try host.list() ?? [], as: UTF8.self)),
      today: day)
  }

  private func upload(_ site: [String: String], to host: MemoryHost, day: Int = today) throws {
    host.site = site
    let upload = Upload(site: "", to: .folder("x"), environment: [:], today: day)
    try upload.send(try plan(site, host, day: day), by: host, try #require(WorkingFolder())) { _ in }
  }

  /// Each page names one style and one picture; see ``lacking(_:)``.
  private static let first = [
    "index.html": "theme/1/a.css images/a-1.png", "a/index.html": "theme/1/a.css images/b-1.png", "theme/1/a.css": "1",
    "images/a-1.png": "1", "images/b-1.png": "1", "agenda.ics": "1", ".htaccess": "1", "old.html": "theme/1/a.css",
    "x": "1", "y/z.html": "theme/1/a.css",
  ]
  private static let second = [
    "index.html": "theme/2/a.css images/a-2.png", "a/index.html": "theme/2/a.css images/b-1.png", "theme/2/a.css": "2",
    "images/a-2.png": "2", "images/b-1.png": "1", "agenda.ics": "2", ".htaccess": "2", "x/index.html": "theme/2/a.css",
    "y": "2", "nouvelles/feed.json": "2",
  ]

  private static func lacking(_ files: [String: String]) -> [String] {
    files.filter { $0.key.hasSuffix(".html") }.flatMap { $0.value.split(separator: " ").map(String.init) }
      .filter { files[$0] == nil }
  }

  @Test func `what pages need comes first, then pages, then feeds, then what goes`() throws {
    let host = MemoryHost()
    let fresh = try plan(Self.first, host)
    #expect(fresh.stages[.assets] == ["images/a-1.png", "images/b-1.png", "theme/1/a.css", "x"])
    #expect(fresh.stages[.pages] == ["a/index.html", "index.html", "old.html", "y/z.html"])
    #expect(fresh.stages[.feeds] == [".htaccess", "agenda.ics"])
    #expect(fresh.removed.isEmpty && fresh.blocking.isEmpty)
    try upload(Self.first, to: host)
    let next = try plan(Self.second, host)
    #expect(next.blocking == ["x", "y/z.html"])
    #expect(next.removed == ["old.html"])
    #expect(next.kept == ["theme/1/a.css": 7, "images/a-1.png": 7])
    #expect(next.stages[.feeds] == [".htaccess", "agenda.ics", "nouvelles/feed.json"])
  }

  @Test func `only what changed is sent, and all where it is asked for`() throws {
    let host = MemoryHost()
    try upload(Self.first, to: host)
    #expect(try plan(Self.first, host).isDone)
    var site = Self.first
    site["index.html"] = "theme/1/a.css"
    #expect(try plan(site, host).stages == [.pages: ["index.html"]])
    let all = UploadPlan(
      digests: Self.digests(site), host: HostList(text: host.files[".gazette"] ?? ""), today: 1, sendsAll: true)
    #expect(all.stages.values.joined().count == site.count)
  }

  @Test func `what others put there stays, and so does all where nothing is known`() throws {
    let host = MemoryHost()
    host.files = ["admin/index.html": "x", ".well-known/a": "x", "old.html": "x"]
    try upload(Self.second, to: host)
    #expect(
      host.files["admin/index.html"] == "x" && host.files[".well-known/a"] == "x" && host.files["old.html"] == "x")
  }

  @Test func `a style waits for a week, and comes back where it is wanted again`() throws {
    let host = MemoryHost()
    try upload(Self.first, to: host)
    try upload(Self.second, to: host, day: Self.today)
    try upload(Self.second, to: host, day: Self.today + 6)
    #expect(host.files["theme/1/a.css"] != nil)
    var again = host.files
    try upload(Self.second, to: host, day: Self.today + 7)
    #expect(host.files["theme/1/a.css"] == nil && host.files["images/a-1.png"] == nil)
    swap(&again, &host.files)
    try upload(Self.first, to: host, day: Self.today + 6)
    try upload(Self.first, to: host, day: Self.today + 60)
    #expect(host.files["theme/1/a.css"] == "1" && host.files["theme/2/a.css"] == nil)
  }

  /// At every file, in either direction, and again while it is mended.
  @Test func `broken off anywhere, pages have what they need and the next run ends it`() throws {
    for (from, to) in [([:], Self.first), (Self.first, Self.second), (Self.second, Self.first)] {
      for cut in 0..<40 {
        for second in [Int.max, 3] {
          let host = MemoryHost()
          host.files["admin/x"] = "x"
          if !from.isEmpty { try upload(from, to: host) }
          host.watch = { #expect(Self.lacking($0) == []) }
          host.left = cut
          let isWhole = (try? upload(to, to: host)) != nil
          host.left = second
          _ = try? upload(to, to: host)
          host.left = .max
          try upload(to, to: host)
          #expect(host.files.filter { to[$0.key] != nil } == to)
          let rest = host.files.keys.filter { to[$0] == nil && !$0.hasPrefix("theme/") && !$0.hasPrefix("images/") }
          #expect(rest.sorted() == [".gazette", "admin/x"], "\(cut)")
          #expect(try plan(to, host).isDone)
          #expect(isWhole || cut < 30)
        }
      }
    }
  }

  @Test func `a list of the host is read with care`() {
    let digest = String(repeating: "a", count: 64)
    let list = HostList(
      text:
        "index.html\na/b.html\t\(digest)\n../x\n/etc/passwd\na//b\n\ntheme/1/a\t\(digest)\t19000\nx\ty\tz\tw\n.gazette\n"
    )
    #expect(list.files.keys.sorted() == ["a/b.html", "index.html", "theme/1/a"])
    #expect(list.files["index.html"]?.digest == nil)
    #expect(list.files["theme/1/a"]?.goneSince == 19_000)
    #expect(HostList(text: list.text) == list)
  }

  @Test func `words of SFTP's program mean themselves`() {
    #expect(SFTPTransport.quoted("a b\"c\\d") == "\"a b\\\"c\\\\d\"")
  }
}
