import Text

/// The site that is left: which addresses are its own, and how they are compared.
struct OldSite: Sendable {
  /// Its host in small letters and without `www.`; empty where it is not known.
  let host: String
  /// What its addresses begin with behind the host: empty, or `/blog`.
  let path: String
  /// With its scheme, without a slash at the end.
  let address: String

  init(_ address: String) {
    let parts = Self.parts(of: address)
    host = parts?.host ?? ""
    var path = parts?.path ?? ""
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.address = parts == nil ? "" : address.hasSuffix("/") ? String(address.dropLast()) : address
  }

  /// What an address of the site is known by, so that all ways to write it are one; `nil` where it is none of the site's.
  func key(of address: String) -> String? { pathAndQuery(of: address).map(Self.folded) }

  /// Whether an address with a scheme is one of the site's pages or files.
  func isOwn(_ address: String) -> Bool { !host.isEmpty && Self.parts(of: address)?.host == host }

  /// The path of an address of the site, from the root of its host, with its query and without its fragment.
  func pathAndQuery(of address: String) -> String? {
    let whole = address.utf8.prefix { $0 != UInt8(ascii: "#") }
    if whole.first == UInt8(ascii: "/"), whole.dropFirst().first != UInt8(ascii: "/") {
      return String(Substring(whole))
    }
    guard !host.isEmpty, let parts = Self.parts(of: address), parts.host == host else { return nil }
    return parts.path.hasPrefix("/") ? parts.path : "/" + parts.path
  }

  private static func folded(_ path: String) -> String {
    // As most are: nothing in it can be written in another way, but for slashes at its end.
    let isPlain = !path.holdsByte { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        false
      default: true
      }
    }
    if isPlain {
      let last = path.utf8.lastIndex { $0 != UInt8(ascii: "/") }
      return last.map { String(path[...$0]) } ?? ""
    }
    var name = path
    var query = ""
    if let mark = path.firstIndex(of: "?") {
      name = String(path[..<mark])
      query = String(path[mark...])
    }
    name = PercentCoding.decoded(name)
    if name.hasSuffix("/index.html") || name.hasSuffix("/index.php") {
      name = String(name[...(name.lastIndex(of: "/") ?? name.startIndex)])
    }
    while name.hasSuffix("/") { name.removeLast() }
    return name.lowercased() + query
  }

  /// The host of an address of the web in small letters, without `www.` and port, and what stands behind it up to the fragment;
  /// `nil` where it is none.
  static func parts(of address: String) -> (host: String, path: String)? {
    guard let scheme = address.hasPrefix("//") ? "//" : WebScheme(of: address)?.rawValue else { return nil }
    let rest = address.utf8.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let named = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[authority.index(after: $0)...] } ?? authority
    let host = Substring(named.prefix { $0 != UInt8(ascii: ":") }).lowercased()
    guard !host.isEmpty else { return nil }
    let path = rest[authority.endIndex...].prefix { $0 != UInt8(ascii: "#") }
    return (known(host), String(Substring(path)))
  }

  /// An address as it was meant, whatever the lines of a file have made of it.
  static func unbroken(_ address: String) -> String { address.split(whereSeparator: \.isWhitespace).joined() }

  /// What a host is known by, so that all its names are one: `www.` means nothing, and a blog of Blogger stands under the names
  /// of all countries.
  private static func known(_ host: String) -> String {
    let host = WebAddress.plain(host)
    guard let before = host.offset(of: ".blogspot.") else { return host }
    return host[bytes: 0..<before] + ".blogspot.com"
  }

  /// An address without what says who came from where.
  static func withoutTracking(_ address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let behind = address[address.index(after: mark)...]
    let query = behind.prefix { $0 != "#" }
    let names = ["fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "yclid"]
    let kept = query.split(separator: "&").filter { part in
      let name = part.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !names.contains(name)
    }
    guard kept.count < query.split(separator: "&").count else { return address }
    return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + behind[query.endIndex...]
  }

  /// Whether addresses mean one picture in two sizes: with one name in folders of one host, as Blogger has them.
  static func isSamePicture(_ a: String, _ b: String) -> Bool {
    guard let (host, path) = parts(of: a), let (other, its) = parts(of: b), host == other else { return false }
    // `…=s320` is one in a size of 320 pixels.
    func name(_ path: String) -> Substring? { path.split(separator: "/").last?.split(separator: "=").first }
    return name(path) == name(its) && name(path) != nil
  }

  /// `address` with the last step of `path` in the place of that of its own path.
  static func address(_ address: String, named path: String) -> String {
    let whole = address.withoutQuery
    guard let slash = whole.lastIndex(of: "/"), let name = path.split(separator: "/").last else { return address }
    return whole[...slash] + PercentCoding.path(String(name))
  }

  /// `address` as seen from the page at `base`.
  static func absolute(_ address: String, from base: String) -> String {
    let lower = address.lowercased()
    let hasScheme = lower.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }.count
    if hasScheme > 0, lower.dropFirst(hasScheme).first == ":" { return address }
    guard let scheme = base.firstRange(of: "://") else { return address }
    if address.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + address }
    let rest = base[scheme.upperBound...].withoutQuery
    let host = rest.prefix { $0 != "/" }
    let origin = base[..<scheme.upperBound] + host
    if address.hasPrefix("/") { return origin + address }
    if address.hasPrefix("?") { return origin + rest.dropFirst(host.count) + address }
    var steps = rest.dropFirst(host.count).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if !steps.isEmpty { steps.removeLast() }
    let path = address.withoutQuery
    for step in path.split(separator: "/", omittingEmptySubsequences: false) where step != "." {
      if step == ".." {
        if steps.count > 1 { steps.removeLast() }
      } else {
        steps.append(String(step))
      }
    }
    let joined = steps.joined(separator: "/")
    return origin + (joined.hasPrefix("/") ? "" : "/") + joined + address.dropFirst(path.count)
  }
}
