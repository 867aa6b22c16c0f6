import Files
import Foundation
import Site
import Text

// What the names of files and folders mean, whether they are there or not.
extension ContentTree {
  /// The names of which the slug of an entry is made; `steps` are its path below the folder of its kind.
  static func slugs(_ kind: EntryKind, _ steps: [String]) -> [String] {
    // Sub-folders are for the order of those who write; only pages stand below each other on the site.
    let folders = kind == .page ? steps.dropLast().filter { !draftFolders.contains(Folding.slug($0)) } : []
    return folders.map(Folding.slug) + steps.suffix(1).map { Folding.slug(ContentFiles.stem($0)) }
  }

  /// The kind of entry in whose folder a file stands, or stood; `path` is that from the project's root.
  static func kind(ofPath path: String) -> EntryKind? {
    let steps = path.split(separator: "/", maxSplits: 2)
    return steps.count == 3 && steps[0] == folder ? EntryKind(folderName: steps[1]) : nil
  }

  /// The entry that a file was which stood at `path` from the project's root; `nil` where it was none.
  static func entry(thatWasAt path: String) -> EntryFile? {
    let file = ContentFile(path: String(path.dropFirst(folder.count + 1)))
    guard let kind = kind(ofPath: path), file.fileExtension == "md",
      !path.split(separator: "/").contains(where: { isLeftAlone(String($0)) || !isSafe(String($0)) })
    else { return nil }
    let slugs = slugs(kind, file.path.split(separator: "/").dropFirst().map(String.init))
    guard slugs.allSatisfy({ !$0.isEmpty && $0.utf8.count <= longestSlug }) else { return nil }
    let key = EntryKey(kind: kind, slug: slugs.joined(separator: "/"))
    return EntryFile(file: file, key: key, stamp: FileStamp(stat()), isDraft: isAmongDrafts(file.path))
  }

  /// Bytes of one step of an address, at most.
  static let longestSlug = 200

  private static let draftFolders: Set<String> = ["brouillons", "brouillon", "drafts", "draft"]

  /// Whether one of the folders below that of its kind is for drafts.
  static func isAmongDrafts(_ path: String) -> Bool {
    path.split(separator: "/").dropFirst().dropLast().contains { draftFolders.contains(Folding.slug(String($0))) }
  }

  /// Read by people, or by nobody.
  static func isLeftAlone(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("_")
      || ContentFiles.isText(name) && guides.contains(ContentFiles.stem(name).lowercased())
  }

  /// Texts for those who write, among the others.
  private static let guides: Set<String> = ["lisezmoi", "readme", "envoyer"]

  /// Slugs of files that are no entries, or can't be copied to every computer.
  static let reservedNames = guides.union(reservedByWindows)

  /// Whether a file `<slug>.md` is read, and can be copied to a computer with Windows.
  static func isOrdinary(_ slug: String) -> Bool {
    !isLeftAlone(slug + ContentFiles.ending) && !reservedByWindows.contains(slug)
  }

  /// Whether a name has no sign that would hide something of it, or that systems forbid.
  static func isSafe(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x5C, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        return false
      default: return true
      }
    }
  }

  static let reservedByWindows: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]
}
