import Foundation
import Site
import Text
import Testing

@testable import Publishing

@Suite struct QuotedPrintableTests {
  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("é", "=C3=A9"), ("a=b", "a=3Db"), ("fin ", "fin=20"), ("fin\t\nx", "fin=09\r\nx"),
    ("a\nb\n", "a\r\nb\r\n"), ("a\r\nb", "a\r\nb"), (".", "=2E"), ("From moi", "=46rom moi"), ("a\u{0}b", "a=00b"),
    ("\n\n", "\r\n\r\n"),
  ])
  func `a text is encoded`(text: String, encoded: String) {
    #expect(QuotedPrintable.encoded(text) == encoded)
  }

  @Test(arguments: 60...160)
  func `no line is longer than 76, and what is decoded is what was written`(length: Int) {
    let text = String(repeating: "a. é=", count: length / 5) + String(repeating: ".", count: length % 5)
    let encoded = QuotedPrintable.encoded(text)
    let lines = encoded.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasPrefix(".") })
    #expect(Self.decoded(encoded) == text)
    #expect(QuotedPrintable.decoded(Array(encoded.utf8)) == Array(text.utf8))
  }

  @Test(arguments: [
    ("=C3=A9", "é"), ("a=\nb", "ab"), ("a= \t\r\nb", "ab"), ("a \t\r\nb", "a\r\nb"), ("a=", "a"), ("=zz", "=zz"),
    ("=3", "=3"),
    ("a=3d", "a="), ("", ""), ("=", ""),
  ])
  func `what programs on the way did is undone`(encoded: String, text: String) {
    #expect(QuotedPrintable.decoded(Array(encoded.utf8)) == Array(text.utf8))
  }

  static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.replacingEach("=\r\n", with: "").replacingEach("\r\n", with: "\n").utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@Suite struct MailHeaderTests {
  @Test(arguments: [
    "La lettre\r\nBcc: tous@example.org", "a\nX-Evil: 1", "a\rb", "a\u{2028}b", "a\u{85}b", "a\u{0}b\u{7F}",
  ])
  func `no title begins another field`(title: String) {
    var header = MailHeader()
    header.add("Subject", text: title)
    header.add("From", mailbox: Sample.mailbox(title, "a@example.org"))
    let lines = header.text.split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.hasPrefix("Subject: ") || $0.hasPrefix("From: ") || $0.hasPrefix(" ") })
    #expect(header.text.unicodeScalars.allSatisfy { $0.isASCII && ($0.value >= 32 || $0 == "\r" || $0 == "\n") })
    #expect(!header.text.replacingEach("\r\n", with: "").utf8.contains { $0 == 10 || $0 == 13 })
  }

  @Test(arguments: [
    "a@b\r\nBcc: c@d", "a b@c", "a@b>, <c@d", "sans-arobase", "a@@b", "é@example.org", "@b", "a@", "a@.b", "\"a\"@b",
    "",
  ])
  func `an address that is none names nobody`(address: String) {
    var header = MailHeader()
    header.add("From", mailbox: Sample.mailbox("x", address))
    #expect(header.text.isEmpty)
  }

  @Test(arguments: [
    "Été", "Une lettre dont le titre est si long qu’il lui faut plusieurs mots codés, et même davantage",
    String(repeating: "👩‍👩‍👧‍👦", count: 20), String(repeating: "e\u{301}", count: 90), String(repeating: "a", count: 300),
    "=?UTF-8?Q?faux?=", "e" + String(repeating: "\u{301}", count: 100),
  ])
  func `words are cut between characters and no line is longer than 76`(title: String) throws {
    var header = MailHeader()
    header.add("Subject", text: title)
    let lines = header.text.split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    let words = header.text.dropFirst("Subject: ".count).split(whereSeparator: \.isWhitespace)
    let parts = try words.map { word in
      let code = try #require(
        word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=") ? word.dropFirst(10).dropLast(2) : nil)
      let bytes = try #require(Data(base64Encoded: String(code)))
      return try #require(String(data: bytes, encoding: .utf8))
    }
    #expect(parts.joined() == title)
  }

  @Test func `plain names and titles are written as they are`() {
    var header = MailHeader()
    header.add("Subject", text: "La lettre de juillet")
    header.add("From", mailbox: Sample.mailbox("L'equipe", "lettre@example.org"))
    header.add("Reply-To", mailbox: Sample.mailbox(nil, "a@example.org"))
    #expect(
      header.text == """
        Subject: La lettre de juillet\r
        From: L'equipe <lettre@example.org>\r
        Reply-To: <a@example.org>\r

        """)
  }
}

@Suite struct MailMessageTests {
  private func message(_ title: String = "L’été", sentAt minute: Int? = nil, publisher: String? = nil) throws -> String
  {
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31), title: title) { $0.sendMinute = minute }
    var settings = Sample.settings
    if let publisher { settings.publisher.name = publisher }
    let site = Site(settings: settings, issues: [issue])
    let (publication, _) = publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today)
    return try #require(try publication.text("infolettres/2019-07/courriel.eml"))
  }

  @Test func `a message has its fields, its text and its HTML`() throws {
    let message = try message()
    let head = try #require(message.split(separator: "\r\n\r\n").first)
    for field in [
      "X-Unsent: 1", "From: =?UTF-8?B?TOKAmcOpcXVpcGU=?= <lettre@example.org>", "Subject: =?UTF-8?B?TOKAmcOpdMOp?=",
      "Date: Wed, 31 Jul 2019 09:00:00 +0000", "MIME-Version: 1.0",
      "List-Unsubscribe: <mailto:lettre@example.org?subject=D%C3%A9sinscription>",
    ] {
      #expect(head.split(separator: "\r\n").contains { $0 == field }, "\(field)")
    }
    #expect(head.contains("Message-ID: <"))
    #expect(head.contains("@example.org>"))
    let text = try #require(message.firstRange(of: "Content-Type: text/plain; charset=utf-8\r\n"))
    let html = try #require(message.firstRange(of: "Content-Type: text/html; charset=utf-8\r\n"))
    #expect(text.lowerBound < html.lowerBound)
  }

  @Test func `lines end with CRLF and are short`() throws {
    let message = try message()
    #expect(!message.replacingEach("\r\n", with: "").utf8.contains { $0 == 10 || $0 == 13 })
    #expect(message.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 90 })
    #expect(message.utf8.allSatisfy { $0 < 128 })
  }

  @Test func `the same issue gives the same bytes`() throws {
    #expect(try message() == message())
    #expect(try message() != message("Autre"))
  }

  @Test func `what was corrected is another message, sent at its hour`() throws {
    func field(_ name: String, _ message: String) -> Substring? {
      message.split(separator: "\r\n").first { $0.hasPrefix(name) }
    }
    let (first, corrected) = (try message(), try message(publisher: "Un autre nom"))
    #expect(try field("Message-ID", first) == field("Message-ID", message()))
    #expect(field("Message-ID", first) != field("Message-ID", corrected))
    let atSix = try message(sentAt: 18 * 60)
    #expect(field("Date", atSix) == "Date: Wed, 31 Jul 2019 18:00:00 +0000")
  }

  @Test func `a hostile title adds no field and closes no part`() throws {
    let message = try message("x\r\nBcc: a@b.c\r\n\r\n--=_")
    let head = try #require(message.split(separator: "\r\n\r\n").first)
    #expect(!head.contains("\r\nBcc"))
    #expect(message.split(separator: "\r\n").count { $0.hasPrefix("--=_") } == 3)
  }
}
