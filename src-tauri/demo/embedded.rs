//! The embedded service: in this process, at one loopback address, with its own database in the demo's folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use proofup_app::{
    App, AppError, Change, Environment,
    view::{
        ApprovalChoice, DemoPerson, DemoStory, DemoToken, PhoneAction, PhoneCall, PhoneCallState, PhoneMessage,
        PhoneNotification,
    },
};
use proofup_service::{
    Clock, Database, DemoPhones, EventKind, FrontEnd, FrontEndKind, Networks, Running, ServerKeys, ServiceConfig,
    ServiceError, demo,
};
use tauri::{AppHandle, Manager, Runtime, async_runtime};
use tokio::sync::broadcast::error::RecvError;

use super::{
    devices::Devices,
    holders::Holders,
    nodes::{Node, Nodes},
    phone::{self, Messages},
    phone_keys::PhoneKeys,
    stage::Stage,
    tokens,
};
use crate::{
    environment::{SystemEnvironment, clock_ahead},
    windows::{self, DEMO_PHONE, Look, MAIN},
};

/// The demo, if the app runs as one.
pub(crate) struct Demo {
    wanted: bool,
    /// Whether there is a demo phone, which is also a registered device.
    with_phone: bool,
    folder: PathBuf,
    pub(super) phones: DemoPhones,
    messages: Arc<Messages>,
    devices: Devices,
    holders: Holders,
    /// The number of calls before the last reset.
    calls_before: AtomicUsize,
    pub(super) nodes: Nodes,
    pub(super) stage: Stage,
}

impl Demo {
    /// `asked` is the value of `--demo`; without it, there is no demo.
    pub(crate) fn new(asked: Option<&str>, with_phone: bool, folder: &Path, wayland: bool) -> Self {
        Self {
            wanted: asked.is_some(),
            with_phone,
            folder: folder.join("service"),
            phones: DemoPhones::default(),
            messages: Arc::default(),
            devices: Devices::new(PhoneKeys::in_folder(&folder.join("service"))),
            holders: Holders::default(),
            calls_before: AtomicUsize::new(0),
            nodes: Nodes::default(),
            stage: Stage::new(asked, folder, wayland),
        }
    }

    /// Whether the app runs as a demo.
    pub(super) fn is_wanted(&self) -> bool {
        self.wanted
    }

    /// The page that the main window opens on, if not the usual one.
    pub(crate) fn first_page(&self) -> Option<&'static str> {
        self.stage.is_choosing().then_some("scenarios")
    }

    /// Opens the windows of free play; those of a scenario open when it is chosen.
    pub(crate) fn show_first_windows<R: Runtime>(&self, handle: &AppHandle<R>) {
        if !self.stage.is_choosing() {
            self.show_phone(handle, false);
        }
    }

    /// Starts the service and the phones; does nothing outside of the demo.
    pub(crate) async fn start<R: Runtime>(&self, handle: &AppHandle<R>, app: &App) {
        if !self.wanted {
            return;
        }
        self.follow_phones(handle.clone());
        self.follow_holders(handle.clone(), app);
        // The sign-in page shows an error, with a button to try again.
        let _ = self.set_running(true, app).await;
        self.look_up_holders().await;
        self.begin_devices(handle);
    }

    /// Stops the service at the end of the program.
    pub(crate) async fn stop(&self) {
        for (_, running) in std::mem::take(&mut *self.nodes.running.lock().await) {
            running.stop().await;
        }
    }

    /// The people of the demo; none outside of the demo.
    pub(crate) fn people(&self) -> Vec<DemoPerson> {
        if !self.wanted {
            return Vec::new();
        }
        demo::people().into_iter().map(person).collect()
    }

    /// Opens the window of the demo phone beside the main one. If it is open, raises it on request.
    pub(crate) fn show_phone<R: Runtime>(&self, handle: &AppHandle<R>, raise: bool) {
        if !self.wanted || !self.with_phone || !(raise || self.stage.has_phone()) {
            return;
        }
        let shown = match handle.get_webview_window(DEMO_PHONE) {
            Some(phone) if raise => phone.unminimize().and_then(|()| phone.set_focus()),
            Some(_) => Ok(()),
            None => self.open_phone(handle),
        };
        if let Err(error) = shown {
            tracing::error!(%error, "the demo phone did not open");
        }
    }

    fn open_phone<R: Runtime>(&self, handle: &AppHandle<R>) -> tauri::Result<()> {
        let settings = handle.state::<App>().preferences().settings();
        let phone = windows::open(handle, DEMO_PHONE, None, &settings, Look::default())?;
        if let Some(main) = handle.get_webview_window(MAIN) {
            windows::put_beside(&phone, &main);
        }
        Ok(())
    }

    /// The texts on the demo phone.
    pub(crate) fn messages(&self) -> Vec<PhoneMessage> {
        self.messages.all(&self.holders)
    }

    /// The displays of the hardware tokens now.
    pub(crate) fn tokens(&self) -> Vec<DemoToken> {
        if !self.wanted {
            return Vec::new();
        }
        let now = SystemEnvironment.now();
        tokens::screens(now, self.stage.milliseconds_played(now), &self.holders)
    }

    /// The calls of the demo phone.
    pub(crate) fn calls(&self) -> Vec<PhoneCall> {
        phone::calls(&self.phones, self.calls_before.load(Ordering::Relaxed), &self.holders)
    }

    /// Does an action on a call.
    pub(crate) async fn act_on_call(&self, id: &str, action: PhoneAction) {
        self.phones.act(id, phone::event(action)).await;
    }

    /// Presses a key during a call.
    pub(crate) async fn press_key(&self, id: &str, key: String) {
        self.phones.act(id, EventKind::Keys(key)).await;
    }

    /// Answers a text.
    pub(crate) async fn reply(&self, id: &str, text: String) {
        let answered = self.phones.texts_after(0).into_iter().find(|text| text.sequence.to_string() == id);
        if let Some(answered) = answered {
            self.phones.act(&answered.id, EventKind::Reply(text.into())).await;
        }
    }

    /// The waiting requests on the demo phone.
    pub(crate) fn notifications(&self) -> Vec<PhoneNotification> {
        self.devices.notifications()
    }

    /// Answers a notification of the demo phone.
    pub(crate) async fn decide(
        &self,
        id: &str,
        choice: ApprovalChoice,
        number: Option<String>,
    ) -> Result<(), AppError> {
        if !self.wanted {
            return Ok(());
        }
        self.devices.decide(id, choice, number).await
    }

    /// Scans the QR code in the main window with the demo phone.
    pub(crate) async fn scan<R: Runtime>(&self, handle: &AppHandle<R>, app: &App) -> Result<(), AppError> {
        match (self.wanted, self.url()) {
            (true, Some(address)) => self.devices.scan(handle, app, &address).await,
            _ => Ok(()),
        }
    }

    pub(super) fn url(&self) -> Option<String> {
        self.nodes.entrance.address().map(|address| format!("http://{address}"))
    }

    /// Registers the demo phone from the start.
    fn begin_devices<R: Runtime>(&self, handle: &AppHandle<R>) {
        let Some(address) = self.url().filter(|_| self.with_phone) else { return };
        if let Err(error) = self.devices.begin(handle, &address) {
            tracing::error!(%error, "the demo phone gets no notifications");
        }
    }

    /// Whether the service runs, on one server at least.
    pub(crate) async fn is_running(&self) -> bool {
        !self.nodes.running.lock().await.is_empty()
    }

    /// Starts or stops the service, with the database of before.
    pub(crate) async fn set_running(&self, run: bool, app: &App) -> Result<(), AppError> {
        let all = Node::ALL.len();
        for node in Node::ALL.into_iter().take(if run { self.stage.servers() } else { all }) {
            self.set_node_running(node, run, app).await?;
        }
        Ok(())
    }

    /// Starts or stops one server.
    pub(super) async fn set_node_running(&self, node: Node, run: bool, app: &App) -> Result<(), AppError> {
        let mut running = self.nodes.running.lock().await;
        if !run {
            if let Some(stopping) = running.remove(&node) {
                self.nodes.open_to(&running);
                stopping.stop().await;
            }
            return Ok(());
        }
        if !self.wanted || running.contains_key(&node) {
            return Ok(());
        }
        let started = self.run_service(node).await.map_err(|error| self.not_started(node, &error, app))?;
        running.insert(node, started);
        self.nodes.open_to(&running);
        match self.url() {
            Some(url) if !self.nodes.announced.swap(true, Ordering::Relaxed) => {
                Ok(app.service().embedded_service_started(&url)?)
            }
            _ => Ok(()),
        }
    }

    fn not_started(&self, node: Node, error: &ServiceError, app: &App) -> AppError {
        let error = AppError::EmbeddedService(error.to_string());
        tracing::error!(%error, node = node.name(), "the demo's service did not start");
        // Later, the Settings page shows the error.
        if !self.nodes.announced.load(Ordering::Relaxed) {
            app.service().embedded_service_failed(&error);
        }
        error
    }

    /// Resets the demo organisation.
    pub(crate) async fn reset<R: Runtime>(&self, handle: &AppHandle<R>, app: &App) -> Result<(), AppError> {
        if !self.wanted {
            return Ok(());
        }
        self.restore(handle, app).await
    }

    /// Restores the organisation, the vault and the phones to how they were at the start.
    pub(super) async fn restore<R: Runtime>(&self, handle: &AppHandle<R>, app: &App) -> Result<(), AppError> {
        app.sign_in().sign_out().await;
        self.set_running(false, app).await?;
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(AppError::EmbeddedService(error.to_string()));
            }
            Ok(()) | Err(_) => {}
        }
        app.approvals().remove_all_devices().await?;
        app.vault().erase_authenticator().await?;
        self.set_running(true, app).await?;
        self.begin_devices(handle);
        self.look_up_holders().await;
        self.forget_messages(handle);
        windows::tell(handle, MAIN, "demo-reset", ());
        Ok(())
    }

    /// Empties the phones.
    pub(super) fn forget_messages<R: Runtime>(&self, handle: &AppHandle<R>) {
        self.messages.take_in(&self.phones, &self.holders, SystemEnvironment.now());
        self.messages.begin_anew();
        self.calls_before.store(self.phones.calls().len(), Ordering::Relaxed);
        windows::tell(handle, DEMO_PHONE, "phone-reset", ());
    }

    /// Fetches the owners of numbers and tokens from the service. Returns whether they changed.
    async fn look_up_holders(&self) -> bool {
        let Ok(config) = self.config() else { return false };
        match demo::holders(&config).await {
            Ok(now) => self.holders.replace(now),
            Err(error) => {
                tracing::debug!(%error, "the owners of the numbers could not be fetched");
                false
            }
        }
    }

    /// Updates the phone's owners as soon as a person registers a number.
    fn follow_holders<R: Runtime>(&self, handle: AppHandle<R>, app: &App) {
        let mut changes = app.status().changes();
        async_runtime::spawn(async move {
            loop {
                match changes.recv().await {
                    Ok(Change::SecurityInfo) | Err(RecvError::Lagged(_)) => {
                        if handle.state::<Self>().look_up_holders().await {
                            windows::tell(&handle, DEMO_PHONE, "phone-holders", ());
                        }
                    }
                    Ok(_) => {}
                    Err(RecvError::Closed) => return,
                }
            }
        });
    }

    fn config(&self) -> Result<ServiceConfig, ServiceError> {
        let io = |source| ServiceError::Io { what: format!("make {}", self.folder.display()), source };
        fs::create_dir_all(&self.folder).map_err(io)?;
        let random = self.stage.random();
        let keys = ServerKeys::from_file(&self.folder.join("server.keys"), random)?;
        let mut config = ServiceConfig::on_loopback(Database::Sqlite(self.folder.join("proofup.db")), keys);
        config.telephony = Arc::new(self.phones.clone());
        (config.clock, config.random) = (Clock::ahead(clock_ahead()), random);
        // The demo also accepts old clients on this computer.
        config.front_ends.all = [FrontEndKind::NginxMail, FrontEndKind::Basic].map(demo_front_end).to_vec();
        Ok(config)
    }

    async fn run_service(&self, node: Node) -> Result<Running, ServiceError> {
        let mut config = self.config()?;
        node.name().clone_into(&mut config.server_name);
        demo::seed_with_past(&config, &self.stage.differences()).await?;
        let io = |source| ServiceError::Io { what: "open the address of the demo's service".to_owned(), source };
        self.nodes.entrance.open().await.map_err(io)?;
        // What devices sign names this address.
        config.public_url = self.url();
        Running::start(config).await
    }

    fn follow_phones<R: Runtime>(&self, handle: AppHandle<R>) {
        let handle_of_calls = handle.clone();
        let mut called = self.phones.subscribe_calls();
        async_runtime::spawn(async move {
            while called.changed().await.is_ok() {
                let calls = handle_of_calls.state::<Self>().calls();
                let rings = calls.iter().any(|call| call.state == PhoneCallState::Ringing);
                windows::tell(&handle_of_calls, DEMO_PHONE, "phone-calls", calls);
                if rings {
                    handle_of_calls.state::<Self>().show_phone(&handle_of_calls, false);
                }
            }
        });
        let (phones, messages) = (self.phones.clone(), self.messages.clone());
        let mut received = phones.subscribe();
        async_runtime::spawn(async move {
            while received.changed().await.is_ok() {
                let holders = &handle.state::<Self>().holders;
                for message in messages.take_in(&phones, holders, SystemEnvironment.now()) {
                    windows::tell(&handle, DEMO_PHONE, "phone-message", message);
                }
                // An incoming call opens the phone's window if it was closed.
                handle.state::<Self>().show_phone(&handle, false);
            }
        });
    }
}

fn person(person: demo::DemoPerson) -> DemoPerson {
    DemoPerson {
        user_principal_name: person.upn.to_owned(),
        display_name: person.display_name.to_owned(),
        password: person.password.to_owned(),
        story: match person.story {
            demo::DemoStory::NotRegistered => DemoStory::NotRegistered,
            demo::DemoStory::Registered => DemoStory::Registered,
            demo::DemoStory::AppPasswordLimit => DemoStory::AtTheLimit,
            demo::DemoStory::ReregistrationRequired => DemoStory::ReregistrationRequired,
            demo::DemoStory::Called => DemoStory::Called,
            demo::DemoStory::Notifications => DemoStory::Notifications,
            demo::DemoStory::Administrator => DemoStory::Administrator,
        },
    }
}

fn demo_front_end(kind: FrontEndKind) -> FrontEnd {
    FrontEnd::new("demo", kind, Networks::loopback())
}
