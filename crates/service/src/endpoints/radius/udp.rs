//! The socket of RADIUS over UDP.

use std::sync::Arc;

use proofup_radius::LONGEST_PACKET;
use tokio::net::UdpSocket;
use tokio::sync::watch;

use super::answering::{Answering, Back, Dropped};

/// Answers packets until the service stops; then those that are being answered have time to finish.
pub(crate) async fn serve(answering: Arc<Answering>, socket: UdpSocket, mut stopping: watch::Receiver<bool>) {
    let socket = Arc::new(socket);
    let back = Back::Socket(Arc::clone(&socket));
    let mut bytes = vec![0; LONGEST_PACKET];
    loop {
        tokio::select! {
            received = socket.recv_from(&mut bytes) => match received {
                Ok((length, from)) => match answering.front_ends.radius(from.ip().to_canonical()) {
                    Some(front_end) => answering.take(front_end, &bytes[..length], from, &back),
                    None => answering.drop_packet(Dropped::UnknownAddress, from),
                },
                // What another computer's refusal of an answer leaves behind; the socket goes on.
                Err(error) => tracing::debug!(%error, "a packet could not be received"),
            },
            _ = stopping.wait_for(|stop| *stop) => break,
        }
    }
    answering.finished().await;
}
