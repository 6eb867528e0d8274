//! Lines for a log collector. Nobody waits for a line: where the collector is away for long, lines are dropped and counted.

mod sink;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use prometheus_client::metrics::counter::Counter;
use tokio::sync::oneshot;

pub use sink::SignInLinesTarget;
use sink::Sink;

use crate::ServiceError;

/// The greatest number of lines that wait for the collector.
const MOST_WAITING: usize = 4096;
/// How long the service waits for the last lines when it stops.
const LAST_LINES: Duration = Duration::from_secs(1);

enum Message {
    Line(Vec<u8>),
    /// The file was moved by a program that rotates logs.
    OpenAgain,
    End(oneshot::Sender<()>),
}

/// Where the lines of this node go; nowhere unless the configuration says so.
#[derive(Clone, Default)]
pub(crate) struct Lines(Option<Arc<Open>>);

struct Open {
    sender: SyncSender<Message>,
    framing: Framing,
    dropped: Counter,
}

/// What a line looks like at its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Framing {
    /// It ends with a line feed.
    Lines,
    /// It is a message with a header (RFC 5424).
    Syslog,
}

impl Lines {
    /// Starts the thread that writes. It ends with [`Lines::finish`], or with the last clone.
    pub(crate) fn start(target: SignInLinesTarget, dropped: Counter) -> Result<Self, ServiceError> {
        let framing = target.framing();
        let failed = |what: String| move |source| ServiceError::Io { what, source };
        let sink = Sink::open(target.clone()).map_err(failed(format!("write sign-ins to {target}")))?;
        let (sender, receiver) = sync_channel(MOST_WAITING);
        let counted = dropped.clone();
        std::thread::Builder::new()
            .name("sign-in lines".to_owned())
            .spawn(move || write_all(sink, &receiver, &counted))
            .map_err(failed("start a thread".to_owned()))?;
        Ok(Self(Some(Arc::new(Open { sender, framing, dropped }))))
    }

    /// What a line looks like; none where nobody reads any.
    pub(crate) fn framing(&self) -> Option<Framing> {
        self.0.as_ref().map(|open| open.framing)
    }

    /// Hands a line to the thread, and waits for nothing.
    pub(crate) fn write(&self, line: Vec<u8>) {
        if let Some(open) = &self.0
            && open.sender.try_send(Message::Line(line)).is_err()
        {
            open.dropped.inc();
        }
    }

    /// Opens a file anew that another program has moved.
    pub(crate) fn open_again(&self) {
        if let Some(open) = &self.0 {
            let _ = open.sender.try_send(Message::OpenAgain);
        }
    }

    /// Waits a moment for the last lines.
    pub(crate) async fn finish(&self) {
        let Some(open) = &self.0 else { return };
        let (ended, end) = oneshot::channel();
        if open.sender.try_send(Message::End(ended)).is_ok() {
            let _ = tokio::time::timeout(LAST_LINES, end).await;
        }
    }
}

fn write_all(mut sink: Sink, receiver: &Receiver<Message>, dropped: &Counter) {
    while let Ok(message) = receiver.recv() {
        match message {
            Message::Line(line) => {
                if let Err(error) = sink.write(&line) {
                    dropped.inc();
                    tracing::warn!(%error, "a line was dropped; the sign-in is in the sign-in log");
                }
            }
            Message::OpenAgain => {
                if let Err(error) = sink.open_again() {
                    tracing::error!(%error, "the file of sign-in lines in use stays");
                }
            }
            Message::End(ended) => {
                let _ = ended.send(());
                return;
            }
        }
    }
}
