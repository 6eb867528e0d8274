//! A shell for tests: real commands, real permissions, and a window that is never drawn.

use std::{
    sync::{Arc, Mutex},
    time::Instant,
};

use proofup_app::{App, Clipboard, HostInfo, NoKeyring, ServiceSource, Setup, WorkFactor};
use serde_json::Value;
use tauri::{
    Manager, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::{
    commands, demo::Demo, desktop::autostart::SessionStart, desktop::folder_picker::FolderPicker,
    desktop::screenshot::Screen, desktop::theme::DesktopTheme, environment::SystemEnvironment, shortcut::Shortcuts,
    tray::Tray, windows::closing::Closing, windows::page_recovery::PageRecovery, windows::start_time::StartMark,
};

/// A shell with one window of each kind.
pub(super) struct Shell {
    app: tauri::App<MockRuntime>,
    _folder: TempDir,
}

impl Shell {
    /// Signed out, without a keyring, and with an unreachable service.
    pub(super) fn new() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        let app = commands::register(mock_builder())
            .manage(StartMark::new(Instant::now(), false))
            .build(tauri::generate_context!(test = true))
            .unwrap();
        let proofup = App::new(Setup {
            data_folder: folder.path().to_owned(),
            secret_store: Arc::new(NoKeyring),
            environment: Arc::new(SystemEnvironment),
            clipboard: Arc::new(Paper::default()),
            host: HostInfo::default(),
            // Port 9 is the discard service, if anything listens there.
            service: ServiceSource::Fixed("http://127.0.0.1:9".into()),
            passphrase: None,
            passphrase_cost: WorkFactor::STANDARD,
            version: "0.0.0".into(),
        });
        tauri::async_runtime::block_on(proofup.start());
        app.manage(proofup);
        app.manage(Demo::new(None, false, folder.path(), false));
        app.manage(DesktopTheme::unknown());
        app.manage(Screen::Nobody);
        app.manage(FolderPicker::Nobody);
        app.manage(PageRecovery::default());
        app.manage(Closing::default());
        app.manage(SessionStart::of_this_system(None, None, true));
        app.manage(Shortcuts::of_this_desktop(false, false));
        app.manage(Tray::<MockRuntime>::new(folder.path().join("tray")));
        for label in ["main", "demo-phone", "panel", "mail-app"] {
            WebviewWindowBuilder::new(&app, label, Default::default()).build().unwrap();
        }
        Self { app, _folder: folder }
    }

    /// Calls a command from a window, like its page.
    pub(super) fn call(&self, window: &str, command: &str, body: InvokeBody) -> Result<Value, Value> {
        let window: WebviewWindow<MockRuntime> = self.app.get_webview_window(window).expect("the window is open");
        let local =
            if cfg!(any(windows, target_os = "android")) { "http://tauri.localhost" } else { "tauri://localhost" };
        let request = InvokeRequest {
            cmd: command.into(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: local.parse().unwrap(),
            body,
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&window, request).map(|answer| answer.deserialize().expect("an answer is JSON"))
    }
}

/// A clipboard in memory.
#[derive(Default)]
struct Paper(Mutex<String>);

impl Clipboard for Paper {
    fn write(&self, text: &str) -> Result<(), String> {
        text.clone_into(&mut self.0.lock().unwrap());
        Ok(())
    }

    fn write_secret(&self, text: &str) -> Result<(), String> {
        self.write(text)
    }

    fn read(&self) -> Option<Zeroizing<String>> {
        Some(Zeroizing::new(self.0.lock().unwrap().clone()))
    }

    fn clear(&self) -> Result<(), String> {
        self.write("")
    }
}
