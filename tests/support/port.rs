//! A TCP port that no two tests use at the same time, even in two processes.

use std::{
    fmt,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket},
    sync::atomic::{AtomicU16, Ordering},
    thread,
    time::{Duration, Instant},
};

/// Below the range from which the system picks ports.
const FIRST: u16 = 20_000;
const COUNT: u16 = 10_000;
/// A busy machine may take long to start a program.
const PATIENCE: Duration = Duration::from_secs(90);

/// A port for one test, while this value lives.
pub struct Port {
    number: u16,
    /// UDP has its own port numbers. An open UDP port claims the TCP port of the same number while no program listens
    /// on it, and the system releases the claim when the test process ends.
    _claim: UdpSocket,
}

impl Port {
    /// Claims a port on which no program listens.
    pub fn claim() -> Self {
        static NEXT: AtomicU16 = AtomicU16::new(0);
        // Each process starts at another port, so that claims rarely collide.
        let begin = u16::try_from(std::process::id() % u32::from(COUNT)).unwrap_or_default();
        for _ in 0..COUNT {
            let number = FIRST + (begin + NEXT.fetch_add(1, Ordering::Relaxed)) % COUNT;
            let Ok(claim) = UdpSocket::bind((Ipv4Addr::LOCALHOST, number)) else { continue };
            if TcpListener::bind((Ipv4Addr::LOCALHOST, number)).is_ok() {
                return Self { number, _claim: claim };
            }
        }
        panic!("loopback has no free port from {FIRST} on");
    }

    /// The port on this computer, for a program that takes an address.
    pub fn to_address(&self) -> SocketAddr {
        SocketAddr::from((Ipv4Addr::LOCALHOST, self.number))
    }

    /// Waits until a program listens on the port.
    pub fn wait_for_listener(&self, program: &str) {
        let begun = Instant::now();
        while TcpStream::connect(self.to_address()).is_err() {
            assert!(begun.elapsed() < PATIENCE, "{program} does not listen on port {self}");
            thread::sleep(Duration::from_millis(25));
        }
    }
}

impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}
