//! A service that is asked over LDAP under TLS, as a second node beside the one that people use.

use std::net::SocketAddr;
use std::path::PathBuf;

use proofup_api::SecretText;
use proofup_service::{FrontEnd, Running};
use serde_json::json;

use super::KEY;
use crate::ldap::front_end;
use crate::legacy::new_app_password;
use crate::support::{TestDatabase, TestService, Tokens};
use crate::tls::Papers;

pub struct LdapNode {
    pub service: TestService,
    running: Option<Running>,
    /// StartTLS.
    pub plain: SocketAddr,
    /// LDAPS.
    pub tls: SocketAddr,
    /// The certificate of the authority.
    pub authority: PathBuf,
    pub ben: Tokens,
    pub id: String,
    pub secret: String,
    _folder: tempfile::TempDir,
}

impl LdapNode {
    /// With an app password of Ben's. The server that asks is to bind before it searches.
    pub async fn start() -> Self {
        let folder = super::program::folder();
        let papers = Papers::for_name(folder.path(), "127.0.0.1");
        let authority = folder.path().join("authority.pem");
        std::fs::write(&authority, &papers.authority).unwrap();
        let service = TestService::start(TestDatabase::sqlite()).await;
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "NAS"})).await;
        let mut config = service.config.clone();
        config.listen.set_port(0);
        config.tls = Some(papers.settings.clone());
        config.front_ends.all = vec![FrontEnd { secret: Some(SecretText::new(KEY)), ..front_end() }];
        config.listen_ldap = Some(([127, 0, 0, 1], 0).into());
        config.listen_ldaps = Some(([127, 0, 0, 1], 0).into());
        let running = Running::start(config).await.unwrap();
        let [plain, tls] = running.ldap_addresses().try_into().unwrap();
        Self { service, running: Some(running), plain, tls, authority, ben, id, secret, _folder: folder }
    }

    /// Ben deletes the app password, on the other node.
    pub async fn delete_app_password(&self) {
        self.ben.delete(&self.service, &format!("/v1/me/appPasswords/{}", self.id)).await;
    }

    /// Nobody answers over LDAP any more.
    pub async fn stop(&mut self) {
        self.running.take().unwrap().stop().await;
    }
}
