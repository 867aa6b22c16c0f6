extension HTML {
  /// A frame that shows a whole page, in which nothing runs and which reaches nothing around it: `sandbox` without the right
  /// to scripts, or any other (HTML, 4.8.5 « The iframe element »). All signs of the page are escaped into the attribute
  /// `srcdoc`, where a template may not put a value by itself.
  ///
  /// - Parameters:
  ///   - page: from its `<!doctype>` on.
  ///   - title: what the frame shows, for who does not see it.
  ///   - width: in CSS pixels; `nil` where the style says it.
  ///   - height: in CSS pixels; `nil` where the style says it.
  ///   - isMeasured: whether the scripts of the page around it may look into it.
  package static func frame(
    of page: String, title: String, width: Int? = nil, height: Int? = nil, isMeasured: Bool = false
  ) -> HTML {
    var frame = TextBuilder()
    frame += "<iframe title=\""
    frame.append(title, replacing: references)
    frame += "\""
    for (name, size) in [("width", width), ("height", height)] {
      if let size { frame += " \(name)=\"\(size)\"" }
    }
    frame += isMeasured ? " sandbox=\"allow-same-origin\"" : " loading=\"lazy\" sandbox"
    frame += " srcdoc=\""
    frame.append(page, replacing: references)
    frame += "\"></iframe>"
    return HTML(raw: frame)
  }
}
