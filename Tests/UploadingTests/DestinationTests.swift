import Building
import Testing

@testable import Uploading

@Suite struct DestinationTests {
  @Test(arguments: [
    ("compte@hote.exemple:www", Destination.shell(account: "compte@hote.exemple", folder: "www")),
    (" hote:/srv/www/ ", .shell(account: "hote", folder: "/srv/www/")),
    ("hote:~/www", .shell(account: "hote", folder: "~/www")),
    ("sftp://compte@hote/www", .sftp(account: "compte@hote", port: nil, folder: "/www")),
    ("sftp://hote:2222/~/www/site", .sftp(account: "hote", port: 2222, folder: "www/site")),
    ("/srv/www", .folder("/srv/www")), ("site", .folder("site")), ("./a:b", .folder("./a:b")),
  ])
  func `a destination is a folder somewhere`(text: String, expected: Destination) throws {
    #expect(try Destination(text) == expected)
  }

  @Test(arguments: [
    "", " ", "-x", "--rsh=x", "/", "//", ".", "./", "~", "..", "../www", "www/../..", "hote:", "hote:/", "hote:.",
    "hote:~",
    "hote:~/", "hote:../..", "hote:/srv/..", ":www", "@:www", "compte@:www", "-oProxyCommand=x:www", "sftp://",
    "sftp://hote",
    "sftp://hote/", "sftp://hote/~/", "sftp:///www", "sftp://-x/www", "sftp://hote:0/www",
    "sftp://compte:secret@hote/www",
    "ftp://hote/www", "https://hote/www", "hote:a\nb", "a b:www",
  ])
  func `what holds more than a site, or is something else, is refused`(text: String) {
    #expect(throws: Fault.self) { try Destination(text) }
  }

  @Test func `a password is not shown`() {
    #expect {
      try Destination("sftp://compte:secret@hote/www")
    } throws: { ($0 as? Fault)?.message.contains("un mot de passe n’a pas sa place ici") == true }
  }
}
