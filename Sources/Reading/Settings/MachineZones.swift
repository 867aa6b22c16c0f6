import Files
import Foundation
import Time

/// The time zones of the machine (`tzdata`).
package enum MachineZones {
  private static let folder = "/usr/share/zoneinfo"

  /// Whether there are any: a machine without them knows no zone by its name.
  package static func areInstalled() -> Bool {
    let entries = try? ConfinedFolder(folder).entries(of: "")
    return entries.map { !$0.isEmpty } ?? false
  }

  /// The rules of the zone with this IANA name; `nil` where the machine has none by it.
  package static func zone(named name: String) -> Zone? {
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
        return true
      default: return false
      }
    }
    guard isName, !name.isEmpty, !name.hasPrefix("/"), !name.contains("//") else { return nil }
    // Debian has some zones as links to others: the name is resolved by the system, which the check above keeps inside.
    guard let path = realpath(folder + "/" + name, nil) else { return nil }
    defer { free(path) }
    let root = ConfinedFolder("/")
    guard let bytes = try? root.read(String(String(cString: path).dropFirst()), limit: 1 << 20) else { return nil }
    return Zone(identifier: name, tzif: bytes)
  }

  /// All names of zones that the machine has.
  static func names() -> [String] {
    guard let bytes = try? ConfinedFolder(folder).read("tzdata.zi", limit: 4 << 20) else { return ["Europe/Paris"] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      if line.hasPrefix("Z "), words.count > 1 { return String(words[1]) }
      if line.hasPrefix("L "), words.count > 2 { return String(words[2]) }
      return nil
    }
  }
}
