//! File descriptors: each connection holds one, and so do the database and what goes out.

/// For everything that is no connection: the database, texts and calls that go out, the log.
const KEPT_FREE: usize = 128;

/// How many connections the system has file descriptors for.
#[cfg(unix)]
pub(crate) fn available() -> usize {
    use rustix::process::{Resource, getrlimit};
    let limit = getrlimit(Resource::Nofile).current.and_then(|limit| usize::try_from(limit).ok());
    // At least a few, however little there is.
    limit.map_or(usize::MAX, |limit| limit.saturating_sub(KEPT_FREE).max(limit / 2))
}

/// Asks for as many file descriptors as this process may have. A service manager often starts it with 1,024 of them.
#[cfg(unix)]
pub(crate) fn raise_limit() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    if let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }) {
        tracing::debug!(%error, "the limit of file descriptors stays as it is");
    }
}

#[cfg(not(unix))]
pub(crate) fn available() -> usize {
    usize::MAX
}

#[cfg(not(unix))]
pub(crate) fn raise_limit() {}
