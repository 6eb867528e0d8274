//! Checks over RADIUS: PAP with `Message-Authenticator`, as a VPN sends them.

use std::net::SocketAddr;

use proofup_radius::{Code, Packet, Request, attribute};
use tokio::net::UdpSocket;

use super::Login;
use super::load::{Asks, Measured, run};
use crate::Failure;
use crate::server::{FRONT_END_SECRET, Server};

/// Keeps this number of sockets busy.
pub async fn checks(server: &Server, clients: usize, logins: &[Login]) -> Result<Measured, Failure> {
    let address = server.radius().ok_or("the service of this measurement speaks RADIUS")?;
    ask_all(address, clients, logins).await
}

pub(super) async fn ask_all(address: SocketAddr, clients: usize, logins: &[Login]) -> Result<Measured, Failure> {
    let mut all = Vec::new();
    for _ in 0..clients {
        let socket = UdpSocket::bind("127.0.0.1:0").await?;
        socket.connect(address).await?;
        all.push(Vpn { socket, logins: logins.to_vec(), answer: vec![0; 4096] });
    }
    run(all).await
}

struct Vpn {
    socket: UdpSocket,
    logins: Vec<Login>,
    answer: Vec<u8>,
}

impl Asks for Vpn {
    async fn ask(&mut self, number: usize) -> Result<(), Failure> {
        let login = &self.logins[number % self.logins.len()];
        let (secret, authenticator) = (FRONT_END_SECRET.as_bytes(), uuid::Uuid::new_v4().into_bytes());
        let request = Request::new(Code::AccessRequest, number.to_le_bytes()[0], &authenticator)
            .with(attribute::USER_NAME, login.name.as_bytes())
            .with_password(login.secret.as_bytes(), secret)
            .sealed(secret);
        self.socket.send(&request).await?;
        let length = self.socket.recv(&mut self.answer).await?;
        let answer = Packet::parse(&self.answer[..length]).map_err(|fault| format!("{fault:?}"))?;
        if answer.code() == Code::AccessAccept { Ok(()) } else { Err("a right app password was refused".into()) }
    }
}
