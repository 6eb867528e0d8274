//! A second start on the same data folder raises the window of the first one.
//!
//! The first one is who holds `app.lock`. It listens on a loopback port and writes port and a random word into
//! `app.raise`, which its owner alone can read. Whoever says the word can do one thing: bring the window to the front. A
//! library for single instances knows one instance of a program; ours is one for each data folder, the demo beside a
//! person's own.

use std::{
    fs, io,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use proofup_app::World;

use crate::world::SystemWorld;

const FILE: &str = "app.raise";
const PATIENCE: Duration = Duration::from_secs(2);
/// Hexadecimal signs of the word.
const WORD: usize = 32;
const DONE: &[u8] = b"raised";

/// Listens for later starts for as long as the program runs.
pub(crate) fn listen(folder: &Path, raise: impl Fn() + Send + 'static) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let word = random_word();
    write_private(&folder.join(FILE), &format!("{} {word}\n", listener.local_addr()?.port()))?;
    let serve = move || {
        for caller in listener.incoming().flatten() {
            match hear(caller, &word) {
                Ok(true) => raise(),
                Ok(false) => tracing::debug!("somebody called who does not know the word"),
                Err(error) => tracing::debug!(%error, "a later start was not understood"),
            }
        }
    };
    thread::Builder::new().name("later starts".to_owned()).spawn(serve).map(drop)
}

/// Asks the program that has this folder to come to the front. Whether it did.
pub(crate) fn raise_first(folder: &Path) -> bool {
    let ask = || -> io::Result<bool> {
        let text = fs::read_to_string(folder.join(FILE))?;
        let (port, word) = text.trim().split_once(' ').ok_or(io::ErrorKind::InvalidData)?;
        let port = port.parse().map_err(|_| io::ErrorKind::InvalidData)?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut first = TcpStream::connect_timeout(&address, PATIENCE)?;
        first.set_read_timeout(Some(PATIENCE))?;
        first.write_all(word.as_bytes())?;
        let mut answer = [0; DONE.len()];
        first.read_exact(&mut answer)?;
        Ok(answer == DONE)
    };
    ask().unwrap_or(false)
}

fn hear(mut caller: TcpStream, word: &str) -> io::Result<bool> {
    caller.set_read_timeout(Some(PATIENCE))?;
    caller.set_write_timeout(Some(PATIENCE))?;
    let mut said = [0; WORD];
    caller.read_exact(&mut said)?;
    // Every sign is looked at, so that the time tells nothing.
    let differing = said.iter().zip(word.as_bytes()).fold(0, |differing, (a, b)| differing | (a ^ b));
    if differing != 0 {
        return Ok(false);
    }
    caller.write_all(DONE)?;
    Ok(true)
}

fn random_word() -> String {
    let mut bytes = [0; WORD / 2];
    SystemWorld.fill_random(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write_private(path: &PathBuf, text: &str) -> io::Result<()> {
    // Left by a program that was killed; the folder is ours while `app.lock` is.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpStream,
        sync::mpsc,
        time::Duration,
    };

    use super::{FILE, listen, raise_first};

    #[test]
    fn a_later_start_raises_the_first() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!raise_first(folder.path()), "nobody is there yet");
        let (raised, heard) = mpsc::channel();
        listen(folder.path(), move || raised.send(()).unwrap()).unwrap();
        for _ in 0..2 {
            assert!(raise_first(folder.path()));
            heard.recv_timeout(Duration::from_secs(5)).unwrap();
        }
    }

    #[test]
    fn whoever_does_not_know_the_word_raises_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (raised, heard) = mpsc::channel::<()>();
        listen(folder.path(), move || raised.send(()).unwrap_or_default()).unwrap();
        let text = std::fs::read_to_string(folder.path().join(FILE)).unwrap();
        let port: u16 = text.split(' ').next().unwrap().parse().unwrap();
        let mut stranger = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stranger.write_all(&[b'0'; 32]).unwrap();
        let mut answer = Vec::new();
        stranger.read_to_end(&mut answer).unwrap();
        assert!(answer.is_empty());
        assert!(heard.try_recv().is_err());
        assert!(raise_first(folder.path()), "it still listens");
    }

    #[test]
    fn what_a_killed_program_left_is_no_first_instance() {
        let folder = tempfile::tempdir().unwrap();
        for left in ["", "nonsense", "1 0123456789abcdef0123456789abcdef\n"] {
            std::fs::write(folder.path().join(FILE), left).unwrap();
            assert!(!raise_first(folder.path()), "{left:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn its_owner_alone_can_read_the_word() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        listen(folder.path(), || ()).unwrap();
        let mode = std::fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
