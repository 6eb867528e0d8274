//! Composes the app from its parts.

use std::sync::{Arc, Weak};

use proofup_client::Environment;

use crate::{
    AppError, ServiceSource, Setup,
    activity::Activity,
    administration::Administration,
    app_passwords::{AppPasswords, AppPasswordsParts},
    approvals::{Approvals, ApprovalsParts, Devices},
    authenticator::Authenticator,
    clipboard::ClipboardLease,
    faults,
    links::Links,
    offline::{Base, OfflineParts, empty_old_trash},
    preferences::{Preferences, PreferencesParts},
    quick_access::{QuickAccess, QuickAccessParts},
    security_info::{SecurityInfo, SecurityInfoParts},
    service::{EMBEDDED, ServiceConnection, ServiceLink, ServiceParts, Slot, StoredSessions},
    sign_in::{SignIn, SignInParts},
    status::{StatusPublisher, WindowVisibility},
    vault::{AfterOpening, VaultSession},
    view::{Connection, Fault},
};

/// The app without a window. Cheap to clone; all clones are the same app.
#[derive(Clone)]
pub struct App {
    environment: Arc<dyn Environment>,
    clipboard: Arc<ClipboardLease>,
    status: Arc<StatusPublisher>,
    visibility: Arc<WindowVisibility>,
    service: Arc<ServiceConnection>,
    vault: Arc<VaultSession>,
    authenticator: Arc<Authenticator>,
    approvals: Arc<Approvals>,
    app_passwords: Arc<AppPasswords>,
    activity: Arc<Activity>,
    administration: Arc<Administration>,
    security_info: Arc<SecurityInfo>,
    sign_in: Arc<SignIn>,
    preferences: Arc<Preferences>,
    links: Arc<Links>,
    quick_access: Arc<QuickAccess>,
}

impl App {
    /// Composes the parts and reads the settings. It does nothing slow: no keyring, no vault, no network.
    pub fn new(setup: Setup) -> Self {
        let Setup {
            data_folder,
            secret_store,
            environment,
            clipboard,
            host,
            service: source,
            passphrase,
            passphrase_cost,
            version,
        } = setup;
        let stored = StoredSessions::new(secret_store.clone());
        // With a keyring, a session may be stored; without one, there is none.
        let connection = if stored.outlives_the_program() { Connection::Connecting } else { Connection::SignedOut };
        let slot = if source == ServiceSource::Embedded { Slot::Starting } else { Slot::Unknown };
        let base = Base::new(
            &data_folder,
            environment.clone(),
            clipboard,
            host,
            connection,
            source == ServiceSource::Embedded,
        );
        let OfflineParts { vault, authenticator, .. } =
            OfflineParts::over(&base, data_folder.clone(), secret_store.clone(), passphrase, passphrase_cost);
        let Base { settings, publisher, snapshots, clock, clipboard, .. } = base;
        let visibility = Arc::new(WindowVisibility::default());
        let service = Arc::new(ServiceConnection::new(ServiceParts {
            link: ServiceLink::new(slot, EMBEDDED, stored),
            source,
            settings: settings.clone(),
            publisher: publisher.clone(),
            snapshots: snapshots.clone(),
            clock,
            environment: environment.clone(),
        }));
        let approvals = Arc::new(Approvals::new(ApprovalsParts {
            devices: Arc::new(Devices::new(&data_folder)),
            service: service.clone(),
            settings: settings.clone(),
            publisher: publisher.clone(),
            visibility: visibility.clone(),
            vault: vault.clone(),
            authenticator: authenticator.clone(),
            secret_store,
            environment: environment.clone(),
        }));
        let app_passwords = Arc::new(AppPasswords::new(AppPasswordsParts {
            service: service.clone(),
            settings: settings.clone(),
            publisher: publisher.clone(),
            snapshots: snapshots.clone(),
            clipboard: clipboard.clone(),
            environment: environment.clone(),
        }));
        let activity = Arc::new(Activity::new(crate::activity::ActivityParts {
            service: service.clone(),
            snapshots: snapshots.clone(),
            publisher: publisher.clone(),
            environment: environment.clone(),
        }));
        let administration = Arc::new(Administration::new(service.clone(), clipboard.clone(), environment.clone()));
        let security_info = Arc::new(SecurityInfo::new(SecurityInfoParts {
            service: service.clone(),
            settings: settings.clone(),
            publisher: publisher.clone(),
            snapshots: snapshots.clone(),
            vault: vault.clone(),
            authenticator: authenticator.clone(),
            approvals: approvals.clone(),
            clipboard: clipboard.clone(),
            environment: environment.clone(),
        }));
        let sign_in = Arc::new(SignIn::new(SignInParts {
            service: service.clone(),
            settings: settings.clone(),
            publisher: publisher.clone(),
            visibility: visibility.clone(),
            snapshots: snapshots.clone(),
            vault: vault.clone(),
            authenticator: authenticator.clone(),
            approvals: approvals.clone(),
            security_info: security_info.clone(),
            app_passwords: app_passwords.clone(),
            activity: activity.clone(),
            environment: environment.clone(),
        }));
        let preferences = Arc::new(Preferences::new(PreferencesParts {
            settings: settings.clone(),
            service: service.clone(),
            sign_in: sign_in.clone(),
            publisher: publisher.clone(),
            vault: vault.clone(),
            environment: environment.clone(),
            version,
            data_folder,
        }));
        let links = Arc::new(Links::new(service.clone(), publisher.clone(), authenticator.clone(), clipboard.clone()));
        let quick_access = Arc::new(QuickAccess::new(QuickAccessParts {
            settings,
            service: service.clone(),
            publisher: publisher.clone(),
            vault: vault.clone(),
            authenticator: authenticator.clone(),
            clipboard: clipboard.clone(),
            environment: environment.clone(),
        }));
        vault.after_opening(vec![
            load_snapshot(&vault, snapshots),
            empty_old_trash(&authenticator),
            // Device keys that are sealed beside the vault can be read from now on.
            start_devices(&approvals),
        ]);
        Self {
            environment,
            clipboard,
            status: publisher,
            visibility,
            service,
            vault,
            authenticator,
            approvals,
            app_passwords,
            activity,
            administration,
            security_info,
            sign_in,
            preferences,
            links,
            quick_access,
        }
    }

    /// Opens the vault, shows the offline snapshot, and continues the session. It runs in the background; the window
    /// does not wait for it.
    pub async fn start(&self) {
        self.vault.watch_idleness();
        self.vault.open_vault_at_start().await;
        self.service.connect_as_set();
        self.approvals.start_devices().await;
        self.sign_in.go_on().await;
    }

    /// Clears a copied secret, saves what is only in memory and ends the connections, at the end of the program.
    /// Blocks.
    pub fn close(&self) {
        self.vault.keep_uses();
        self.approvals.stop();
        self.clipboard.take_back();
    }

    /// Converts an error for the window, and logs it.
    pub fn fault(&self, error: &AppError) -> Fault {
        faults::fault(error, self.environment.now())
    }

    /// The status, and the events after which a page reloads.
    pub fn status(&self) -> &Arc<StatusPublisher> {
        &self.status
    }

    /// Whether the window is visible.
    pub fn visibility(&self) -> &Arc<WindowVisibility> {
        &self.visibility
    }

    /// The clipboard.
    pub fn clipboard(&self) -> &Arc<ClipboardLease> {
        &self.clipboard
    }

    /// The connection to the service.
    pub fn service(&self) -> &Arc<ServiceConnection> {
        &self.service
    }

    /// The vault.
    pub fn vault(&self) -> &Arc<VaultSession> {
        &self.vault
    }

    /// The Authenticator page.
    pub fn authenticator(&self) -> &Arc<Authenticator> {
        &self.authenticator
    }

    /// Requests to approve.
    pub fn approvals(&self) -> &Arc<Approvals> {
        &self.approvals
    }

    /// The App passwords page.
    pub fn app_passwords(&self) -> &Arc<AppPasswords> {
        &self.app_passwords
    }

    /// The Recent activity page.
    pub fn activity(&self) -> &Arc<Activity> {
        &self.activity
    }

    /// The administration pages.
    pub fn administration(&self) -> &Arc<Administration> {
        &self.administration
    }

    /// The additional security verification page.
    pub fn security_info(&self) -> &Arc<SecurityInfo> {
        &self.security_info
    }

    /// Signing in and out.
    pub fn sign_in(&self) -> &Arc<SignIn> {
        &self.sign_in
    }

    /// The Settings page.
    pub fn preferences(&self) -> &Arc<Preferences> {
        &self.preferences
    }

    /// Links that other programs open.
    pub fn links(&self) -> &Arc<Links> {
        &self.links
    }

    /// Tray and shortcut.
    pub fn quick_access(&self) -> &Arc<QuickAccess> {
        &self.quick_access
    }
}

fn load_snapshot(vault: &Arc<VaultSession>, snapshots: Arc<crate::status::SnapshotStore>) -> AfterOpening {
    let vault = Arc::downgrade(vault);
    Box::new(move || {
        let (vault, snapshots) = (vault.upgrade(), snapshots.clone());
        Box::pin(async move {
            let Some(vault) = vault else { return };
            let vault = vault.file_vault();
            let _ = tokio::task::spawn_blocking(move || snapshots.load(&vault)).await;
        })
    })
}

fn start_devices(approvals: &Arc<Approvals>) -> AfterOpening {
    let approvals: Weak<Approvals> = Arc::downgrade(approvals);
    Box::new(move || {
        let approvals = approvals.upgrade();
        Box::pin(async move {
            if let Some(approvals) = approvals {
                approvals.start_devices().await;
            }
        })
    })
}
