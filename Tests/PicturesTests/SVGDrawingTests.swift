import Testing

@testable import Pictures

struct SVGDrawingTests {
  static func svg(_ content: String, _ attributes: String = "") -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \(attributes)>\(content)</svg>"
  }

  static func fault(_ text: String) -> SVGFault? {
    do throws(SVGFault) {
      _ = try SVGDrawing(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", SVGFault.script("script")),
    ("<SCRIPT/>", .script("SCRIPT")),
    ("<svg:script href='#a'/>", .script("script")),
    ("<x:script xmlns:x='urn:x'/>", .script("script")),
    ("<g><handler type='x'/></g>", .script("handler")),
    ("<rect onclick='alert(1)'/>", .eventHandler("onclick")),
    ("<rect ONload='alert(1)'/>", .eventHandler("ONload")),
    ("<rect\nonbegin\n=\n'a'/>", .eventHandler("onbegin")),
    ("<foreignObject><p/></foreignObject>", .foreign("foreignObject")),
    ("<FOREIGNobject/>", .foreign("FOREIGNobject")),
    ("<g><x:p xmlns:x='http://www.w3.org/1999/xhtml'/></g>", .foreign("http://www.w3.org/1999/xhtml")),
    ("<x:p xmlns:x='http://www.w3.org/1999/&#x78;html'/>", .foreign("http://www.w3.org/1999/xhtml")),
    ("<x:rect xmlns:x='http://www.w3.org/2000/svg'/>", .foreign("xmlns:x")),
    ("<p xmlns='http://www.w3.org/1999/xhtml'/>", .foreign("p")),
    ("<iframe/>", .foreign("iframe")),
    ("<a xlink:href='javascript:alert(1)'><rect/></a>", .foreign("a")),
    ("<set attributeName='href' to='javascript:alert(1)'/>", .foreign("set")),
    ("<animate attributeName='href' values='x'/>", .foreign("animate")),
    ("<unknown/>", .foreign("unknown")),
    ("<use href='https://evil.example/a.svg#b'/>", .external("use", "https://evil.example/a.svg#b")),
    ("<use xlink:href='other.svg#b'/>", .external("use", "other.svg#b")),
    ("<use xlink:href=' java&#x09;script:alert(1)'/>", .script("xlink:href")),
    ("<use href='data:image/svg+xml;base64,PHN2Zy8+#a'/>", .external("use", "data:image/svg+xml;base64,PHN2Zy8+#a")),
    ("<image href='//evil.example/a.png'/>", .external("image", "//evil.example/a.png")),
    ("<image href='a.png'/>", .external("image", "a.png")),
    ("<image href='data:image/svg+xml;base64,PHN2Zy8+'/>", .external("image", "data:image/svg+xml;base64,PHN2Zy8+")),
    ("<image href='data:image/png;base64,AAAA'/>", .external("image", "data:image/png;base64,AAAA")),
    ("<image href='data:text/html,x'/>", .external("image", "data:text/html,x")),
    ("<feImage xlink:href='http://e.example/'/>", .external("feImage", "http://e.example/")),
    ("<linearGradient href='a.svg#b'/>", .external("linearGradient", "a.svg#b")),
    ("<rect xml:base='https://e.example/'/>", .external("xml:base", "https://e.example/")),
    ("<rect fill='url(https://e.example/a#b)'/>", .external("url", "https://e.example/a#b")),
    ("<rect fill=\"URL( 'a.svg#b' )\"/>", .external("url", "a.svg#b' ")),
    ("<rect style='fill:url(&#x68;ttp://e.example)'/>", .external("url", "http://e.example")),
    ("<rect style='fill:\\75rl(http://e.example)'/>", .style("\\")),
    ("<rect fill='\\75rl(http://e.example)'/>", .style("\\")),
    ("<style>@import 'https://e.example/a.css';</style>", .style("@import")),
    ("<style><![CDATA[@IMPORT url(x)]]></style>", .style("@import")),
    ("<style>@imp<!-- -->ort 'x'</style>", .style("@import")),
    ("<style>@imp<![CDATA[ort 'x']]></style>", .style("@import")),
    ("<style>a{background:image-set('https://e.example/a' 1x)}</style>", .style("image-set(")),
    ("<style>rect{fill:url(//e.example)}</style>", .external("url", "//e.example")),
    (
      "<style>@font-face{font-family:a;src:url(data:font/woff;base64,AA)}</style>",
      .external("url", "data:font/woff;base64,aa")
    ),
    ("<rect style='behavior:url(#x)'/>", .style("behavior")),
    ("<text>&xxe;</text>", .entities),
    ("<rect id='&xxe;'/>", .entities),
    ("<?xml-stylesheet href='a.css'?>", .instruction("xml-stylesheet")),
    ("<?php echo 1 ?>", .instruction("php")),
    ("<?xpacket begin=''?>", .metadata),
    ("<metadata><x:xmpmeta xmlns:x='adobe:ns:meta/'/></metadata>", .metadata),
    ("<g>", .malformed), ("</g>", .malformed), ("<g></svg>", .malformed), ("<g a=b/>", .malformed),
    ("<g a='1' a='2'/>", .malformed), ("<!-- ", .malformed), ("<g a='<'/>", .malformed), ("<é/>", .malformed),
    ("<g x='1'y='2'/>", .malformed), ("<![CDATA[", .malformed),
  ])
  func `what could run, fetch or hide something is refused`(content: String, fault: SVGFault) {
    #expect(Self.fault(Self.svg(content)) == fault)
  }

  @Test(arguments: [
    ("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg(""), SVGFault.entities),
    ("<!DOCTYPE svg SYSTEM \"file:///etc/passwd\">" + svg(""), .entities),
    ("<!ENTITY a 'b'>" + svg(""), .entities),
    ("<?xml version='1.0' encoding='UTF-7'?>" + svg(""), .encoding),
    ("<?xml version='1.0' encoding='iso-2022-jp'?>" + svg(""), .encoding),
    ("<svg/>", .malformed), ("<svg xmlns='urn:x'/>", .foreign("urn:x")), ("", .malformed), ("<g/>", .malformed),
    (svg("") + svg(""), .malformed), (svg("") + "<script/>", .malformed),
    (svg("", "onload='alert(1)'"), .eventHandler("onload")),
    (String(repeating: "<g>", count: 100_000), .malformed),
    (svg(String(repeating: "<g>", count: 200) + String(repeating: "</g>", count: 200)), .malformed),
  ])
  func `the whole is refused for its frame`(text: String, fault: SVGFault) {
    #expect(Self.fault(text) == fault)
  }

  /// Ten things, `depth` times over: each group uses the one before it ten times.
  private static func nested(_ depth: Int, by reference: (Int) -> String) -> String {
    (0..<depth).reduce("<g id='g0'><rect/></g>") { text, level in
      text + "<g id='g\(level + 1)'>" + String(repeating: reference(level), count: 10) + "</g>"
    }
  }

  /// A path of so many points.
  private static func line(_ count: Int) -> String { String(repeating: "1 1 ", count: count) }

  /// Markers, each made of what is marked with the one before.
  private static func marked(_ depth: Int, by shape: (Int) -> String) -> String {
    (0..<depth).reduce("<marker id='m0'><rect/></marker>") { text, level in
      text + "<marker id='m\(level + 1)'>\(shape(level))</marker>"
    } + shape(depth)
  }

  @Test(arguments: [
    nested(6) { "<use href='#g\($0)'/>" },
    nested(6) { "<use xlink:href='#g\($0)' xmlns:xlink='http://www.w3.org/1999/xlink'/>" },
    "<defs>" + nested(6) { "<use href='#g\($0)'/>" } + "</defs><use href='#g6'/>",
    // Each by what it fills, masks, marks or filters with.
    "<defs><pattern id='p'>" + nested(4) { "<use href='#g\($0)'/>" } + "</pattern></defs>"
      + String(repeating: "<rect fill='url(#p)'/>", count: 100),
    "<defs><mask id='p'>" + nested(4) { "<use href='#g\($0)'/>" } + "</mask></defs>"
      + String(repeating: "<rect style='mask: url( \"#p\" )'/>", count: 100),
    "<style>path{marker-mid:url(#p)}</style><defs><marker id='p'>" + nested(4) { "<use href='#g\($0)'/>" }
      + "</marker></defs>" + String(repeating: "<path d='M0 0'/>", count: 100),
    "<filter id='f'>" + String(repeating: "<feTurbulence/>", count: 20) + "</filter>"
      + String(repeating: "<rect filter='url(#f)'/>", count: 10),
    // Markers stand at each point, and their shapes have points in turn; by attributes, by what is inherited, by rules.
    marked(3) { "<path marker-mid='url(#m\($0))' d='\(line(40))'/>" },
    marked(3) { "<g marker='url(#m\($0))'><polyline points='\(line(40))'/></g>" },
    marked(3) { "<path class='x m\($0)' d='\(line(40))'/>" }
      + "<style>/* { */ @media all { svg .m0, .m1 { fill: red; marker-end: url(#m1) } } .m2 { &amp; { marker: url(#m2) } } "
      + ".m1 { marker: url( '#m1' ) } g > path.m3{stroke:red;marker-mid:url(#m3)}</style>",
    "<style>path{d:path('\(line(1_000))');marker-mid:url(#m)}</style><marker id='m'><rect/><rect/></marker>"
      + String(repeating: "<path/>", count: 20),
    // A sign that bears an accent is that sign to a browser.
    marked(3) { "<path class='m\($0)' d='\(line(40))'/>" }
      + "<style>" + (0...3).map { ".m\($0)\u{20}{\u{301}:x;\u{301}:y;marker:\u{301} url(#m\($0))}\u{301}:x{}" }.joined()
      + "</style>",
    // Filters without an element of their own.
    "<style>*{filter:blur(9px)}</style>" + String(repeating: "<rect/>", count: 1_000),
    String(repeating: "<rect style='filter: drop-shadow(0 0 9px red)'/>", count: 1_000),
    String(repeating: "<rect filter='blur(9px)'/>", count: 1_000),
    "<style>rect{filter:inherit}</style><g filter='blur(9px)'>" + String(repeating: "<rect/>", count: 1_000) + "</g>",
    "<style>svg{--x:blur(9px)} rect{filter:var(--x)}</style><rect/>",
    "<style>text{font-family:'a}'} rect{filter:blur(9px)}</style>" + String(repeating: "<rect/>", count: 1_000),
    // What is long by itself, many times.
    "<path id='a' d='\(line(50_000))'/>" + String(repeating: "<use href='#a'/>", count: 200),
    "<text id='a'>\(line(50_000))</text>" + String(repeating: "<use href='#a'/>", count: 200),
    "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
    "<use id='u' href='#u'/>",
    String(repeating: "<rect/>", count: 60_000),
  ])
  func `what stands for more than a browser draws is refused`(content: String) {
    #expect(Self.fault(Self.svg(content)) == .tooMuch)
  }

  @Test(arguments: [
    nested(4) { "<use href='#g\($0)'/>" },
    String(repeating: "<path d='M0 0'/>", count: 20_000),
    "<defs><linearGradient id='l'><stop/><stop/></linearGradient></defs><style>.a{fill:url(#l)}</style>"
      + String(repeating: "<rect class='a' fill='url(#l)'/>", count: 5_000),
    "<filter id='f'><feGaussianBlur/><feOffset/><feMerge/></filter>"
      + String(repeating: "<rect filter='url(#f)'/>", count: 100),
    // Rules hold for what they name.
    "<style>.a{filter:blur(2px)}.b,#c{fill:url('#p')}rect.d{marker:url(#m)}</style><pattern id='p'><path/></pattern>"
      + "<marker id='m'><path/></marker><g class='a'><rect class='b'/></g>"
      + String(repeating: "<path d='\(line(20))'/>", count: 5_000),
    "<style>path:hover{fill:url(#l)}</style><linearGradient id='l'><stop/></linearGradient><path/>",
    "<marker id='m'><path d='M0 0L1 1L0 2z'/></marker>"
      + String(repeating: "<path marker-end='url(#m)' d='\(line(20))'/>", count: 100),
    "<path d='\(line(200_000))'/><text>\(line(20_000))</text>",
    "<style>svg{--ink:#123} path{fill:var(--ink)}</style><path/>",
  ])
  func `large drawings that browsers draw at once are published`(content: String) {
    #expect(Self.fault(Self.svg(content)) == nil)
  }

  @Test func `other encodings are refused`() {
    #expect(throws: SVGFault.encoding) { try SVGDrawing([0xFF, 0xFE, 0x3C, 0x00]) }
  }

  @Test(arguments: [
    svg("<rect fill='url(#a)' style=\"filter: url('#b')\"/><use xlink:href='#c'/><style>.a{fill:#c00}</style>"),
    "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Inkscape -->\n"
      + svg(
        "<sodipodi:namedview inkscape:zoom='1'/><metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
          + "<cc:Work xmlns:cc='http://creativecommons.org/ns#' rdf:about=''/></rdf:RDF></metadata><text>A &amp; &#233;</text>",
        "xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'"
      ),
    "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
      + svg("<g><path d='M0 0'/></g>"),
    "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:rect/></svg:svg>",
    svg(
      "<image href='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==' width='1' height='1'/>"),
  ])
  func `drawings as programs write them are published`(text: String) {
    #expect(Self.fault(text) == nil)
  }

  @Test func `a photo within a drawing must say as little as one outside`() {
    let exif = TestPictures.photo([0xFF, 0xD8], orientation: 1, hasPosition: true) + [0xFF, 0xD9]
    let text = Self.svg("<image href='data:image/jpeg;base64,\(Self.base64(exif))'/>")
    #expect(Self.fault(text) == .metadata)
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
      let bits = three[0] << 16 | three[1] << 8 | three[2]
      for place in 0..<4 {
        result.append(start + place <= bytes.count ? alphabet[bits >> (18 - place * 6) & 63] : "=")
      }
    }
    return result
  }

  @Test(arguments: [
    ("width='120' height='80'", 120, 80), ("width='1in' height='25.4mm'", 96, 96), ("viewBox='0 0 300 100'", 300, 100),
    ("width='100%' height='100%' viewBox='0,0,64,32'", 64, 32), ("width='10' viewBox='0 0 20 40'", 10, 20),
    ("height='10px' viewBox='0 0 20 40'", 5, 10), ("", 300, 150), ("width='-3' height='0'", 300, 150),
    ("width='1e999' height='nan'", 300, 150), ("width='1e30' height='1'", 100_000, 1), ("viewBox='a b c d'", 300, 150),
    ("viewBox='0 0 1e-300 1e300' width='4'", 4, 100_000),
  ])
  func `a drawing has a size`(attributes: String, width: Int, height: Int) throws {
    let drawing = try SVGDrawing(Array(Self.svg("", attributes).utf8))
    #expect((drawing.width, drawing.height) == (width, height))
  }

  @Test func `text of any kind is read without harm`() {
    let source = Array(
      Self.svg("<style>a{fill:url(#x)}</style><g a='&amp;'><![CDATA[x]]><!-- y --></g>", "viewBox='0 0 1 1'").utf8)
    var state: UInt64 = 1_442_695_040_888_963_407
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % limit
    }
    let signs = Array("<>&;'\"!?/=:[]- a\u{00}".utf8)
    var passed = 0
    for _ in 0..<4000 {
      var bytes = source
      for _ in 0...random(3) {
        let at = random(bytes.count)
        if random(2) == 0 { bytes.remove(at: at) } else { bytes[at] = signs[random(signs.count)] }
      }
      if (try? SVGDrawing(bytes)) != nil { passed += 1 }
    }
    #expect(passed > 10)
  }
}
