//! A server that asks, message by message.

use proofup_ldap::proto::{
    LdapBindCred, LdapBindRequest, LdapDerefAliases, LdapFilter, LdapMsg, LdapOp, LdapResultCode, LdapSearchRequest,
    LdapSearchScope,
};
use proofup_ldap::{Messages, Read, write};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::address;
use crate::support::TestService;

pub struct Asker {
    stream: TcpStream,
    messages: Messages,
    next: i32,
}

impl Asker {
    pub async fn at(service: &TestService) -> Self {
        let stream = TcpStream::connect(address(service)).await.unwrap();
        Self { stream, messages: Messages::default(), next: 1 }
    }

    pub async fn send(&mut self, op: LdapOp) {
        let bytes = write(vec![LdapMsg::new(self.next, op)]).unwrap();
        self.next += 1;
        self.send_bytes(&bytes).await;
    }

    pub async fn send_bytes(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.unwrap();
    }

    /// Sends one byte; false when the service has closed the connection.
    pub async fn still_takes(&mut self, byte: u8) -> bool {
        self.stream.write_all(&[byte]).await.is_ok()
    }

    /// The next answer; `None` where the service closed the connection.
    pub async fn hear(&mut self) -> Option<LdapMsg> {
        let mut bytes = [0; 4096];
        loop {
            if let Some(Read::Message(message)) = self.messages.next_message().unwrap() {
                return Some(message);
            }
            match self.stream.read(&mut bytes).await.unwrap_or(0) {
                0 => return None,
                length => self.messages.push(&bytes[..length]),
            }
        }
    }

    pub async fn bind(&mut self, dn: &str, password: &str) -> LdapResultCode {
        let cred = LdapBindCred::Simple(password.to_owned());
        self.bind_with(LdapBindRequest { version: 3, dn: dn.to_owned(), cred }).await
    }

    pub async fn bind_with(&mut self, request: LdapBindRequest) -> LdapResultCode {
        self.send(LdapOp::BindRequest(request)).await;
        match self.hear().await.unwrap().op {
            LdapOp::BindResponse(response) => response.res.code,
            other => panic!("{other:?}"),
        }
    }

    /// The distinguished names that a filter finds.
    pub async fn find(&mut self, base: &str, scope: LdapSearchScope, filter: LdapFilter) -> Vec<String> {
        self.send(LdapOp::SearchRequest(LdapSearchRequest {
            base: base.to_owned(),
            scope,
            aliases: LdapDerefAliases::Never,
            sizelimit: 0,
            timelimit: 0,
            typesonly: false,
            filter,
            attrs: Vec::new(),
        }))
        .await;
        let mut found = Vec::new();
        loop {
            match self.hear().await.unwrap().op {
                LdapOp::SearchResultEntry(entry) => found.push(entry.dn),
                LdapOp::SearchResultDone(done) => {
                    assert_eq!(done.code, LdapResultCode::Success);
                    return found;
                }
                other => panic!("{other:?}"),
            }
        }
    }
}
