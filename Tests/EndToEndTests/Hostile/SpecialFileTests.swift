import Foundation
import TestSupport
import Testing

/// What stands where a file should be: a device, a file that nobody may read, one that is another each time it is looked at.
@Suite struct SpecialFileTests {
  /// The places where the program reads something, by their paths in the project.
  enum Place: String, CaseIterable, CustomTestStringConvertible {
    case entry = "Content/nouvelles/essai.md"
    case settings = "Content/site.yml"
    case picture = "Content/nouvelles/x.png"
    case attachment = "Content/nouvelles/x.pdf"
    case folder = "Content/lieux"

    var testDescription: String { rawValue }

    /// Puts what is sound there.
    func fill(_ project: HostileProject) throws {
      switch self {
      case .entry: try project.news("titre: Essai")
      case .settings, .folder: break
      case .picture: try project.photograph()
      case .attachment:
        try project.write("%PDF-1.4\n", to: rawValue)
        try project.news("titre: Essai", body: "[Un plan](x.pdf)")
      }
    }
  }

  // MARK: Devices

  /// Major and minor number of `/dev/zero`, which never ends.
  private static let zero = (1, 5)

  private static let canMakeDevices: Bool = {
    let path = NSTemporaryDirectory() + "gazette-device-" + UUID().uuidString
    defer { unlink(path) }
    return makeDevice(path)
  }()

  private static func makeDevice(_ path: String) -> Bool {
    mknod(path, S_IFCHR | 0o666, dev_t(zero.0 << 8 | zero.1)) == 0
  }

  @Test(.enabled(if: canMakeDevices, "devices can be made by root alone"), arguments: Place.allCases)
  func `a device is not read`(place: Place) async throws {
    let project = try HostileProject()
    try place.fill(project)
    try project.remove(place.rawValue)
    try #require(Self.makeDevice(project.root + "/" + place.rawValue))
    let result = try await project.build()
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.errors.contains(place.rawValue), "\(result.errors)")
    #expect(SoundOutput.faults(in: project.made) + SoundOutput.faults(inMessages: result.errors) == [])
  }

  // MARK: Rights

  @Test(arguments: Place.allCases)
  func `what may not be read is reported`(place: Place) async throws {
    guard let nobody = Program.nobody else { return }
    let project = try HostileProject()
    try place.fill(project)
    for folder in [project.root, (project.root as NSString).deletingLastPathComponent] { chmod(folder, 0o777) }
    #expect(try await project.build(launcher: nobody).status == 0)
    let before = project.made
    chmod(project.root + "/" + place.rawValue, 0o000)
    defer { chmod(project.root + "/" + place.rawValue, 0o755) }
    let result = try await project.build([], launcher: nobody)
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.errors.contains(place.rawValue), "\(result.errors)")
    #expect(result.errors.contains("  → "), "\(result.errors)")
    #expect(project.made == before)
  }

  // MARK: Files that change

  /// Whatever is looked at, what is read is the file itself or nothing.
  @Test(arguments: Place.allCases)
  func `a file that turns into a link and back is never followed`(place: Place) async throws {
    let project = try HostileProject()
    try place.fill(project)
    let path = project.root + "/" + place.rawValue
    let outside = place == .folder ? (project.outside as NSString).deletingLastPathComponent : project.outside
    let (hidden, kept) = (project.root + "/.lien", project.root + "/.vrai")
    try FileManager.default.createSymbolicLink(atPath: hidden, withDestinationPath: outside)
    let swapper = Thread {
      while !Thread.current.isCancelled {
        rename(path, kept)
        rename(hidden, path)
        rename(path, hidden)
        rename(kept, path)
      }
    }
    swapper.start()
    var statuses: Set<Int32> = []
    for _ in 0..<12 {
      let result = try await project.build()
      statuses.insert(result.status)
      #expect(!result.errors.contains(HostileProject.secret) && !result.output.contains(HostileProject.secret))
      for (name, bytes) in project.made {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(HostileProject.secret), "\(name)")
      }
    }
    swapper.cancel()
    #expect(statuses.isSubset(of: [0, 1, 74]), "\(statuses)")
  }
}
