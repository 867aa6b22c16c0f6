import Testing

@testable import Publishing

/// A style sheet is published without what says nothing, and means what it meant.
@Suite struct StyleSheetWeightTests {
  @Test(arguments: [
    (
      "/* a */\n.a {\n  color: red;\n  margin: 0 auto;\n}\n\n.b, .c > d { top: 0 }\n",
      ".a{color:red;margin:0 auto}.b,.c > d{top:0}"
    ),
    // What a blank means something in.
    (".a :hover, .a:hover { width: calc(1px + 2px) }", ".a :hover,.a:hover{width:calc(1px + 2px)}"),
    (
      "@media (min-width: 1px) and (max-width: 2px) { a { b: c !important; } }",
      "@media (min-width:1px) and (max-width:2px){a{b:c !important}}"
    ),
    ("a/* x */b { c: d }", "a/**/b{c:d}"), ("*/* x */.a { b: c }", "*/**/.a{b:c}"),
    ("a { b:/* x */c/* y */ }", "a{b:c}"),
    // Strings and addresses.
    (".a::before { content: \"/* { ; }  x\" }", ".a::before{content:\"/* { ; }  x\"}"),
    ("a { b: 'it\\'s  ;}' ; c: \"x\" }", "a{b:'it\\'s  ;}';c:\"x\"}"),
    ("a { b: url(data:x/*y; , ) c }", "a{b:url(data:x/*y; , ) c}"),
    ("a { b: url(\"x) { \") c }", "a{b:url(\"x) { \") c}"), ("a { --b: ; }", "a{--b:}"),
    // What never ends.
    ("a { b: c } /* open", "a{b:c}"), ("a { b: \"open", "a{b:\"open"), ("", ""), ("\\", "\\"),
  ])
  func `what says nothing is left out`(sheet: String, light: String) {
    let found = StyleSheetWeight.lightened(Array(sheet.utf8))
    #expect(String(decoding: found, as: UTF8.self) == light)
    #expect(StyleSheetWeight.lightened(found) == found)
  }
}
