//! Server-Sent Events (WHATWG HTML, section 9.2): messages that the service sends by itself.

use std::time::Duration;

use proofup_api::Event;
use reqwest::{Response, header::CONTENT_TYPE};

use crate::ClientError;

/// The service sends a comment more often than this. After a longer silence the connection counts as broken.
const LONGEST_SILENCE: Duration = Duration::from_secs(60);

/// The service sends no longer line.
const LONGEST_LINE: usize = 16 * 1024;

/// An open stream. Dropping it closes the connection.
pub struct EventStream {
    response: Response,
    parser: Parser,
}

impl EventStream {
    pub(crate) fn new(response: Response) -> Option<Self> {
        let kind = response.headers().get(CONTENT_TYPE)?.to_str().ok()?;
        kind.starts_with("text/event-stream").then(|| Self { response, parser: Parser::default() })
    }

    /// The next event; `None` when the service closed the stream. Skips events that this app does not know.
    ///
    /// # Errors
    /// [`ClientError::Unreachable`] when the connection broke, or nothing came for too long.
    pub async fn next(&mut self) -> Result<Option<Event>, ClientError> {
        loop {
            if let Some(event) = self.parser.next()? {
                return Ok(Some(event));
            }
            let chunk = tokio::time::timeout(LONGEST_SILENCE, self.response.chunk()).await;
            match chunk.map_err(|_| ClientError::Unreachable { detail: "no events in time".to_owned() })?? {
                Some(bytes) => self.parser.feed(&bytes),
                None => return Ok(None),
            }
        }
    }
}

/// Cuts the stream into events. Only `event:` matters: the data is empty, and the app asks for the new state.
#[derive(Default)]
struct Parser {
    buffer: Vec<u8>,
    name: Option<String>,
}

impl Parser {
    fn feed(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    fn next(&mut self) -> Result<Option<Event>, ClientError> {
        while let Some(line) = self.line() {
            if line.is_empty() {
                if let Some(event) = self.name.take().and_then(|name| name.parse().ok()) {
                    return Ok(Some(event));
                }
            } else if let Some(name) = line.strip_prefix("event:") {
                self.name = Some(name.trim_start_matches(' ').to_owned());
            }
        }
        if self.buffer.len() > LONGEST_LINE {
            return Err(ClientError::invalid("an endless line of events", None));
        }
        Ok(None)
    }

    /// The next whole line without its end, which is LF or CR LF.
    fn line(&mut self) -> Option<String> {
        let end = self.buffer.iter().position(|byte| *byte == b'\n')?;
        let line: Vec<u8> = self.buffer.drain(..=end).collect();
        let text = String::from_utf8_lossy(&line);
        Some(text.trim_end_matches(['\n', '\r']).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use proofup_api::Event;

    use super::{LONGEST_LINE, Parser};

    fn events(pieces: &[&str]) -> Vec<Event> {
        let mut parser = Parser::default();
        let mut found = Vec::new();
        for piece in pieces {
            parser.feed(piece.as_bytes());
            while let Some(event) = parser.next().unwrap() {
                found.push(event);
            }
        }
        found
    }

    #[test]
    fn finds_events_that_arrive_in_pieces() {
        let whole = ": hello\n\nevent: securityInfoChanged\ndata:\n\nevent:signedOut\r\ndata: {}\r\n\r\n";
        for cut in 0..whole.len() {
            let (head, tail) = whole.split_at(cut);
            assert_eq!(events(&[head, tail]), [Event::SecurityInfoChanged, Event::SignedOut], "cut at {cut}");
        }
    }

    #[test]
    fn skips_events_of_a_newer_service() {
        assert_eq!(events(&["event: somethingNew\ndata:\n\nevent: signInLogged\ndata:\n\n"]), [Event::SignInLogged]);
    }

    #[test]
    fn refuses_a_line_without_end() {
        let mut parser = Parser::default();
        parser.feed(&vec![b'a'; LONGEST_LINE + 1]);
        assert!(parser.next().is_err());
    }
}
