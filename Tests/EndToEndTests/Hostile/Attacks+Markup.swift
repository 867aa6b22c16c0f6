/// Markup and addresses in texts: what would run in a reader's browser.
extension Attack {
  private static let script = "<script>alert(1)</script>"
  private static let handler = "\"><img src=x onerror=alert(1)>"

  static let markup: [Attack] = [
    .text("a script", "Avant \(script) après", .warned("HTML")),
    .text("a block of script", "<script>\nalert(1)\n</script>", .warned("HTML")),
    .text("an event handler", "<img src=x onerror=alert(1)>", .warned("HTML")),
    .text("a drawing that runs", "<svg onload=alert(1)></svg>", .warned("HTML")),
    .text("a frame", "<iframe src=\"https://evil.example\"></iframe>", .warned("HTML")),
    .text("a style", "<style>@import 'https://evil.example/x.css';</style>", .warned("HTML")),
    .text("a form", "<form action=\"https://evil.example\"><input name=p></form>", .warned("HTML")),
    .text("a refresh", "<meta http-equiv=refresh content=\"0;url=https://evil.example\">", .warned("HTML")),
    .text("a base address", "<base href=\"https://evil.example/\">", .warned("HTML")),
    .text("a tag without end", "<img src=x onerror=alert(1) //", .harmless),
    .text("markup in entities", "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b onclick=x&#62;", .harmless),
    .text("a comment that opens", "<!--><script>alert(1)</script>-->", .warned("commentaire")),
    .text("a section of CDATA", "<![CDATA[<script>alert(1)</script>]]>", .warned("HTML")),
    .text("an instruction", "<?php system('id'); ?>", .warned("HTML")),
    .text("markup in a heading", "## \(handler)", .warned("HTML")),
    .text("an entity in a heading", "## &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;", .harmless),
    .text("markup in code", "`\(script)`\n\n```\n\(script)\n```", .harmless),
    .text("quotes in the language of code", "```\"onmouseover=alert(1)//><script>\nx\n```", .harmless),
    .text("markup in a table", "| a |\n|---|\n| \(script) |", .warned("HTML")),
    .text("quotes in the title of a link", "[x](/agenda/ '\" onmouseover=\"alert(1)')", .harmless),
    .text("quotes in the name of a picture", "![\" onerror=\"alert(1)](https://exemple.org/x.png)", .harmless),
    .text("markup in a footnote", "Un[^a\"><script>].\n\n[^a\"><script>]: \(handler)", .warned("HTML")),
    .text(
      "a template of a provider", "{{ contact.EMAIL }} *|UNSUB|* [UNSUBSCRIBE]", .harmless),
    .text("an instruction of a template", "{% include '/etc/passwd' %}", .refused("autre programme")),
    .news("a script in a title", "titre: \(script)", .harmless),
    .news("the end of a script in a title", "titre: </script><script>alert(1)</script><!--", .harmless),
    .news("the end of a CDATA section in a title", "titre: ]]></title><script>alert(1)</script>", .harmless),
    .news("a handler in a summary", "resume: \(handler)", .harmless),
    .news("markup in a tag", "etiquettes: ['\(script)', '\" onclick=alert(1)']", .harmless),
    .news("markup in a place", "lieu: \(handler)", .harmless),
    .event(
      "markup in every text of an event",
      """
      titre: \(handler)
      debut: 2026-06-21 10:00
      fin: 2026-06-21 11:00
      etat: annulé
      motif: \(script)
      prix: \(handler)
      lieu: \(script)
      organisateurs: ['\(script)', '" onclick="x']
      """, .harmless),
    .entry(
      "markup in every text of a place", "lieux",
      "---\ntitre: \(handler)\nadresse: \(script)\ncode_postal: \(script)\ncommune: \(handler)\nacces: \(script)\n---\n",
      .harmless),
    .entry(
      "markup in every text of a partner", "partenaires",
      "---\ntitre: \(handler)\ntype: \(script)\nautres_noms: ['\(script)']\ndepuis: 2019\n---\nTexte.\n", .harmless),
    Attack("a drawing with a script", .refused("x.svg")) {
      try $0.write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", to: "Content/nouvelles/x.svg")
      try $0.news("titre: Essai\nimage: x.svg\nimage_alt: x")
    },
    Attack("a drawing with entities without end", .refused("x.svg")) {
      let entities = (0..<20).map { "<!ENTITY e\($0 + 1) \"&e\($0);&e\($0);&e\($0);\">" }.joined()
      try $0.write(
        "<!DOCTYPE svg [<!ENTITY e0 \"x\">\(entities)]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&e20;</text></svg>",
        to: "Content/nouvelles/x.svg")
      try $0.news("titre: Essai\nimage: x.svg\nimage_alt: x")
    },
    Attack("a drawing that fetches", .refused("x.svg")) {
      try $0.write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:///etc/passwd\"/></svg>",
        to: "Content/nouvelles/x.svg")
      try $0.news("titre: Essai\nimage: x.svg\nimage_alt: x")
    },
    Attack("a page under the name of a picture", .refused("x.png")) {
      try $0.write("<!doctype html>\(script)", to: "Content/nouvelles/x.png")
      try $0.news("titre: Essai\nimage: x.png\nimage_alt: x")
    },
    Attack("a picture of 10 megabytes of nothing", .refused("x.jpg")) {
      try $0.write([0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0xFF, count: 10_000_000), to: "Content/nouvelles/x.jpg")
      try $0.news("titre: Essai\nimage: x.jpg\nimage_alt: x")
    },
    Attack("a picture that says it is enormous", .refused("x.png")) {
      let header: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      try $0.write(
        header + [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 8, 6, 0, 0, 0], to: "Content/nouvelles/x.png")
      try $0.news("titre: Essai\nimage: x.png\nimage_alt: x")
    },
  ]

  static let addresses: [Attack] = [
    .text("a script as an address", "[x](javascript:alert(1))", .refused("javascript")),
    .text("a script in capitals", "[x](JaVaScRiPt:alert(1))", .refused("javascript")),
    .text("a script cut by a line feed", "[x](java&#10;script:alert(1))", .refused("javascript")),
    .text("a script cut by a tab", "[x](<java&#9;script:alert(1)>)", .refused("javascript")),
    .text("a script behind a control", "[x](&#1;javascript:alert(1))", .refused("javascript")),
    .text("a script in entities", "[x](&#106;&#97;vascript&colon;alert(1))", .refused("javascript")),
    .text("a script in an autolink", "<javascript:alert(1)>", .refused("javascript")),
    .text("a script by reference", "[x][y]\n\n[y]: javascript:alert(1)", .refused("javascript")),
    .text("a script in a picture", "![x](javascript:alert(1))", .refused("javascript")),
    .text("a page in an address", "[x](data:text/html;base64,PHNjcmlwdD4=)", .refused("collée dans le texte")),
    .text("another script", "[x](vbscript:msgbox)", .refused("vbscript")),
    .text("a file of the machine", "[x](file:///etc/passwd)", .refused("file")),
    .text("an unknown scheme", "[x](intent://x#Intent;end)", .refused("intent")),
    .text("an address without scheme", "[x](//evil.example/a)", .refused("https")),
    .text(
      "one that browsers take for the same", "[x](/\\\\evil.example) [y](<\\\\\\\\evil.example>)", .refused("https")),
    .text("a path out of the content", "[x](../../../dehors/secret.txt)", .refused("Content")),
    .text("a path out of it in percent signs", "[x](%2e%2e/%2e%2e/%2e%2e/dehors/secret.txt)", .refused("Content")),
    .text("a picture from outside", "![x](../../../dehors/secret.png)", .refused("Content")),
    .text("the file of passwords", "[x](/../../../../../../etc/passwd)", .refused("Content")),
    .text("a path with a null", "[x](essai.md%00.pdf)", .refused("essai.md")),
    .text("the settings as a file", "[x](../site.yml)", .refused("site.yml")),
    .text("a mail with more fields", "[x](mailto:a@exemple.org?bcc=b@evil.example%0D%0AX-A:%20b)", .harmless),
    .text("an address with quotes", "[x](https://exemple.org/\"onmouseover=\"alert(1))", .harmless),
    .text("an address with spaces and signs", "[x](<https://exemple.org/ \" <script>>)", .refused("[x](<https")),
    .event(
      "a script to register", "debut: 2026-06-21 10:00\nfin: 2026-06-21 11:00\ninscription: javascript:alert(1)",
      .refused("inscription")),
    .event(
      "a mail to register with another recipient",
      "debut: 2026-06-21 10:00\nfin: 2026-06-21 11:00\ninscription: mailto:a@exemple.org%0ABcc:b@evil.example",
      .refused("courriel")),
    .event(
      "quotes in an address online",
      "debut: 2026-06-21 10:00\nfin: 2026-06-21 11:00\nen_ligne: https://exemple.org/\" onclick=\"alert(1)",
      .refused("en_ligne")),
    .event(
      "the end of a line in an address online",
      "debut: 2026-06-21 10:00\nfin: 2026-06-21 11:00\nen_ligne: \"https://exemple.org/\\r\\nATTENDEE:x\"",
      .refused("en_ligne")),
    .event(
      "a user in an address online",
      "debut: 2026-06-21 10:00\nfin: 2026-06-21 11:00\nen_ligne: https://exemple.org@evil.example/",
      .refused("en_ligne")),
    .entry(
      "a script as the site of a partner", "partenaires", "---\ntitre: Essai\nsite: javascript:alert(1)\n---\nTexte.\n",
      .refused("site")),
    .news("a picture from outside by a key", "image: ../../../dehors/secret.png\nimage_alt: x", .refused("Content")),
    .news("a picture of the machine", "image: /../../etc/passwd\nimage_alt: x", .refused("Content")),
    .news("a picture by a scheme", "image: file:///etc/passwd\nimage_alt: x", .refused("sur un ordinateur")),
    .news("an alias that leads out", "alias: /../../etc/x", .refused("ancienne adresse")),
    .news("an alias that leads out in percent signs", "alias: /%2e%2e/%2e%2e/x", .refused("ancienne adresse")),
    .news("an alias of another host", "alias: //evil.example/x", .refused("ancienne adresse")),
    .news("an alias with a scheme", "alias: https://evil.example/x", .refused("ancienne adresse")),
    .news("an alias with a space", "alias: /a https://evil.example/ 200", .refused("ancienne adresse")),
    .news(
      "an alias with a line feed", "alias: \"/a\\nRedirectMatch 301 ^/ https://evil.example/\"",
      .refused("ancienne adresse")),
    .news("an alias with an encoded line feed", "alias: /a%0ARewriteEngine%20On", .refused("ancienne adresse")),
    .news("an alias with quotes", "alias: '/a\" \"https://evil.example'", .refused("ancienne adresse")),
    .news("an alias with encoded quotes", "alias: /a%22%20%22b", .refused("ancienne adresse")),
    .news("an alias for the server's settings", "alias: /.htaccess", .refused("ancienne adresse")),
    .news("an alias that is a pattern", "alias: [/a*, '/b:splat', '/%{HTTP_HOST}']", .refused("ancienne adresse")),
    .news("an alias with signs of patterns", "alias: ['/a$1(b)+.c', '/d[e]?']", .refused("ancienne adresse")),
    .news("an alias with a query of signs of patterns", "alias: '/?p=$1(b)+.c'", .harmless),
    .news(
      "an alias whose query breaks out", "alias: ['/?p=1\" \"https://evil.example', '/?p=1%0ARewriteRule%20^']",
      .refused("ancienne adresse")),
    .news("an alias whose query is a pattern", "alias: ['/?p=%{HTTP_HOST}', '/?p=.*|x']", .refused("ancienne adresse")),
    .news(
      "an alias of a page there is", "alias: [/index.html, /agenda/, /nouvelles/base/]", .refused("ancienne adresse")),
    .news(
      "an alias of a file the program makes", "alias: [/_redirects, /_headers, /sitemap.xml]",
      .refused("ancienne adresse")),
    .news(
      "an alias that needs a file for a folder", "alias: [/robots.txt/x/, /agenda.ics/y.html]", .refused("agenda.ics")),
    .news(
      "a thousand and one aliases", "alias: [\((0...1000).map { "/a\($0)/" }.joined(separator: ", "))]",
      .refused("alias")),
  ]
}
