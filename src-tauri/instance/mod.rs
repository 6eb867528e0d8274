//! A second start on the same data folder raises the window of the first instance, and passes its link on.
//!
//! The first instance is the process with `app.lock`. It listens on a loopback port and writes the port and two random
//! tokens into `app.raise`, which only its owner can read. A caller sends the first token and receives the second one.
//! Only then does it send the link, because a link contains a secret, and after a crash another program may have the
//! port. The link is untrusted: its length is limited here, and `Links::open_link` parses it. A library for single
//! instances allows one instance of a program, and sends arguments to any process with its name; here there is one
//! instance for each data folder, such as the demo beside the person's own.

pub(crate) mod folder_lock;

use std::{
    fs, io,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use proofup_app::{Environment, MOST_LINK_BYTES, SecretText};
use zeroize::Zeroizing;

use crate::environment::SystemEnvironment;

const FILE: &str = "app.raise";
const PATIENCE: Duration = Duration::from_secs(2);
/// The number of hex digits of a token.
const TOKEN_LENGTH: usize = 32;
const DONE: &[u8] = b"raised";

/// The tokens with which the two processes authenticate each other.
struct Tokens {
    /// The caller's token, sent first.
    call: String,
    /// The first instance's token, sent as the answer.
    answer: String,
}

/// Listens for later starts while the program runs. `heard` receives the link of the later start, if there is one.
pub(crate) fn listen(folder: &Path, heard: impl Fn(Option<SecretText>) + Send + 'static) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let tokens = Tokens { call: random_token(), answer: random_token() };
    let port = listener.local_addr()?.port();
    write_private(&folder.join(FILE), &format!("{port} {} {}\n", tokens.call, tokens.answer))?;
    let serve = move || {
        for caller in listener.incoming().flatten() {
            match hear(caller, &tokens) {
                Ok(Some(link)) => heard(link),
                Ok(None) => tracing::debug!("a caller sent a wrong token"),
                Err(error) => tracing::debug!(%error, "the message of a later start is malformed"),
            }
        }
    };
    thread::Builder::new().name("later starts".to_owned()).spawn(serve).map(drop)
}

/// Asks the program that locked this folder to raise its window and to show a link. Returns whether it did.
pub(crate) fn raise_first(folder: &Path, link: Option<&str>) -> bool {
    let ask = || -> io::Result<bool> {
        let text = fs::read_to_string(folder.join(FILE))?;
        let (port, tokens) = read_file(&text).ok_or(io::ErrorKind::InvalidData)?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut first = TcpStream::connect_timeout(&address, PATIENCE)?;
        first.set_read_timeout(Some(PATIENCE))?;
        first.set_write_timeout(Some(PATIENCE))?;
        first.write_all(tokens.call.as_bytes())?;
        if !sends(&mut first, &tokens.answer)? {
            return Ok(false);
        }
        // The receiver ignores a link without accounts; one that is too long is not even sent.
        let link = link.unwrap_or_default().as_bytes();
        let link = if link.len() > MOST_LINK_BYTES { &[] } else { link };
        let length = u32::try_from(link.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        first.write_all(&length.to_be_bytes())?;
        first.write_all(link)?;
        let mut answer = [0; DONE.len()];
        first.read_exact(&mut answer)?;
        Ok(answer == DONE)
    };
    ask().unwrap_or(false)
}

/// The message of a caller: perhaps a link. `None` for a caller without the token.
fn hear(mut caller: TcpStream, tokens: &Tokens) -> io::Result<Option<Option<SecretText>>> {
    caller.set_read_timeout(Some(PATIENCE))?;
    caller.set_write_timeout(Some(PATIENCE))?;
    if !sends(&mut caller, &tokens.call)? {
        return Ok(None);
    }
    caller.write_all(tokens.answer.as_bytes())?;
    let mut length = [0; 4];
    caller.read_exact(&mut length)?;
    let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
    if length > MOST_LINK_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "longer than a link can be"));
    }
    let mut link = Zeroizing::new(vec![0; length]);
    caller.read_exact(&mut link)?;
    let link = std::str::from_utf8(&link).map_err(|_| io::ErrorKind::InvalidData)?;
    let link = (!link.is_empty()).then(|| SecretText::new(link));
    caller.write_all(DONE)?;
    Ok(Some(link))
}

/// Whether the other side sends this token. Compares every character, so that the time reveals nothing.
fn sends(other: &mut TcpStream, token: &str) -> io::Result<bool> {
    let mut sent = [0; TOKEN_LENGTH];
    other.read_exact(&mut sent)?;
    Ok(sent.iter().zip(token.as_bytes()).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0)
}

fn read_file(text: &str) -> Option<(u16, Tokens)> {
    let mut parts = text.split_whitespace();
    let port = parts.next()?.parse().ok()?;
    let mut token = || parts.next().filter(|token| token.len() == TOKEN_LENGTH).map(str::to_owned);
    Some((port, Tokens { call: token()?, answer: token()? }))
}

fn random_token() -> String {
    let mut bytes = [0; TOKEN_LENGTH / 2];
    SystemEnvironment.fill_random(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write_private(path: &PathBuf, text: &str) -> io::Result<()> {
    // Left by a program that crashed; this process has `app.lock`.
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
        net::{Ipv4Addr, TcpListener, TcpStream},
        path::Path,
        sync::mpsc,
        thread,
        time::Duration,
    };

    use proofup_app::{MOST_LINK_BYTES, SecretText};

    use super::{FILE, TOKEN_LENGTH, Tokens, listen, raise_first, read_file};

    const LINK: &str = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub";

    /// A first instance on a folder, and its received messages.
    fn first(folder: &Path) -> mpsc::Receiver<Option<String>> {
        let (tell, heard) = mpsc::channel();
        let told = move |link: Option<SecretText>| tell.send(link.map(|link| link.expose().to_owned())).unwrap();
        listen(folder, told).unwrap();
        heard
    }

    fn soon<T>(heard: &mpsc::Receiver<T>) -> T {
        heard.recv_timeout(Duration::from_secs(60)).unwrap()
    }

    fn known(folder: &Path) -> (u16, Tokens) {
        read_file(&std::fs::read_to_string(folder.join(FILE)).unwrap()).unwrap()
    }

    #[test]
    fn a_later_start_raises_the_first() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!raise_first(folder.path(), None), "nobody is there yet");
        let heard = first(folder.path());
        for _ in 0..2 {
            assert!(raise_first(folder.path(), None));
            assert_eq!(soon(&heard), None);
        }
    }

    #[test]
    fn a_later_start_passes_its_link_on() {
        let folder = tempfile::tempdir().unwrap();
        let heard = first(folder.path());
        let longest = format!("otpauth://totp/{}", "a".repeat(MOST_LINK_BYTES - 15));
        for link in [LINK, longest.as_str()] {
            assert!(raise_first(folder.path(), Some(link)));
            assert_eq!(soon(&heard).as_deref(), Some(link));
        }
        assert!(raise_first(folder.path(), Some(&format!("{longest}a"))));
        assert_eq!(soon(&heard), None, "longer than a link can be: the window comes to the front, and that is all");
    }

    #[test]
    fn a_caller_without_the_token_raises_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let heard = first(folder.path());
        let mut stranger = TcpStream::connect((Ipv4Addr::LOCALHOST, known(folder.path()).0)).unwrap();
        stranger.write_all(&[b'0'; TOKEN_LENGTH]).unwrap();
        let mut answer = Vec::new();
        stranger.read_to_end(&mut answer).unwrap();
        assert!(answer.is_empty());
        assert!(heard.try_recv().is_err());
        assert!(raise_first(folder.path(), None), "it still listens");
    }

    #[test]
    fn a_caller_with_the_token_is_limited_too() {
        let folder = tempfile::tempdir().unwrap();
        let heard = first(folder.path());
        let (port, tokens) = known(folder.path());
        let too_long = u32::try_from(MOST_LINK_BYTES + 1).unwrap().to_be_bytes();
        let no_text = [&2_u32.to_be_bytes()[..], &[0xff, 0xfe]].concat();
        for sent in [&too_long[..], &u32::MAX.to_be_bytes(), &no_text] {
            let mut caller = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            caller.write_all(tokens.call.as_bytes()).unwrap();
            caller.write_all(sent).unwrap();
            let mut answer = Vec::new();
            let _ = caller.read_to_end(&mut answer);
            assert!(answer.len() <= TOKEN_LENGTH, "it is not told that this was understood");
            assert!(heard.recv_timeout(Duration::from_millis(100)).is_err());
        }
    }

    #[test]
    fn another_program_on_the_port_of_a_crashed_one_receives_no_link() {
        let folder = tempfile::tempdir().unwrap();
        let stranger = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = stranger.local_addr().unwrap().port();
        std::fs::write(
            folder.path().join(FILE),
            format!("{port} {} {}\n", "1".repeat(TOKEN_LENGTH), "2".repeat(TOKEN_LENGTH)),
        )
        .unwrap();
        let listening = thread::spawn(move || {
            let (mut caller, _) = stranger.accept().unwrap();
            caller.write_all(&[b'1'; TOKEN_LENGTH]).unwrap();
            let mut sent = Vec::new();
            let _ = caller.read_to_end(&mut sent);
            sent
        });
        assert!(!raise_first(folder.path(), Some(LINK)));
        assert_eq!(listening.join().unwrap(), [b'1'; TOKEN_LENGTH]);
    }

    #[test]
    fn the_file_of_a_crashed_program_is_no_first_instance() {
        let folder = tempfile::tempdir().unwrap();
        let token = "0".repeat(TOKEN_LENGTH);
        for left in [String::new(), "nonsense".to_owned(), format!("1 {token}\n"), format!("1 {token} {token}\n")] {
            std::fs::write(folder.path().join(FILE), &left).unwrap();
            assert!(!raise_first(folder.path(), Some(LINK)), "{left:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_the_tokens() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        first(folder.path());
        let mode = std::fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
