//! The configurations that are shipped in `docs/operate`: real programs run with these very files.

mod apache;
mod caddy;
mod dovecot;
mod freeradius;
mod ldap;
mod nginx;
mod openldap;
mod pam;
mod postfix;
mod program;
mod prometheus;
mod radsecproxy;

use proofup_api::SecretText;
use proofup_service::{FrontEnd, FrontEndKind, Networks};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use self::program::Port;
pub use self::program::{are_there, shipped};
use crate::legacy::new_app_password;
use crate::support::{TestDatabase, TestService, Tokens};

const BEN: &str = "ben@contoso.example";
/// A secret of a front end. It needs no quotes in any of the files.
const KEY: &str = "3f2c9d7a5b1e4f60";

/// A service that one front end asks over HTTP, and an app password of Ben's.
struct Asked {
    service: TestService,
    ben: Tokens,
    id: String,
    secret: String,
}

impl Asked {
    async fn by(name: &str, kind: FrontEndKind, header: &str) -> Self {
        let front_end = FrontEnd {
            secret: Some(SecretText::new(KEY)),
            client_address: Some(header.to_owned()),
            ..FrontEnd::new(name, kind, Networks::loopback())
        };
        let service = TestService::start(TestDatabase::sqlite()).await;
        let service = service.restarted(|config| config.front_ends.all = vec![front_end]).await;
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "Mail program"})).await;
        Self { service, ben, id, secret }
    }

    fn address(&self) -> String {
        self.service.config.listen.to_string()
    }

    async fn delete_app_password(&self) {
        self.ben.delete(&self.service, &format!("/v1/me/appPasswords/{}", self.id)).await;
    }
}

/// The row about Ben that a front end led to when it let him in.
async fn row_of(service: &TestService, front_end: &str) -> Value {
    let eva = Tokens::of(service, "eva").await;
    let log = eva.get(service, "/v1/admin/signIns?user=ben%40contoso.example").await;
    let is_it = |row: &&Value| row["frontEnd"] == front_end && row["result"] == "skipped_app_password";
    log["value"].as_array().unwrap().iter().find(is_it).unwrap_or_else(|| panic!("{log}")).clone()
}

/// What an IMAP server says to a sign-in: the line that answers it.
async fn imap_sign_in(port: &Port, name: &str, password: &str) -> String {
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).await.unwrap();
    let command = format!("a login {name} \"{password}\"\r\n");
    let mut heard = String::new();
    let mut sent = false;
    let mut bytes = [0; 4096];
    let listen = async {
        loop {
            let length = stream.read(&mut bytes).await.unwrap_or(0);
            heard.push_str(&String::from_utf8_lossy(&bytes[..length]));
            if !sent && heard.contains("* OK") {
                stream.write_all(command.as_bytes()).await.unwrap();
                sent = true;
            }
            let answer = heard.lines().find(|line| line.starts_with("a ")).map(str::to_owned);
            if answer.is_some() || length == 0 {
                return answer.unwrap_or_else(|| heard.clone());
            }
        }
    };
    tokio::time::timeout(crate::support::PATIENCE, listen).await.expect("the server answers")
}
