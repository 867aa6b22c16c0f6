/// The version of the program, the one place where it stands; the newest heading of `CHANGELOG.md` is the same.
let version = "0.1.0"
