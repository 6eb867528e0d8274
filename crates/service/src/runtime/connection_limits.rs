//! Limits of connections, for the server and for the endpoints behind it.

use std::time::Duration;

/// How many connections are open at a time, and how long each may take.
#[derive(Debug, Clone, Copy)]
pub struct ConnectionLimits {
    /// At a time; and no more than the system has file descriptors for.
    pub all: usize,
    /// From one address at a time; an IPv6 address counts with its /64. Not counted for a trusted proxy, from which many
    /// people come.
    pub per_address: usize,
    /// Event streams of one person, or of one device, at a time. The oldest ends when another one begins.
    pub event_streams: usize,
    /// For the TLS handshake; and for the head of a request, from the end of the one before it.
    pub head: Duration,
    /// For the body of a request, and a second more for each 16 KiB.
    pub body: Duration,
    /// For the other side to take the next piece of an answer.
    pub answer: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            all: 8192,
            per_address: 2048,
            event_streams: 12,
            head: Duration::from_secs(20),
            body: Duration::from_secs(20),
            answer: Duration::from_secs(30),
        }
    }
}
