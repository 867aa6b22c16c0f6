import Foundation
import Publishing

/// The script by which a page of the preview reloads itself, and what the page's policy must allow for it. Nothing else
/// distinguishes a page of the preview from the built one.
struct ReloadScript {
  /// The version of the site that the page shows.
  let version: Int

  /// Waits for a newer version by server-sent events (HTML, 9.2), which the browser takes up again by itself when the
  /// program was away. A page that nobody sees lets go of its connection, for a browser has only six for all its tabs.
  var source: String {
    "(()=>{let e;const f=()=>{if(e)e.close();if(document.hidden)return;"
      + "e=new EventSource(\"\(PreviewRouter.changesPath)?since=\(version)\");"
      + "e.onmessage=()=>location.replace(location.pathname+location.hash)};"
      + "document.addEventListener(\"visibilitychange\",f);f()})()"
  }

  var element: String { "<script>\(source)</script>" }

  /// `page` with the script at the end of its body, and allowed by its policy if it has one.
  func added(to page: String) -> String {
    var result = page
    if let end = result.range(of: "</body>", options: .backwards) {
      result.insert(contentsOf: element, at: end.lowerBound)
    } else {
      result += element
    }
    return PagePolicy.widened(in: result, by: permissions)
  }

  /// What the script needs: itself, and its connection to this server.
  var permissions: [(directive: String, value: String)] {
    [("script-src", PolicySource.hash(of: source)), ("connect-src", "'self'")]
  }
}
