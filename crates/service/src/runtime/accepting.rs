//! The loop that accepts connections, of every server over TCP.

use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::runtime::metrics::Metrics;

/// The pause after the system refused a connection, most often because file descriptors ran out.
const REFUSED_PAUSE: Duration = Duration::from_secs(1);

/// Accepts until the service stops, then waits for the connections that are open. `attend` returns `None` for a connection that
/// it refuses.
pub(crate) async fn accept<F>(
    listener: TcpListener,
    mut stopping: watch::Receiver<bool>,
    metrics: &Metrics,
    attend: impl Fn(TcpStream, SocketAddr) -> Option<F>,
) where
    F: Future<Output = ()> + Send + 'static,
{
    let mut open = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    if let Some(attended) = attend(stream, peer) {
                        open.spawn(attended);
                    }
                }
                Err(error) if concerns_one_connection(&error) => {}
                Err(error) => {
                    metrics.connection_refused("system");
                    tracing::error!(%error, "the system gives no more connections");
                    tokio::time::sleep(REFUSED_PAUSE).await;
                }
            },
            Some(ended) = open.join_next() => {
                if let Err(error) = ended {
                    tracing::error!(%error, "a connection did not come to its end");
                }
            }
            () = told_to_stop(&mut stopping) => break,
        }
    }
    drop(listener);
    while open.join_next().await.is_some() {}
}

/// Returns when the service stops.
pub(crate) async fn told_to_stop(stopping: &mut watch::Receiver<bool>) {
    // An error means that the service itself is gone.
    let _ = stopping.wait_for(|stop| *stop).await;
}

/// Faults of the connection that was to be accepted, not of accepting.
fn concerns_one_connection(error: &std::io::Error) -> bool {
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
