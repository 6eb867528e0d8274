//! A second start on the same data folder raises the window of the first one, and hands over the link that it was opened
//! with.
//!
//! The first one is who holds `app.lock`. It listens on a loopback port and writes port and two random words into
//! `app.raise`, which its owner alone can read. A caller says the first word and hears the second one: only then does it
//! tell the link, for a link holds a seed, and the port of a program that was killed may be a stranger's by now. What
//! comes is hostile all the same: it is bounded here, and looked at by `Links::open_link`. A library for single instances
//! knows one instance of a program, and sends arguments to whoever has its name; ours is one for each data folder, the
//! demo beside a person's own.

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
/// Hexadecimal signs of a word.
const WORD: usize = 32;
const DONE: &[u8] = b"raised";

/// What the two say to each other to know that neither is a stranger.
struct Words {
    /// The caller's, said first.
    call: String,
    /// The first instance's, said in answer.
    answer: String,
}

/// Listens for later starts for as long as the program runs. `heard` is given the link that the later one was opened
/// with, if there was one.
pub(crate) fn listen(folder: &Path, heard: impl Fn(Option<SecretText>) + Send + 'static) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let words = Words { call: random_word(), answer: random_word() };
    let port = listener.local_addr()?.port();
    write_private(&folder.join(FILE), &format!("{port} {} {}\n", words.call, words.answer))?;
    let serve = move || {
        for caller in listener.incoming().flatten() {
            match hear(caller, &words) {
                Ok(Some(link)) => heard(link),
                Ok(None) => tracing::debug!("somebody called who does not know the word"),
                Err(error) => tracing::debug!(%error, "a later start was not understood"),
            }
        }
    };
    thread::Builder::new().name("later starts".to_owned()).spawn(serve).map(drop)
}

/// Asks the program that has this folder to come to the front and to show a link. Whether it did.
pub(crate) fn raise_first(folder: &Path, link: Option<&str>) -> bool {
    let ask = || -> io::Result<bool> {
        let text = fs::read_to_string(folder.join(FILE))?;
        let (port, words) = read_file(&text).ok_or(io::ErrorKind::InvalidData)?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut first = TcpStream::connect_timeout(&address, PATIENCE)?;
        first.set_read_timeout(Some(PATIENCE))?;
        first.set_write_timeout(Some(PATIENCE))?;
        first.write_all(words.call.as_bytes())?;
        if !says(&mut first, &words.answer)? {
            return Ok(false);
        }
        // What is no link to an account is passed over there; what is longer than any link is not even sent.
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

/// What a caller brought: perhaps a link. `None` for a caller who does not know the word.
fn hear(mut caller: TcpStream, words: &Words) -> io::Result<Option<Option<SecretText>>> {
    caller.set_read_timeout(Some(PATIENCE))?;
    caller.set_write_timeout(Some(PATIENCE))?;
    if !says(&mut caller, &words.call)? {
        return Ok(None);
    }
    caller.write_all(words.answer.as_bytes())?;
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

/// Whether the other one says this word. Every sign is looked at, so that the time tells nothing.
fn says(other: &mut TcpStream, word: &str) -> io::Result<bool> {
    let mut said = [0; WORD];
    other.read_exact(&mut said)?;
    Ok(said.iter().zip(word.as_bytes()).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0)
}

fn read_file(text: &str) -> Option<(u16, Words)> {
    let mut parts = text.split_whitespace();
    let port = parts.next()?.parse().ok()?;
    let mut word = || parts.next().filter(|word| word.len() == WORD).map(str::to_owned);
    Some((port, Words { call: word()?, answer: word()? }))
}

fn random_word() -> String {
    let mut bytes = [0; WORD / 2];
    SystemEnvironment.fill_random(&mut bytes);
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
        net::{Ipv4Addr, TcpListener, TcpStream},
        path::Path,
        sync::mpsc,
        thread,
        time::Duration,
    };

    use proofup_app::{MOST_LINK_BYTES, SecretText};

    use super::{FILE, WORD, Words, listen, raise_first, read_file};

    const LINK: &str = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub";

    /// A first instance on a folder, and what it hears.
    fn first(folder: &Path) -> mpsc::Receiver<Option<String>> {
        let (tell, heard) = mpsc::channel();
        let told = move |link: Option<SecretText>| tell.send(link.map(|link| link.expose().to_owned())).unwrap();
        listen(folder, told).unwrap();
        heard
    }

    fn soon<T>(heard: &mpsc::Receiver<T>) -> T {
        heard.recv_timeout(Duration::from_secs(60)).unwrap()
    }

    fn known(folder: &Path) -> (u16, Words) {
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
    fn a_later_start_hands_its_link_over() {
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
    fn whoever_does_not_know_the_word_raises_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let heard = first(folder.path());
        let mut stranger = TcpStream::connect((Ipv4Addr::LOCALHOST, known(folder.path()).0)).unwrap();
        stranger.write_all(&[b'0'; WORD]).unwrap();
        let mut answer = Vec::new();
        stranger.read_to_end(&mut answer).unwrap();
        assert!(answer.is_empty());
        assert!(heard.try_recv().is_err());
        assert!(raise_first(folder.path(), None), "it still listens");
    }

    #[test]
    fn whoever_knows_the_word_is_bounded_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let heard = first(folder.path());
        let (port, words) = known(folder.path());
        let too_long = u32::try_from(MOST_LINK_BYTES + 1).unwrap().to_be_bytes();
        let no_text = [&2_u32.to_be_bytes()[..], &[0xff, 0xfe]].concat();
        for said in [&too_long[..], &u32::MAX.to_be_bytes(), &no_text] {
            let mut caller = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            caller.write_all(words.call.as_bytes()).unwrap();
            caller.write_all(said).unwrap();
            let mut answer = Vec::new();
            let _ = caller.read_to_end(&mut answer);
            assert!(answer.len() <= WORD, "it is not told that this was understood");
            assert!(heard.recv_timeout(Duration::from_millis(100)).is_err());
        }
    }

    #[test]
    fn a_stranger_on_the_port_of_a_killed_program_hears_no_link() {
        let folder = tempfile::tempdir().unwrap();
        let stranger = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = stranger.local_addr().unwrap().port();
        std::fs::write(folder.path().join(FILE), format!("{port} {} {}\n", "1".repeat(WORD), "2".repeat(WORD)))
            .unwrap();
        let listening = thread::spawn(move || {
            let (mut caller, _) = stranger.accept().unwrap();
            caller.write_all(&[b'1'; WORD]).unwrap();
            let mut said = Vec::new();
            let _ = caller.read_to_end(&mut said);
            said
        });
        assert!(!raise_first(folder.path(), Some(LINK)));
        assert_eq!(listening.join().unwrap(), [b'1'; WORD]);
    }

    #[test]
    fn what_a_killed_program_left_is_no_first_instance() {
        let folder = tempfile::tempdir().unwrap();
        let word = "0".repeat(WORD);
        for left in [String::new(), "nonsense".to_owned(), format!("1 {word}\n"), format!("1 {word} {word}\n")] {
            std::fs::write(folder.path().join(FILE), &left).unwrap();
            assert!(!raise_first(folder.path(), Some(LINK)), "{left:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn its_owner_alone_can_read_the_words() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        first(folder.path());
        let mode = std::fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
