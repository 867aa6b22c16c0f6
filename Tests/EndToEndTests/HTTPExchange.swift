import Foundation

/// One request to a server on this machine, sent as it is written here: no client tidies the path, follows redirections or
/// keeps connections.
struct HTTPExchange {
  var status: Int
  /// By name in lower case.
  var headers: [String: String]
  var body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  /// `nil` where nobody answers. With `until` no more is read than up to the first place where that stands.
  init?(
    _ method: String = "GET", _ path: String, port: UInt16, host: String? = nil, until: String? = nil
  ) {
    let request = "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n\r\n"
    guard let received = Self.answer(to: request, port: port, until: until) else { return nil }
    guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
    self.status = status
    headers = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    body = Array(received[end.upperBound...])
  }

  /// All that is answered over one connection to `text`, until the server closes it; `nil` where nobody answers. `pause`: in
  /// microseconds, before each reading. `endsSending`: whether the server is told that nothing more comes.
  static func answer(
    to text: String, port: UInt16, until: String? = nil, pause: UInt32 = 0, endsSending: Bool = false
  ) -> [UInt8]? {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { return nil }
    defer { close(socket) }
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    if pause > 0 {
      // Little room here: the rest waits in the server.
      var room: Int32 = 1 << 13
      setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return nil }
    guard text.withCString({ send(socket, $0, strlen($0), Int32(MSG_NOSIGNAL)) }) > 0 else { return nil }

    if endsSending { shutdown(socket, Int32(SHUT_WR)) }

    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if pause > 0 { usleep(pause) }
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      received += buffer[..<count]
      if let until, String(decoding: received, as: UTF8.self).contains(until) { break }
    }
    return received
  }
}
