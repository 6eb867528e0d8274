//! The fixture: a computer with files, keyring and clipboard, and Contoso's service on a loopback port.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;
use proofup_app::{
    App, AppError, Clipboard, Environment, HostInfo, SecretStore, SecretText, ServiceSource, Setup,
    view::{SecondStep, SignInStep, Status},
};
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_service::{
    Clock, Database, DemoPhones, FixedClock, FrontEnd, FrontEndKind, Networks, PasswordCost, Random, Running,
    ServerKeys, ServiceConfig,
    demo::{self, DemoPerson},
};
use proofup_vault::{MemoryStore, NoKeyring, WorkFactor};
use tempfile::TempDir;
use zeroize::Zeroizing;

#[path = "../../../../tests/support/port.rs"]
#[expect(dead_code, reason = "other tests wait for programs to listen")]
mod port;
#[path = "../../../../tests/support/wait.rs"]
pub mod wait;

use port::Port;

/// The passphrase of vaults that have one.
pub const PASSPHRASE: &str = "correct horse battery";
/// The time limit for anything that happens by itself.
const PATIENCE: Duration = Duration::from_secs(100);

/// Everything that survives a restart of the app.
pub struct Fixture {
    pub folder: TempDir,
    pub clipboard: Arc<Board>,
    pub phones: DemoPhones,
    pub time: FixedClock,
    keyring: Arc<dyn SecretStore>,
    /// Whether a new vault also gets a passphrase.
    with_passphrase: bool,
    environment: Arc<TestEnvironment>,
    config: Option<ServiceConfig>,
    service: Option<Running>,
    /// Held for as long as the fixture lives.
    port: Option<Port>,
}

impl Fixture {
    /// A fixture without a service and without a keyring.
    pub fn alone() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let (_, time) = Clock::fixed("2026-03-12T09:41:00Z".parse().unwrap());
        Self::with_time(time, None)
    }

    /// A fixture with Contoso's service and without a keyring.
    pub async fn at_contoso() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let (clock, time) = Clock::fixed("2026-03-12T09:41:00Z".parse().unwrap());
        let mut fixture = Self::with_time(time, None);
        let database = Database::Sqlite(fixture.folder.path().join("service.db"));
        let mut config = ServiceConfig::on_loopback(database, ServerKeys::generate(Random::system()).unwrap());
        config.telephony = Arc::new(fixture.phones.clone());
        config.clock = clock;
        config.front_ends.all = vec![FrontEnd::new("web", FrontEndKind::Basic, Networks::loopback())];
        // Other tests cover the cost of hashing; here it would only take time.
        config.password_cost = PasswordCost::of(8, 1);
        demo::seed(&config).await.expect("Contoso is made up");
        // No other test takes the port while the service is stopped.
        let port = Port::claim();
        config.listen = port.to_address();
        let service = Running::start(config.clone()).await.expect("the service starts");
        (fixture.config, fixture.service, fixture.port) = (Some(config), Some(service), Some(port));
        fixture
    }

    fn with_time(time: FixedClock, config: Option<ServiceConfig>) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            clipboard: Arc::default(),
            phones: DemoPhones::default(),
            environment: Arc::new(TestEnvironment { time: time.clone(), chance: AtomicU64::new(1) }),
            time,
            keyring: Arc::new(NoKeyring),
            with_passphrase: false,
            config,
            service: None,
            port: None,
        }
    }

    /// Another computer with the same service.
    pub fn beside(other: &Self) -> Self {
        let mut fixture = Self::with_time(other.time.clone(), other.config.clone());
        fixture.phones = other.phones.clone();
        fixture.environment = Arc::new(TestEnvironment { time: other.time.clone(), chance: AtomicU64::new(1 << 32) });
        fixture
    }

    /// Its clock is behind the service's.
    pub fn with_clock_behind(mut self, seconds: u64) -> Self {
        let here = i64::try_from(self.time.unix_seconds() - seconds).unwrap();
        let (_, time) = Clock::fixed(Timestamp::from_second(here).unwrap());
        self.environment = Arc::new(TestEnvironment { time, chance: AtomicU64::new(1) });
        self
    }

    /// With a working keyring and a passphrase, so that accounts can be saved.
    pub fn with_keyring(mut self) -> Self {
        self = self.with_keyring_alone();
        self.with_passphrase = true;
        self
    }

    /// With a working keyring as the only place of the key.
    pub fn with_keyring_alone(mut self) -> Self {
        self.keyring = Arc::new(MemoryStore::new());
        self
    }

    /// Opens the app; the same files and keyring as the last time.
    pub async fn open(&self) -> App {
        let service = match &self.config {
            Some(config) => ServiceSource::Fixed(format!("http://{}", config.listen)),
            None => ServiceSource::Settings,
        };
        self.open_with(service).await
    }

    /// The same with another source of the service's address.
    pub async fn open_with(&self, service: ServiceSource) -> App {
        let app = App::new(Setup {
            data_folder: self.folder.path().join("data"),
            secret_store: self.keyring.clone(),
            environment: self.environment.clone(),
            clipboard: self.clipboard.clone(),
            host: HostInfo { name: "fixture".into(), language: Some("en-GB".into()), locale: None },
            service,
            passphrase: None,
            passphrase_cost: WorkFactor::for_tests(4),
            version: "0.0.0".into(),
        });
        app.start().await;
        if self.with_passphrase
            && app.vault().vault_view().await.unwrap().key_storage.is_some_and(|storage| !storage.passphrase)
        {
            app.vault().set_vault_passphrase(SecretText::new(PASSPHRASE)).await.unwrap();
        }
        app
    }

    /// Stops the service.
    pub async fn stop_service(&mut self) {
        self.service.take().expect("it runs").stop().await;
    }

    /// Starts the service again, at the same address.
    pub async fn start_service(&mut self) {
        let config = self.config.clone().expect("there is one");
        self.service = Some(Running::start(config).await.expect("the service starts again"));
    }

    /// Waits until so many event streams are open at the service.
    pub async fn until_streams(&self, count: usize) {
        let url = format!("http://{}/metrics", self.config.as_ref().expect("there is a service").listen);
        let wanted = format!("proofup_event_streams {count}\n");
        let open = async || {
            let metrics = reqwest::get(&url).await.expect("the service answers").text().await.expect("in text");
            metrics.contains(&wanted)
        };
        wait::until(&wanted, open).await;
    }

    /// An old app signs in with a name and a password; whether it may.
    pub async fn old_app_signs_in(&self, upn: &str, password: &str) -> bool {
        let url = format!("http://{}/legacy/basic", self.config.as_ref().expect("there is a service").listen);
        let request = reqwest::Client::new().get(url).basic_auth(upn, Some(password)).header("User-Agent", "Mutt/2.2");
        let status = request.send().await.expect("the service answers").status();
        assert!(matches!(status.as_u16(), 204 | 401), "{status}");
        status == 204
    }

    /// The code in the last text to a number.
    pub fn code_on_phone(&self, number: &str) -> SecretText {
        let texts = self.phones.texts_to(number);
        let mut digits =
            texts.iter().map(|text| text.text.expose().chars().filter(char::is_ascii_digit).collect::<String>());
        // A text that tells of something has none.
        let code = digits.rfind(|digits| digits.len() == 6).expect("a text with a code arrived");
        SecretText::new(code)
    }

    /// The present code of a secret.
    pub fn code_of(&self, base32: &str) -> SecretText {
        let secret = Secret::from_base32(base32).unwrap();
        let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 6).unwrap();
        SecretText::new(params.code_at(self.time.unix_seconds()).unwrap().code.as_str())
    }

    /// Signs a person in, by text if a second step is needed.
    pub async fn sign_in(&self, app: &App, upn: &str) {
        let who = person(upn);
        match app.sign_in().sign_in(upn, SecretText::new(who.password)).await.unwrap_or_else(|error| panic!("{error}"))
        {
            SignInStep::SignedIn => {}
            SignInStep::SecondStep(_) => {
                app.sign_in()
                    .submit_code(self.code_on_phone(who.mobile), false)
                    .await
                    .unwrap_or_else(|error| panic!("{error}"));
            }
        }
    }
}

/// A person of Contoso.
pub fn person(upn: &str) -> DemoPerson {
    demo::people().into_iter().find(|person| person.upn == upn).expect("they work at Contoso")
}

/// The second step that is needed.
pub fn owed(step: SignInStep) -> SecondStep {
    match step {
        SignInStep::SecondStep(step) => step,
        SignInStep::SignedIn => panic!("a second step is owed"),
    }
}

/// The code of an error for the window.
pub fn code<T>(app: &App, result: Result<T, AppError>) -> String {
    app.fault(&result.err().expect("it is refused")).code
}

/// Waits for a status.
pub async fn until(app: &App, wanted: impl FnMut(&Status) -> bool) -> Status {
    let mut status = app.status().subscribe();
    let reached = tokio::time::timeout(PATIENCE, status.wait_for(wanted)).await;
    match reached {
        Ok(Ok(status)) => status.clone(),
        Ok(Err(_)) => panic!("the app is gone"),
        Err(_) => panic!("the status did not change in time; it is {:?}", app.status().status()),
    }
}

struct TestEnvironment {
    time: FixedClock,
    chance: AtomicU64,
}

impl Environment for TestEnvironment {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(i64::try_from(self.time.unix_seconds()).unwrap()).unwrap()
    }

    fn fill_random(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let number = self.chance.fetch_add(1, Ordering::SeqCst).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            chunk.copy_from_slice(&number.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// A clipboard whose content a test can read.
#[derive(Default)]
pub struct Board(Mutex<Option<String>>);

impl Board {
    /// Its content.
    pub fn holds(&self) -> Option<String> {
        self.0.lock().unwrap().clone()
    }

    /// Another program copies a text.
    pub fn put(&self, text: &str) {
        *self.0.lock().unwrap() = Some(text.to_owned());
    }
}

impl Clipboard for Board {
    fn write(&self, text: &str) -> Result<(), String> {
        self.put(text);
        Ok(())
    }

    fn write_secret(&self, text: &str) -> Result<(), String> {
        self.write(text)
    }

    fn read(&self) -> Option<Zeroizing<String>> {
        self.holds().map(Zeroizing::new)
    }

    fn clear(&self) -> Result<(), String> {
        *self.0.lock().unwrap() = None;
        Ok(())
    }
}
