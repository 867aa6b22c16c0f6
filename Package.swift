// swift-tools-version: 6.1
import PackageDescription

/// The language rules every target of ours is compiled with.
let house: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
/// An HTTP server without Foundation's networking, which no command uses and each would load.
let nio: [Target.Dependency] = ["NIOCore", "NIOHTTP1", "NIOPosix"].map { .product(name: $0, package: "swift-nio") }
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A module of ours and, beside it, the folder of its tests.
func module(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: house)
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
    ["Diagnostics", "Files", "Markdown", "Markup", "Pictures", "Publishing", "Reading", "Site", "Text", "Theming"]
  )
  let others = ["dictionaries", "run", "seeds"]
  if Context.environment["GAZETTE_FUZZ"] == nil {
    return tests("FuzzingTests", path: path, exclude: others + ["Fuzzer"], modules + ["TestSupport"])
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
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // From the inside out: each module imports only modules named above it.
    module("Threads"),
    module("Text"),
    module("HTML", ["Text"]),
    module("Markup", ["HTML", "Text"]),
    module("Markdown", ["Markup", "Threads", "CCmarkGFM"]),
    module("Files", ["Threads"]),
    module("Diagnostics", ["Text"]),
    module("Site", ["Markup", "Text", "Threads"]),
    module("Pictures", ["Diagnostics", "Files", "Markup", crypto]),
    module("Reading", ["Diagnostics", "Files", "HTML", "Markdown", "Markup", "Site", "Text", "Threads", yams]),
    module("Theming", ["HTML", "Markup", "Site", "Text"]),
    module("Publishing", ["Diagnostics", "Files", "HTML", "Markup", "Site", "Text", "Theming", "Threads", crypto]),
    module("Authoring", ["Diagnostics", "Markup", "Publishing", "Reading", "Site", "Theming"]),
    module("ThemeChampigny", path: "Themes/Champigny/Templates", ["HTML", "Markup", "Site", "Theming"]),
    module(
      "Building",
      ["Diagnostics", "Files", "Markup", "Pictures", "Publishing", "Reading", "Site", "Theming", "ThemeChampigny"]),
    module("Serving", ["Diagnostics", "Files", "HTML", "Publishing", "Site", "Text", crypto] + nio),
    .executableTarget(
      name: "gazette",
      dependencies: [
        "Authoring", "Building", "Diagnostics", "Files", "Markdown", "Markup", "Pictures", "Publishing", "Reading",
        "Serving",
        "Site", "ThemeChampigny", "Theming", argumentParser,
      ],
      swiftSettings: house),

    // What several tests and probes want.
    module("TestSupport", path: "Tests/Support"),

    // Only for `make audit`: random schedules for other programs to expand.
    .executableTarget(
      name: "schedule-probe", dependencies: ["Publishing", "Site", "TestSupport"], path: "Tests/Probes/schedule-probe",
      swiftSettings: house),

    tests("TextTests", ["Text"]),
    tests("FilesTests", ["Files", "Threads"]),
    tests("HTMLTests", ["HTML"]),
    tests("MarkupTests", ["Markup"]),
    tests("MarkdownTests", ["Markdown", "Markup"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests(
      "ReadingTests", exclude: ["Snapshots"],
      ["Diagnostics", "Files", "Markup", "Reading", "Site", "TestSupport", "Threads"]),
    tests("SiteTests", ["Site", "TestSupport"]),
    tests("AuthoringTests", ["Authoring", "Diagnostics", "Markup", "Publishing", "Reading", "Site", "TestSupport"]),
    tests("ServingTests", ["Diagnostics", "Publishing", "Serving", "Site", "Threads"]),
    tests("ThemeTests", ["HTML", "Markup", "Site", "Theming", "ThemeChampigny"]),
    tests("PicturesTests", ["Diagnostics", "Markup", "Pictures", "Threads"]),
    tests(
      "PublishingTests",
      ["Diagnostics", "HTML", "Markup", "Publishing", "Site", "TestSupport", "Text", "Theming", "Threads"]),
    fuzzing,
    tests("EndToEndTests", ["Diagnostics", "Files", "Publishing", "Reading", "Serving", "Site", "gazette", yams]),
  ]
)
