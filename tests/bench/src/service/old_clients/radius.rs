//! Checks over RADIUS with `Message-Authenticator`, as a VPN sends them: PAP, or MS-CHAPv2.

use std::net::SocketAddr;

use proofup_radius::{Code, Packet, Request, attribute};
use tokio::net::UdpSocket;

use super::Login;
use super::load::{Asks, Measured, run};
use crate::Failure;
use crate::server::{FRONT_END_SECRET, Server};

/// How a client shows that it has the secret.
#[derive(Debug, Clone, Copy)]
pub enum Method {
    Pap,
    MsChap2,
}

/// Keeps this number of sockets busy.
pub async fn checks(server: &Server, clients: usize, logins: &[Login], method: Method) -> Result<Measured, Failure> {
    let address = server.radius().ok_or("the service of this measurement speaks RADIUS")?;
    ask_all(address, clients, logins, method).await
}

pub(super) async fn ask_all(
    address: SocketAddr,
    clients: usize,
    logins: &[Login],
    method: Method,
) -> Result<Measured, Failure> {
    let mut all = Vec::new();
    for _ in 0..clients {
        let socket = UdpSocket::bind("127.0.0.1:0").await?;
        socket.connect(address).await?;
        all.push(Vpn { socket, logins: logins.to_vec(), method, answer: vec![0; 4096] });
    }
    run(all).await
}

struct Vpn {
    socket: UdpSocket,
    logins: Vec<Login>,
    method: Method,
    answer: Vec<u8>,
}

impl Asks for Vpn {
    async fn ask(&mut self, number: usize) -> Result<(), Failure> {
        let login = &self.logins[number % self.logins.len()];
        let (secret, authenticator) = (FRONT_END_SECRET.as_bytes(), uuid::Uuid::new_v4().into_bytes());
        let request = Request::new(Code::AccessRequest, number.to_le_bytes()[0], &authenticator)
            .with(attribute::USER_NAME, login.name.as_bytes());
        let request = match self.method {
            Method::Pap => request.with_password(login.secret.as_bytes(), secret),
            Method::MsChap2 => {
                let challenge = uuid::Uuid::new_v4().into_bytes();
                request.with_ms_chap2(login.name.as_bytes(), &login.secret, &challenge, &authenticator)
            }
        };
        self.socket.send(&request.sealed(secret)).await?;
        let length = self.socket.recv(&mut self.answer).await?;
        let answer = Packet::parse(&self.answer[..length]).map_err(|fault| format!("{fault:?}"))?;
        if answer.code() == Code::AccessAccept { Ok(()) } else { Err("a right app password was refused".into()) }
    }
}
