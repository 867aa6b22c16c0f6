import Building

/// A way to a host: programs of the system, run as children. Paths are from the folder of the site.
protocol Transport {
  /// The bytes of the list at the host; `nil` where there is none.
  ///
  /// - Throws: ``TransportFault``, as the others do.
  func list() throws -> [UInt8]?
  /// Sends files of the folder `source`, with modes that a server can read them by.
  func send(_ paths: [String], from source: String) throws
  func remove(_ paths: [String]) throws
}

/// Why a host could not be reached, or did not do what it was asked for.
enum TransportFault: Error {
  /// The program that is to reach it is not on this machine.
  case noProgram(String)
  /// The host has not got the program that is to answer there.
  case noAnswerer
  /// What the programs said, in their own words.
  case failed(String)
}
