// swift-tools-version: 6.1
import PackageDescription

/// The language rules every target of ours is compiled with.
let house: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A module of ours and, beside it, the folder of its tests.
func module(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

let package = Package(
  name: "gazette",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "gazette", targets: ["gazette"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // From the inside out: each module imports only modules named above it.
    module("HTML"),
    module("Markup", ["HTML"]),
    module("Markdown", ["Markup", "CCmarkGFM"]),
    module("Diagnostics"),
    module("Site", ["Markup"]),
    module("Pictures", ["Diagnostics", "Markup", crypto]),
    module("Reading", ["Diagnostics", "HTML", "Markdown", "Markup", "Site", yams]),
    module("Theming", ["HTML", "Markup", "Site"]),
    module("Publishing", ["Diagnostics", "HTML", "Markup", "Site", "Theming", crypto]),
    module("Authoring", ["Diagnostics", "Markup", "Publishing", "Reading", "Site", "Theming"]),
    module("ThemeChampigny", path: "Themes/Champigny/Templates", ["HTML", "Markup", "Site", "Theming"]),
    module("Serving", ["Diagnostics", "HTML", "Publishing", crypto, flyingFox]),
    .executableTarget(
      name: "gazette",
      dependencies: [
        "Authoring", "Diagnostics", "Markdown", "Markup", "Pictures", "Publishing", "Reading", "Serving", "Site",
        "ThemeChampigny", "Theming", argumentParser,
      ],
      swiftSettings: house),

    // Only for `make audit`: random schedules for other programs to expand.
    .executableTarget(
      name: "schedule-probe", dependencies: ["Publishing", "Site"], path: "Tests/Probes/schedule-probe",
      swiftSettings: house),

    tests("HTMLTests", ["HTML"]),
    tests("MarkupTests", ["Markup"]),
    tests("MarkdownTests", ["Markdown", "Markup"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("ReadingTests", ["Diagnostics", "Markup", "Reading", "Site"]),
    tests("SiteTests", ["Site"]),
    tests("AuthoringTests", ["Authoring", "Diagnostics", "Markup", "Publishing", "Reading", "Site"]),
    tests("ServingTests", ["Diagnostics", "Publishing", "Serving"]),
    tests("ThemeTests", ["HTML", "Markup", "Site", "Theming", "ThemeChampigny"]),
    tests("PicturesTests", ["Diagnostics", "Markup", "Pictures"]),
    tests("PublishingTests", ["Diagnostics", "HTML", "Markup", "Publishing", "Site", "Theming"]),
    tests("EndToEndTests", ["Publishing", "Reading", "Serving", "Site", "gazette", yams]),
  ]
)
