enum AttachmentsTarget {
  /// How files of known kinds begin, and pages that run.
  private static let beginnings = [
    "", "<!doctype html><script>1</script>", "%PDF-1.7\n", "PK\u{3}\u{4}", "BEGIN:VCALENDAR\r\n", "BEGIN:VCARD\r\n",
    "GIF89a",
    "<?xml version=\"1.0\"?><gpx xmlns=\"http://www.topografix.com/GPX/1/1\">", "ID3", "OggS", "\0\0\0\u{18}ftypisom",
    "<svg xmlns=\"http://www.w3.org/2000/svg\">", "{\\rtf1", "RIFF\0\0\0\0WAVE", "fLaC", "\u{FEFF}",
  ]

  static func check(_ input: [UInt8], _ checks: inout Checks) async {
    guard let project = try? MadeUpProject() else { return checks.expect(false, "no folder for it") }
    var source = ByteSource(input)
    var text = "---\ntitre: Essai\ndate: 2026-05\n---\n"
    for _ in 0..<source.number(1...5) {
      let name = source.line()
      let path = Array("nouvelles/".utf8) + name
      if source.number(0...15) == 0 {
        project.putLink(at: path)
      } else {
        project.put(Array(source.one(of: beginnings).utf8) + source.line(), at: path)
      }
      // As it is called, or as somebody may write it.
      let called = source.bool() ? String(decoding: name, as: UTF8.self) : source.text()
      let target = called.filter { !$0.isNewline && !"<>".contains($0) }
      text += source.bool() ? "[un fichier](<\(target)>)\n\n" : "![une image](<\(target)>)\n\n"
    }
    project.put(Array(text.utf8), at: Array("nouvelles/essai.md".utf8))
    await project.check(&checks)
  }
}
