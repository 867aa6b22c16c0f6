// swift-tools-version: 6.1
import PackageDescription

/// The language rules every target of ours is compiled with, and where the headers of libxml2 are, which who imports `Importing`
/// needs too. They are not asked of pkg-config: it would have the library linked, which is loaded where something is imported,
/// and nowhere else.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .unsafeFlags(["-Xcc", "-iwithsysroot/usr/include/libxml2"]),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
/// An HTTP server without Foundation's networking, which no command uses and each would load.
let nio: [Target.Dependency] = ["NIOCore", "NIOHTTP1", "NIOPosix"].map { .product(name: $0, package: "swift-nio") }
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A module of ours and, beside it, the folder of its tests.
func module(
  _ name: String, path: String? = nil, exclude: [String] = [], embedding resource: String? = nil,
  _ dependencies: [Target.Dependency] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude,
    resources: resource.map { [.embedInCode($0)] }, swiftSettings: house)
}

func tests(
  _ name: String, path: String? = nil, exclude: [String] = [], _ dependencies: [Target.Dependency]
) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: house)
}

/// What must hold of any input: tests check it of those that are kept, and the fuzzer, for which `Tests/Fuzzing/run` asks
/// alone, of those that it makes up.
let fuzzing: Target = {
  let (path, modules): (String, [Target.Dependency]) = (
    "Tests/Fuzzing",
    [
      "Building", "Diagnostics", "Files", "Importing", "Markdown", "Markup", "Pictures", "Presenting", "Publishing",
      "Reading", "Serving", "Site", "TestSupport", "Text", "Threads", "Time",
    ] + nio
  )
  let others = ["cmark", "dictionaries", "run", "seeds"]
  if Context.environment["GAZETTE_FUZZ"] == nil {
    return tests("FuzzingTests", path: path, exclude: others + ["Fuzzer"], modules)
  }
  return .target(
    name: "Fuzzer", dependencies: modules + ["CCmarkGFM"], path: path, exclude: others + ["FuzzingTests.swift"],
    swiftSettings: house)
}()

/// The program, and for the fuzzer, whose `main` is libFuzzer's, all that it is linked of.
let products: [Product] =
  [.executable(name: "gazette", targets: ["gazette"])]
  + (fuzzing.isTest ? [] : [.library(name: "fuzzer-objects", type: .static, targets: [fuzzing.name])])

let package = Package(
  name: "gazette",
  platforms: [.macOS(.v15)],
  products: products,
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    // Only for `swift package generate-documentation`; no target uses it, so that nothing builds it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CLandlock"),
    .systemLibrary(name: "COpenBeneath"),
    // Nobody imports these: they are linked into the program.
    .target(name: "CRoom"),
    .target(name: "CICUData"),
    .systemLibrary(name: "CLibXML2", providers: [.apt(["libxml2-dev"])]),

    // In the order of the way from the content to the site: each module imports only modules named above it.
    module("Threads"),
    module("Text"),
    module("Digests", ["CMessageDigest"]),
    module("Files", ["Threads", "CLandlock", "COpenBeneath"]),
    module("HTML", ["Text"]),
    module("Markup", ["HTML", "Text"]),
    module("Markdown", ["Markup", "Threads", "CCmarkGFM"]),
    module("Time", ["Text"]),
    module("Diagnostics", ["Text"]),
    module("Site", ["Markup", "Text", "Threads", "Time"]),
    module(
      "Reading",
      ["Diagnostics", "Digests", "Files", "HTML", "Markdown", "Markup", "Site", "Text", "Threads", "Time", yams]),
    module("Pictures", ["Diagnostics", "Digests", "Files", "Markup", "Text", "Threads"]),
    module("Presenting", ["HTML", "Markup", "Site", "Text", "Time"]),
    module(
      "ThemeChampigny", path: "Themes/Champigny/Templates", ["HTML", "Markup", "Presenting", "Site", "Text", "Time"]),
    module("QRCode"),
    module("Search", embedding: "search.js", ["Markup", "Site", "Text", "Time"]),
    module(
      "Publishing", embedding: "Proposal/proposer.js",
      [
        "Diagnostics", "Digests", "HTML", "Markup", "Presenting", "QRCode", "Search", "Site", "Text", "Threads", "Time",
      ]),
    module("Review", ["Diagnostics", "HTML", "Presenting", "Publishing", "Site", "Text", "Time"]),
    module("Writing", ["Digests", "Files", "Publishing", "Text"]),
    module(
      "Building", exclude: ["Starter"],
      [
        "Diagnostics", "Files", "Markup", "Pictures", "Presenting", "Publishing", "Reading", "Review", "Site",
        "Text", "ThemeChampigny", "Time", "Writing",
      ]),
    module("Authoring", ["Diagnostics", "Markup", "Presenting", "Publishing", "Reading", "Site", "Text", "Time"]),
    module("Serving", ["Diagnostics", "Files", "HTML", "Publishing", "Site", "Text"] + nio),
    module(
      "Importing",
      [
        "Authoring", "Building", "Diagnostics", "Digests", "Files", "HTML", "Markdown", "Markup", "Pictures",
        "Presenting", "Reading", "Site", "Text", "Threads", "Time", "CLibXML2",
      ]),
    module("Looking", ["Building", "Diagnostics", "Files", "Publishing", "Site", "Text", "Time"]),
    module("Uploading", ["Building", "Digests", "Files", "Reading", "Site", "Text", "Time", "Writing"]),
    .executableTarget(
      name: "gazette",
      dependencies: [
        "Authoring", "Building", "Diagnostics", "Files", "Importing", "Looking", "Markdown", "Markup", "Pictures",
        "Publishing", "Reading", "Review", "Serving", "Site", "Text", "Time", "Uploading", "Writing", "CICUData",
        "CRoom",
        argumentParser,
      ],
      swiftSettings: house),

    // What several tests and probes want.
    module("TestSupport", path: "Tests/Support", ["Digests"]),

    // Only for `make audit`: random schedules for other programs to expand.
    .executableTarget(
      name: "schedule-probe", dependencies: ["Publishing", "Site", "TestSupport", "Time"],
      path: "Tests/Probes/schedule-probe",
      swiftSettings: house),

    tests("TextTests", ["TestSupport", "Text"]),
    tests("ThreadsTests", ["Threads"]),
    tests("DigestsTests", ["Digests", "Text"]),
    tests("FilesTests", ["Files", "Threads"]),
    tests("HTMLTests", ["HTML"]),
    tests("MarkupTests", ["Markup", "TestSupport"]),
    tests("MarkdownTests", ["Markdown", "Markup"]),
    tests("TimeTests", exclude: ["phrases.txt"], ["TestSupport", "Time"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("SiteTests", ["Site"]),
    tests(
      "ReadingTests", exclude: ["Snapshots"],
      ["Diagnostics", "Files", "Markdown", "Markup", "Reading", "Site", "TestSupport", "Text", "Threads", "Time"]),
    tests("PicturesTests", ["Files", "Markup", "Pictures", "Text", "Threads"]),
    tests("ThemeTests", ["HTML", "Markup", "Presenting", "Site", "Text", "ThemeChampigny", "Time"]),
    tests("QRCodeTests", ["QRCode"]),
    tests("SearchTests", ["Search", "Text"]),
    tests(
      "PublishingTests", exclude: ["Calendar/vevents.txt"],
      [
        "Diagnostics", "HTML", "Markup", "Presenting", "Publishing", "Review", "Site", "TestSupport", "Text", "Threads",
        "Time",
      ]),
    tests("WritingTests", ["Publishing", "Site", "TestSupport", "Threads", "Writing"]),
    tests("AuthoringTests", ["Authoring", "Diagnostics", "Markup", "Reading", "Site", "TestSupport", "Text", "Time"]),
    tests(
      "ImportingTests",
      [
        "Building", "Diagnostics", "Importing", "Markup", "Pictures", "Publishing", "Reading", "Site", "TestSupport",
        "Text", "Time",
      ]),
    tests("LookingTests", ["Looking", "Publishing", "Site"]),
    tests("UploadingTests", ["Building", "Files", "TestSupport", "Uploading"]),
    tests("ServingTests", ["Diagnostics", "Publishing", "Serving", "Site", "Threads"]),
    fuzzing,
    tests(
      "EndToEndTests",
      [
        "Building", "Files", "Pictures", "Publishing", "Reading", "Search", "Serving", "Site", "TestSupport", "Text",
        "ThemeChampigny", "Time", "gazette", yams,
      ]),
  ]
)
