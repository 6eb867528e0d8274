//! A VPN: it sends a packet, and reads what comes back.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU8, Ordering};

use proofup_radius::{Code, Packet, Request, attribute};
use tokio::net::UdpSocket;

use super::SECRET;
use crate::support::TestService;

pub struct Vpn {
    socket: UdpSocket,
    next: AtomicU8,
}

/// An answer, proved to be the service's.
#[derive(Debug, Clone)]
pub struct Answer {
    pub code: Code,
    pub bytes: Vec<u8>,
    /// What the person reads.
    pub text: String,
    pub state: Option<Vec<u8>>,
    pub attributes: Vec<(u8, Vec<u8>)>,
}

impl Answer {
    pub fn first(&self, number: u8) -> &[u8] {
        self.attributes
            .iter()
            .find(|(found, _)| *found == number)
            .map(|(_, value)| value.as_slice())
            .unwrap_or_default()
    }
}

impl Vpn {
    pub async fn of(service: &TestService) -> Self {
        Self::at(service.running.as_ref().unwrap().radius_address().unwrap()).await
    }

    /// One that asks at this address.
    pub async fn at(address: SocketAddr) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        socket.connect(address).await.unwrap();
        Self { socket, next: AtomicU8::new(0) }
    }

    /// A new request, with an authenticator of its own.
    pub fn request(&self, code: Code) -> Request {
        Request::new(code, self.next.fetch_add(1, Ordering::Relaxed), &uuid::Uuid::new_v4().into_bytes())
    }

    pub fn access(&self, name: &str, password: &str) -> Request {
        let request = self.request(Code::AccessRequest).with(attribute::USER_NAME, name.as_bytes());
        request.with_password(password.as_bytes(), SECRET.as_bytes())
    }

    /// A request with a proof of MS-CHAPv2.
    pub fn ms_chap_request(&self, name: &str, password: &str) -> Request {
        let [challenge, peer_challenge] = [(); 2].map(|()| uuid::Uuid::new_v4().into_bytes());
        let request = self.request(Code::AccessRequest).with(attribute::USER_NAME, name.as_bytes());
        request.with_ms_chap2(name.as_bytes(), password, &challenge, &peer_challenge)
    }

    /// Sends a name and the proof of a password.
    pub async fn ms_chap(&self, name: &str, password: &str) -> Answer {
        self.ask(self.ms_chap_request(name, password)).await
    }

    /// Sends name and password.
    pub async fn password(&self, name: &str, password: &str) -> Answer {
        self.ask(self.access(name, password)).await
    }

    /// Answers a question.
    pub async fn answer(&self, name: &str, question: &Answer, typed: &str) -> Answer {
        let state = question.state.as_ref().unwrap_or_else(|| panic!("no question: {question:?}"));
        self.ask(self.access(name, typed).with(attribute::STATE, state)).await
    }

    /// Answers with the number of the choice that has these words in it.
    pub async fn choose(&self, name: &str, question: &Answer, words: &str) -> Answer {
        let offered = self.answer(name, question, "0").await;
        let choice = offered.text.split("; ").find(|part| part.contains(words));
        let number = choice.unwrap_or_else(|| panic!("no {words} in {}", offered.text)).split(' ').next().unwrap();
        self.answer(name, &offered, number).await
    }

    pub async fn ask(&self, request: Request) -> Answer {
        let bytes = request.sealed(SECRET.as_bytes());
        self.send(&bytes).await;
        self.hear(&bytes).await
    }

    pub async fn send(&self, bytes: &[u8]) {
        self.socket.send(bytes).await.unwrap();
    }

    /// The next packet, which must be the answer to this one.
    pub async fn hear(&self, request: &[u8]) -> Answer {
        let mut bytes = vec![0; 4096];
        let received = tokio::time::timeout(crate::support::PATIENCE, self.socket.recv(&mut bytes)).await;
        bytes.truncate(received.expect("the service answers").unwrap());
        let packet = Packet::parse(&bytes).unwrap();
        let asked = Packet::parse(request).unwrap();
        assert_eq!(packet.identifier(), asked.identifier());
        assert!(packet.answers(&asked.authenticator(), SECRET.as_bytes()), "it is not the service's");
        let (first, _) = packet.attributes().next().unwrap();
        assert_eq!(first, attribute::MESSAGE_AUTHENTICATOR, "first, or its beginning can be chosen");
        let is_question = packet.code() == Code::AccessChallenge;
        let state = packet.first(attribute::STATE).map(<[u8]>::to_vec);
        let text = packet.first(attribute::REPLY_MESSAGE).map(|text| String::from_utf8(text.to_vec()).unwrap());
        assert_eq!(is_question, state.is_some() && text.is_some(), "clients fail without either");
        Answer {
            code: packet.code(),
            text: text.unwrap_or_default(),
            state,
            attributes: packet.attributes().map(|(number, value)| (number, value.to_vec())).collect(),
            bytes: bytes.clone(),
        }
    }
}
