//! The configuration: a TOML file, above it the environment, above that the command line.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proofup_api::SecretText;
use proofup_store::{Patience, Presence, Store};
use serde::Deserialize;

use super::Common;
use super::front_ends::{FrontEndTable, ListOfNetworks, Listen};
use super::notices::{MailTable, NoticesTable};
use crate::context::Context;
use crate::passwords::{PasswordCost, UnknownPasswordCost, processors};
use crate::server::known_keys;
use crate::telephony::{NoTelephony, Telephony, Twilio, TwilioAccount, Webhook};
use crate::{
    Clock, ConnectionLimits, Database, DirectorySettings, FrontEnd, FrontEnds, Random, ServerKeys, ServiceConfig,
    ServiceError, TlsSettings,
};

/// Every key. In the environment `listen` is `PROOFUP_LISTEN`, and so on.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Configuration {
    #[serde(default)]
    pub(super) listen: Listen,
    pub(super) database: Option<String>,
    data_dir: Option<PathBuf>,
    key_file: Option<PathBuf>,
    pepper: Option<SecretText>,
    seed_key: Option<SecretText>,
    pub(super) tls_cert: Option<PathBuf>,
    pub(super) tls_key: Option<PathBuf>,
    pub(super) radsec_client_ca: Option<PathBuf>,
    pub(super) behind_proxy: Option<bool>,
    trusted_proxies: Option<ListOfNetworks>,
    public_url: Option<String>,
    server_name: Option<String>,
    password_cost: Option<String>,
    telephony: Option<String>,
    telephony_webhook_url: Option<String>,
    telephony_webhook_secret: Option<SecretText>,
    telephony_twilio_account_sid: Option<String>,
    telephony_twilio_auth_token: Option<SecretText>,
    telephony_twilio_from: Option<String>,
    telephony_twilio_url: Option<String>,
    legacy_shared_key: Option<SecretText>,
    legacy_imap: Option<SocketAddr>,
    legacy_pop3: Option<SocketAddr>,
    legacy_smtp: Option<SocketAddr>,
    metrics_token: Option<SecretText>,
    sign_in_lines: Option<String>,
    #[serde(default)]
    front_ends: Vec<FrontEndTable>,
    directory: Option<DirectorySettings>,
    mail: Option<MailTable>,
    #[serde(default)]
    notices: NoticesTable,
    connections: Option<usize>,
    connections_per_address: Option<usize>,
}

/// What a command does where there are no server keys, or no database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// It is refused without either.
    Existing,
    /// `init`: makes what is missing; keys for a new database alone.
    Init,
    /// `serve`: makes both, or neither. Keys without their database are a database that was lost or mistyped.
    Serve,
    /// `restore`: the keys are there, and the database is to come.
    IntoEmptyPlace,
}

impl Configuration {
    /// Reads the file, if one is named, and the environment.
    pub(super) fn read(common: &Common) -> Result<Self, ServiceError> {
        let mut all = match &common.config {
            None => Self::default(),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|source| ServiceError::Io { what: format!("read {}", path.display()), source })?;
                toml::from_str(&text).map_err(|error| {
                    // The library's own message quotes the line, which may hold a key.
                    let line = error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
                    ServiceError::Configuration(format!("{}, line {line}: {}", path.display(), error.message()))
                })?
            }
        };
        all.take_environment()?;
        if let Some(database) = &common.database {
            all.database = Some(database.clone());
        }
        Ok(all)
    }

    fn take_environment(&mut self) -> Result<(), ServiceError> {
        let get = |key: &str| environment(&format!("PROOFUP_{key}"));
        let path = |key: &str| get(key).map(PathBuf::from);
        let secret = |key: &str| get(key).map(SecretText::from);
        self.listen.http = get("LISTEN").or(self.listen.http.take());
        self.listen.radius = get("LISTEN_RADIUS").or(self.listen.radius.take());
        self.listen.radsec = get("LISTEN_RADSEC").or(self.listen.radsec.take());
        self.listen.ldap = get("LISTEN_LDAP").or(self.listen.ldap.take());
        self.listen.ldaps = get("LISTEN_LDAPS").or(self.listen.ldaps.take());
        self.database = get("DATABASE").or(self.database.take());
        self.data_dir = path("DATA_DIR").or(self.data_dir.take());
        self.key_file = path("KEY_FILE").or(self.key_file.take());
        self.pepper = secret("PEPPER").or(self.pepper.take());
        self.seed_key = secret("SEED_KEY").or(self.seed_key.take());
        self.tls_cert = path("TLS_CERT").or(self.tls_cert.take());
        self.tls_key = path("TLS_KEY").or(self.tls_key.take());
        self.radsec_client_ca = path("RADSEC_CLIENT_CA").or(self.radsec_client_ca.take());
        self.public_url = get("PUBLIC_URL").or(self.public_url.take());
        self.server_name = get("SERVER_NAME").or(self.server_name.take());
        self.password_cost = get("PASSWORD_COST").or(self.password_cost.take());
        self.telephony = get("TELEPHONY").or(self.telephony.take());
        self.telephony_webhook_url = get("TELEPHONY_WEBHOOK_URL").or(self.telephony_webhook_url.take());
        self.telephony_webhook_secret = secret("TELEPHONY_WEBHOOK_SECRET").or(self.telephony_webhook_secret.take());
        self.metrics_token = secret("METRICS_TOKEN").or(self.metrics_token.take());
        self.sign_in_lines = get("SIGN_IN_LINES").or(self.sign_in_lines.take());
        self.telephony_twilio_account_sid =
            get("TELEPHONY_TWILIO_ACCOUNT_SID").or(self.telephony_twilio_account_sid.take());
        self.telephony_twilio_auth_token =
            secret("TELEPHONY_TWILIO_AUTH_TOKEN").or(self.telephony_twilio_auth_token.take());
        self.telephony_twilio_from = get("TELEPHONY_TWILIO_FROM").or(self.telephony_twilio_from.take());
        self.telephony_twilio_url = get("TELEPHONY_TWILIO_URL").or(self.telephony_twilio_url.take());
        self.trusted_proxies = get("TRUSTED_PROXIES").map(ListOfNetworks::Text).or(self.trusted_proxies.take());
        self.legacy_shared_key = secret("LEGACY_SHARED_KEY").or(self.legacy_shared_key.take());
        for (key, field) in [
            ("LEGACY_IMAP", &mut self.legacy_imap),
            ("LEGACY_POP3", &mut self.legacy_pop3),
            ("LEGACY_SMTP", &mut self.legacy_smtp),
        ] {
            if let Some(text) = get(key) {
                let wrong = |_| ServiceError::Configuration(format!("PROOFUP_{key} is IP-ADDRESS:PORT"));
                *field = Some(text.parse().map_err(wrong)?);
            }
        }
        for (key, field) in
            [("CONNECTIONS", &mut self.connections), ("CONNECTIONS_PER_ADDRESS", &mut self.connections_per_address)]
        {
            if let Some(text) = get(key) {
                let wrong = |_| ServiceError::Configuration(format!("PROOFUP_{key} is a number"));
                *field = Some(text.parse().map_err(wrong)?);
            }
        }
        if let Some(text) = get("BEHIND_PROXY") {
            let wrong = |_| ServiceError::Configuration("PROOFUP_BEHIND_PROXY is true or false".to_owned());
            self.behind_proxy = Some(text.parse().map_err(wrong)?);
        }
        Ok(())
    }

    /// What use cases need, for an administrative command. It makes no keys.
    pub(super) async fn context(self) -> Result<Context, ServiceError> {
        self.service(Start::Existing).await?.context().await
    }

    /// What the service is made of.
    pub(super) async fn service(self, start: Start) -> Result<ServiceConfig, ServiceError> {
        let random = Random::system();
        let clock = Clock::system();
        let folder = self.data_folder()?;
        let database = match &self.database {
            Some(text) => text.parse()?,
            None => Database::Sqlite(folder.join("proofup.db")),
        };
        let given = match (&self.pepper, &self.seed_key) {
            (Some(pepper), Some(seed_key)) => Some(ServerKeys::from_hex(pepper.expose(), seed_key.expose())?),
            (None, None) => None,
            _ => return Err(ServiceError::Configuration("pepper and seed_key go together".to_owned())),
        };
        let key_file = self.key_file(&database, &folder);
        let keys = match given {
            Some(keys) => Some(keys),
            None => ServerKeys::read_file(&key_file)?,
        };
        if keys.is_none() && matches!(start, Start::Existing | Start::IntoEmptyPlace) {
            return Err(ServiceError::NoKeys(key_file.display().to_string()));
        }
        check_presence(&database, start, keys.is_some()).await?;
        if self.database.is_none() {
            make_folder(&folder)?;
        }
        let keys = match keys {
            Some(keys) => keys,
            None => make_keys(&database, &key_file, random).await?,
        };
        let tls = match (self.tls_cert.clone(), self.tls_key.clone()) {
            (Some(certificate), Some(key)) => Some(TlsSettings { certificate, key }),
            (None, None) => None,
            _ => return Err(ServiceError::Configuration("tls_cert and tls_key go together".to_owned())),
        };
        let front_ends = self.front_ends()?;
        let trusted_proxies =
            self.trusted_proxies.as_ref().map(|list| list.networks("trusted_proxies")).transpose()?.unwrap_or_default();
        let address = |key: &str, text: &str| {
            let wrong = |_| ServiceError::Configuration(format!("{key} is ADDRESS:PORT, not {text:?}"));
            text.parse::<SocketAddr>().map_err(wrong)
        };
        let limits = ConnectionLimits::default();
        Ok(ServiceConfig {
            listen: address("listen", self.listen.http.as_deref().unwrap_or("127.0.0.1:8440"))?,
            listen_radius: self.listen.radius.as_deref().map(|text| address("listen.radius", text)).transpose()?,
            listen_radsec: self.listen.radsec.as_deref().map(|text| address("listen.radsec", text)).transpose()?,
            radsec_client_ca: self.radsec_client_ca.clone(),
            listen_ldap: self.listen.ldap.as_deref().map(|text| address("listen.ldap", text)).transpose()?,
            listen_ldaps: self.listen.ldaps.as_deref().map(|text| address("listen.ldaps", text)).transpose()?,
            telephony: self.telephony(&clock)?,
            mail: self.mail.as_ref().map(MailTable::server).transpose()?,
            notice_webhook: self.notices.webhook(&clock)?,
            database,
            patience: match start {
                Start::Serve => Patience::default(),
                _ => Patience::of_a_command(),
            },
            keys,
            clock,
            random,
            password_cost: self.password_cost()?,
            hash_threads: processors(),
            tls,
            behind_proxy: self.behind_proxy.unwrap_or(false),
            trusted_proxies,
            public_url: self.public_url.map(|url| url.trim_end_matches('/').to_owned()),
            server_name: self.server_name.unwrap_or_else(host_name),
            front_ends,
            metrics_token: self.metrics_token,
            directory: self.directory,
            sign_in_lines: self
                .sign_in_lines
                .map(|text| text.parse().map_err(|why| ServiceError::Configuration(format!("sign_in_lines: {why}"))))
                .transpose()?,
            connections: ConnectionLimits {
                all: self.connections.unwrap_or(limits.all).max(1),
                per_address: self.connections_per_address.unwrap_or(limits.per_address).max(1),
                ..limits
            },
        })
    }

    /// `key_file`; else beside the file that the keys protect, so that a copy of the folder is whole.
    pub(super) fn key_file(&self, database: &Database, folder: &Path) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| match database {
            Database::Sqlite(path) => path.with_extension("keys.toml"),
            Database::Postgres(_) => folder.join("proofup.keys.toml"),
        })
    }

    fn front_ends(&self) -> Result<FrontEnds, ServiceError> {
        let all = match (&self.legacy_shared_key, self.front_ends.as_slice()) {
            (Some(key), []) => FrontEnd::legacy(key).to_vec(),
            (Some(_), _) => {
                let why = "legacy_shared_key makes a front end of its own, and goes without [[front_ends]]";
                return Err(ServiceError::Configuration(why.to_owned()));
            }
            (None, tables) => tables.iter().map(FrontEndTable::front_end).collect::<Result<_, _>>()?,
        };
        Ok(FrontEnds { all, imap: self.legacy_imap, pop3: self.legacy_pop3, smtp: self.legacy_smtp })
    }

    fn password_cost(&self) -> Result<PasswordCost, ServiceError> {
        let parsed = self.password_cost.as_deref().map(str::parse).transpose();
        parsed
            .map(Option::unwrap_or_default)
            .map_err(|error: UnknownPasswordCost| ServiceError::Configuration(error.to_string()))
    }

    fn telephony(&self, clock: &Clock) -> Result<Arc<dyn Telephony>, ServiceError> {
        match self.telephony.as_deref() {
            None | Some("none") => Ok(Arc::new(NoTelephony)),
            Some("webhook") => {
                let missing = |key: &str| ServiceError::Configuration(format!("telephony = \"webhook\" needs {key}"));
                let url = self.telephony_webhook_url.as_deref().ok_or_else(|| missing("telephony_webhook_url"))?;
                let secret =
                    self.telephony_webhook_secret.clone().ok_or_else(|| missing("telephony_webhook_secret"))?;
                Ok(Arc::new(Webhook::new(url, secret, clock.clone())?))
            }
            Some("twilio") => {
                let missing = |key: &str| ServiceError::Configuration(format!("telephony = \"twilio\" needs {key}"));
                let sid = self.telephony_twilio_account_sid.clone();
                let account = TwilioAccount {
                    account_sid: sid.ok_or_else(|| missing("telephony_twilio_account_sid"))?,
                    auth_token: self
                        .telephony_twilio_auth_token
                        .clone()
                        .ok_or_else(|| missing("telephony_twilio_auth_token"))?,
                    from: self.telephony_twilio_from.clone().ok_or_else(|| missing("telephony_twilio_from"))?,
                    api_url: self.telephony_twilio_url.clone(),
                };
                let public_url = self.public_url.as_deref().ok_or_else(|| missing("public_url"))?;
                Ok(Arc::new(Twilio::new(account, public_url, clock.clone())?))
            }
            Some(other) => Err(ServiceError::Configuration(format!(
                "telephony is \"none\", \"webhook\" or \"twilio\", not {other:?}"
            ))),
        }
    }

    /// `data_dir`, else the user's own folder for such data (XDG Base Directory Specification).
    fn data_folder(&self) -> Result<PathBuf, ServiceError> {
        if let Some(folder) = &self.data_dir {
            return Ok(folder.clone());
        }
        let absolute = |key: &str| environment(key).map(PathBuf::from).filter(|path| path.is_absolute());
        absolute("XDG_DATA_HOME")
            .or_else(|| absolute("HOME").map(|home| home.join(".local/share")))
            .or_else(|| absolute("APPDATA"))
            .map(|base| base.join("proofup-service"))
            .ok_or_else(|| ServiceError::Configuration("there is no home folder: set data_dir".to_owned()))
    }
}

/// Refuses to make a database in the place of one that should be there, and to use one that was not put back to its end.
async fn check_presence(database: &Database, start: Start, has_keys: bool) -> Result<(), ServiceError> {
    let makes = match start {
        Start::IntoEmptyPlace => return Ok(()),
        Start::Init => true,
        Start::Serve => !has_keys,
        Start::Existing => false,
    };
    let place = || database.place();
    match database.presence().await? {
        Presence::Restoring => Err(ServiceError::NotRestored(place())),
        Presence::Missing if !makes => Err(ServiceError::NoDatabase(place())),
        Presence::Missing | Presence::There => Ok(()),
    }
}

/// Keys for a database that was never used; any other one has keys already, and they are somewhere else.
async fn make_keys(database: &Database, file: &Path, random: Random) -> Result<ServerKeys, ServiceError> {
    let store = Store::open(database, Patience::of_a_command()).await?;
    let new = known_keys::may_be_made(&store).await;
    store.close().await;
    if !new? {
        return Err(ServiceError::NoKeys(file.display().to_string()));
    }
    if let Some(parent) = file.parent() {
        make_folder(parent)?;
    }
    ServerKeys::from_file(file, random)
}

/// Its owner's alone, if it is new.
fn make_folder(folder: &Path) -> Result<(), ServiceError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| ServiceError::Io { what: format!("make {}", folder.display()), source })
}

/// A variable of the environment; one that is empty is not set.
#[expect(clippy::disallowed_methods, reason = "the edge that reads the environment")]
pub(super) fn environment(key: &str) -> Option<String> {
    std::env::var(key).ok().filter(|value| !value.is_empty())
}

fn host_name() -> String {
    std::fs::read_to_string("/proc/sys/kernel/hostname")
        .ok()
        .or_else(|| environment("COMPUTERNAME"))
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "proofup".to_owned())
}
