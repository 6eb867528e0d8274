//! A service that runs: from configuration to a listening socket, and back.

pub(crate) mod connections;
mod front_ends;
pub(crate) mod housekeeping;
pub(crate) mod known_keys;
pub(crate) mod tls;

use std::net::SocketAddr;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proofup_api::SecretText;
use proofup_store::{Patience, Store};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use uuid::ContextV7;

use crate::audit::sign_in_log::{keep_sealing, write_refusals};
use crate::context::{Context, Refusals};
use crate::delivery::keep_delivering;
use crate::directory::{Directory, DirectorySettings};
use crate::endpoints::front_ends::FrontEnds;
use crate::endpoints::http::{EventHub, EventStreams, Http, Readiness, router};
use crate::endpoints::ldap::{Acceptor, LdapServer};
use crate::endpoints::radius::Answering;
use crate::endpoints::radius::radsec::RadSecServer;
use crate::mail::MailServer;
use crate::methods::gateway::listen;
use crate::passwords::{PasswordCost, PasswordHashing, processors};
use crate::runtime::admission::Admission;
use crate::runtime::lines::{Lines, SignInLinesTarget};
use crate::runtime::metrics::Metrics;
use crate::runtime::networks::Networks;
use crate::runtime::seldom::Seldom;
use crate::runtime::signed_post::SignedPost;
use crate::runtime::signing::MessageSigner;
use crate::runtime::slow_connections::SlowConnections;
use crate::server::connections::{Server, available_descriptors};
use crate::server::front_ends::{FrontEndListeners, FrontEndServers};
use crate::server::housekeeping::{forget_this_node, keep_house, note_password_costs, note_this_node};
use crate::server::tls::{Certificates, TlsSettings};
use crate::synchronization::keep_synchronizing;
use crate::telephony::{NoTelephony, Telephony};
use crate::{Clock, ConnectionLimits, Database, Random, ServerKeys, ServiceError};

/// How long open requests have to finish when the service stops.
const GRACE: Duration = Duration::from_secs(3);

/// Everything that a service is made of.
#[derive(Clone)]
pub struct ServiceConfig {
    /// Port 0 picks one.
    pub listen: SocketAddr,
    /// Where everything is kept.
    pub database: Database,
    /// How long a request waits for it.
    pub patience: Patience,
    /// The same on every node.
    pub keys: ServerKeys,
    /// How texts reach phones.
    pub telephony: Arc<dyn Telephony>,
    /// The mail server for notices, if there is one.
    pub mail: Option<MailServer>,
    /// A program that hears of what people are told, if there is one.
    pub notice_webhook: Option<SignedPost>,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
    /// What hashing a person's password costs.
    pub password_cost: PasswordCost,
    /// How many passwords are hashed at a time.
    pub hash_threads: NonZero<usize>,
    /// Certificate and key; without them the service speaks plain HTTP.
    pub tls: Option<TlsSettings>,
    /// A proxy in front speaks TLS, so the service may listen beyond loopback.
    pub behind_proxy: bool,
    /// The proxies whose `X-Forwarded-For` is believed. With `behind_proxy` and none here: those on this computer.
    pub trusted_proxies: Networks,
    /// The address that clients know, when it is not the one listened on.
    pub public_url: Option<String>,
    /// This node's name in the sign-in log.
    pub server_name: String,
    /// The front ends of old clients.
    pub front_ends: FrontEnds,
    /// Where RADIUS is listened for, over UDP. Port 0 picks one.
    pub listen_radius: Option<SocketAddr>,
    /// Where RADIUS over TLS is listened for. Port 0 picks one.
    pub listen_radsec: Option<SocketAddr>,
    /// The authority of the certificates that clients of RADIUS over TLS have, as PEM.
    pub radsec_client_ca: Option<PathBuf>,
    /// The address of LDAP with StartTLS. Port 0 picks one.
    pub listen_ldap: Option<SocketAddr>,
    /// The address of LDAP with TLS from the start. Port 0 picks one.
    pub listen_ldaps: Option<SocketAddr>,
    /// Must be sent to read `/metrics`. Without it this computer alone may, and nobody behind a proxy.
    pub metrics_token: Option<SecretText>,
    /// The directory that people come from.
    pub directory: Option<DirectorySettings>,
    /// Where this node writes a line for each sign-in, beside the sign-in log.
    pub sign_in_lines: Option<SignInLinesTarget>,
    /// How many connections there may be, and how long each may take.
    pub connections: ConnectionLimits,
}

impl ServiceConfig {
    /// A service on a loopback port that the system picks, with this database and these keys.
    pub fn on_loopback(database: Database, keys: ServerKeys) -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            database,
            patience: Patience::default(),
            keys,
            telephony: Arc::new(NoTelephony),
            mail: None,
            notice_webhook: None,
            clock: Clock::system(),
            random: Random::system(),
            password_cost: PasswordCost::default(),
            hash_threads: processors(),
            tls: None,
            behind_proxy: false,
            trusted_proxies: Networks::default(),
            public_url: None,
            server_name: "proofup".to_owned(),
            front_ends: FrontEnds::default(),
            listen_radius: None,
            listen_radsec: None,
            radsec_client_ca: None,
            listen_ldap: None,
            listen_ldaps: None,
            metrics_token: None,
            directory: None,
            sign_in_lines: None,
            connections: ConnectionLimits::default(),
        }
    }

    fn believed_proxies(&self) -> Networks {
        if self.behind_proxy && self.trusted_proxies.is_empty() {
            Networks::loopback()
        } else {
            self.trusted_proxies.clone()
        }
    }

    fn radsec_certificates(&self) -> Result<Option<Certificates>, ServiceError> {
        let (Some(settings), Some(authority)) = (self.tls.clone(), self.radsec_client_ca.clone()) else {
            return Ok(None);
        };
        Certificates::load_for_clients_of(settings, authority).map(Some)
    }

    /// Opens the database and gathers what use cases need.
    pub(crate) async fn context(&self) -> Result<Context, ServiceError> {
        let metrics = Arc::new(Metrics::new());
        let directory = self.directory.clone();
        let directory =
            directory.map(|settings| Directory::new(settings, self.random, self.clock.clone())).transpose()?;
        let store = Store::open(&self.database, self.patience).await?;
        known_keys::recognise(&store, &self.keys, self.clock.now_ms()).await?;
        Ok(Context {
            store,
            clock: self.clock.clone(),
            random: self.random,
            keys: self.keys.clone(),
            hashing: PasswordHashing::new(self.random, self.password_cost, self.hash_threads, metrics.hashes.clone())
                .with_directory(directory.clone()),
            directory,
            metrics,
            telephony: Arc::clone(&self.telephony),
            mail: self.mail.clone(),
            notice_webhook: self.notice_webhook.clone(),
            noticed: Arc::default(),
            server_name: self.server_name.clone(),
            server_address: None,
            logged: Arc::default(),
            lines: Lines::default(),
            refusals: Refusals::default(),
            signer: self
                .tls
                .as_ref()
                .map(|tls| MessageSigner { certificate: tls.certificate.clone(), key: tls.key.clone() }),
            id_order: Mutex::new(ContextV7::new()),
        })
    }
}

impl std::fmt::Debug for ServiceConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ServiceConfig")
            .field("listen", &self.listen)
            .field("database", &self.database)
            .field("behind_proxy", &self.behind_proxy)
            .finish_non_exhaustive()
    }
}

/// A service that listens. Dropping it stops it at once; [`Running::stop`] lets open requests finish.
pub struct Running {
    address: SocketAddr,
    certificates: Option<Arc<Certificates>>,
    /// The same certificate, where it demands one of the client.
    radsec_certificates: Option<Arc<Certificates>>,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
    front_ends: FrontEndServers,
    housekeeping: JoinHandle<()>,
    sealing: JoinHandle<()>,
    looking: JoinHandle<()>,
    /// Brings people from the directory up to date.
    synchronizing: Option<JoinHandle<()>>,
    delivering: JoinHandle<()>,
    /// Listens to phones in this process.
    phones: Option<JoinHandle<()>>,
    context: Arc<Context>,
    store: Store,
}

impl Running {
    /// Brings the database up to date and listens.
    ///
    /// # Errors
    /// The database, the socket or the certificate cannot be used, or the address is open to a network without TLS.
    pub async fn start(config: ServiceConfig) -> Result<Self, ServiceError> {
        if !config.listen.ip().is_loopback() && config.tls.is_none() && !config.behind_proxy {
            return Err(ServiceError::Configuration(format!(
                "{} is open to a network: give --tls-cert and --tls-key, or --behind-proxy",
                config.listen
            )));
        }
        let trusted_proxies = config.believed_proxies();
        config.front_ends.check(&trusted_proxies)?;
        front_ends::check(&config)?;
        let certificates = config.tls.clone().map(Certificates::load).transpose()?.map(Arc::new);
        let radsec_certificates = config.radsec_certificates()?.map(Arc::new);
        let io = |source| ServiceError::Io { what: format!("listen on {}", config.listen), source };
        let listener = TcpListener::bind(config.listen).await.map_err(io)?;
        let address = listener.local_addr().map_err(io)?;
        let listeners = FrontEndListeners::bind(&config).await?;
        let context = config.context().await?;
        let dropped = context.metrics.sign_in_lines_dropped.clone();
        let lines = config.sign_in_lines.map(|target| Lines::start(target, dropped)).transpose()?;
        let lines = lines.unwrap_or_default();
        let context = Arc::new(Context { server_address: Some(address.to_string()), lines, ..context });
        note_password_costs(&context).await?;
        note_this_node(&context, certificates.as_deref()).await?;
        let store = context.store.clone();
        let (stop, stopping) = watch::channel(false);
        let audiences = match &config.public_url {
            Some(url) => vec![url.clone()],
            None => own_addresses(address, certificates.is_some()),
        };
        if audiences.is_empty() || (config.public_url.is_none() && config.behind_proxy) {
            tracing::warn!("public_url is not set: authenticator devices cannot sign in until it is");
        }
        let mut limits = config.connections;
        limits.all = limits.all.min(available_descriptors());
        let event_hub = Arc::<EventHub>::default();
        let (front_ends, readiness) = (Arc::new(config.front_ends), Arc::<Readiness>::default());
        let metrics = Arc::clone(&context.metrics);
        let slow_ones = Arc::new(SlowConnections::new(Arc::clone(&metrics)));
        // Many people come from the address of a proxy, so it may have all connections that there are.
        let admission =
            Admission::new(limits.all, limits.per_address, trusted_proxies.clone(), metrics.connections.clone());
        let admission = Arc::new(admission);
        let ldap = LdapServer {
            context: Arc::clone(&context),
            front_ends: Arc::clone(&front_ends),
            tls: certificates.clone().map(|certificates| Arc::new(move || certificates.acceptor()) as Acceptor),
            limits,
            admission: Arc::clone(&admission),
            refusals: Seldom::default(),
        };
        let radius = Answering::new(Arc::clone(&context), Arc::clone(&front_ends), Arc::clone(&readiness));
        let radius = Arc::new(radius);
        let radsec = radsec_certificates.clone().map(|certificates| RadSecServer {
            answering: Arc::clone(&radius),
            tls: Arc::new(move || certificates.acceptor()),
            limits,
            admission: Arc::clone(&admission),
            slow_ones: Arc::clone(&slow_ones),
            refusals: Seldom::default(),
        });
        let served = listeners.serve(radius, radsec, ldap, &stopping);
        let http = Http {
            context: Arc::clone(&context),
            stopping: stopping.clone(),
            behind_proxy: config.behind_proxy,
            trusted_proxies: Arc::new(trusted_proxies),
            tls: certificates.is_some(),
            public_url: config.public_url,
            audiences: audiences.into(),
            front_ends,
            metrics_token: config.metrics_token,
            limits,
            slow_connections: Arc::clone(&slow_ones),
            event_hub: Arc::clone(&event_hub),
            event_streams: EventStreams::new(limits.event_streams),
            readiness,
        };
        let server = Server::new(router(http), certificates.clone(), limits, admission, metrics, slow_ones);
        let serving = tokio::spawn(Arc::new(server).serve(listener, stopping));
        let housekeeping = tokio::spawn(keep_house(Arc::downgrade(&context), certificates.clone()));
        let sealing = tokio::spawn(keep_sealing(Arc::downgrade(&context)));
        let looking = tokio::spawn(event_hub.keep_looking(Arc::downgrade(&context)));
        let synchronizing =
            context.directory.is_some().then(|| tokio::spawn(keep_synchronizing(Arc::downgrade(&context))));
        let delivering = tokio::spawn(keep_delivering(Arc::downgrade(&context)));
        let phones = context.telephony.local_events().map(|events| tokio::spawn(listen(Arc::clone(&context), events)));
        Ok(Self {
            address,
            certificates,
            radsec_certificates,
            stop,
            serving,
            front_ends: served,
            housekeeping,
            sealing,
            looking,
            synchronizing,
            delivering,
            phones,
            context,
            store,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The same as a URL.
    pub fn url(&self) -> String {
        format!("{}://{}", if self.certificates.is_some() { "https" } else { "http" }, self.address)
    }

    /// Where it listens for RADIUS, if it does.
    pub fn radius_address(&self) -> Option<SocketAddr> {
        self.front_ends.radius_address()
    }

    /// Where it listens for RADIUS over TLS, if it does.
    pub fn radsec_address(&self) -> Option<SocketAddr> {
        self.front_ends.radsec_address()
    }

    /// Where it listens for LDAP: first the address with StartTLS, then the one with TLS from the start.
    pub fn ldap_addresses(&self) -> Vec<SocketAddr> {
        self.front_ends.ldap_addresses()
    }

    /// Reads certificate and key anew, for connections from now on. Those in use stay if the files cannot be used.
    ///
    /// # Errors
    /// The files cannot be used.
    pub fn read_certificate_again(&self) -> Result<(), ServiceError> {
        [&self.certificates, &self.radsec_certificates].into_iter().flatten().try_for_each(|all| all.read_again())
    }

    /// Opens the file of sign-in lines anew, which another program may have moved.
    pub fn open_sign_in_lines_again(&self) {
        self.context.lines.open_again();
    }

    /// Stops: no new requests, three seconds for open ones, then the database is closed. Afterwards the same port and
    /// database can be started again.
    pub async fn stop(mut self) {
        self.housekeeping.abort();
        self.sealing.abort();
        self.looking.abort();
        self.delivering.abort();
        self.hang_up();
        self.stop.send_replace(true);
        if tokio::time::timeout(GRACE, &mut self.serving).await.is_err() {
            tracing::warn!("some requests were cut off");
            self.serving.abort();
        }
        self.front_ends.stopped(GRACE).await;
        if let Err(error) = write_refusals(&self.context).await {
            tracing::warn!(%error, "the last refusals are not in the sign-in log");
        }
        if let Err(error) = forget_this_node(&self.context).await {
            tracing::warn!(%error, "this node stays on the list of nodes for a day");
        }
        self.context.lines.finish().await;
        self.store.close().await;
    }
}

impl Running {
    /// The database, for the demo's view of it.
    #[cfg(feature = "demo")]
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    fn hang_up(&self) {
        if let Some(synchronizing) = &self.synchronizing {
            synchronizing.abort();
        }
        if let Some(phones) = &self.phones {
            phones.abort();
        }
    }
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        self.serving.abort();
        self.front_ends.abort();
        self.housekeeping.abort();
        self.sealing.abort();
        self.looking.abort();
        self.delivering.abort();
        self.hang_up();
    }
}

/// How this service is named by who reaches it directly, where no `public_url` says it: by the address that it listens
/// on, and on this computer by its name too. Listening on every address it has no name of its own.
fn own_addresses(address: SocketAddr, tls: bool) -> Vec<String> {
    let scheme = if tls { "https" } else { "http" };
    let mut names = Vec::new();
    if !address.ip().is_unspecified() {
        names.push(format!("{scheme}://{address}"));
    }
    if address.ip().is_loopback() {
        names.push(format!("{scheme}://localhost:{}", address.port()));
    }
    names
}
