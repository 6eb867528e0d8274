//! Starts the app. The window opens first; everything else starts behind it.

use std::{path::Path, process::ExitCode, sync::Arc, time::Instant};

use clap::Parser;
use proofup_app::{App, HostInfo, Profile, SecretText, ServiceSource, Setup, WorkFactor};
use tauri::{AppHandle, Builder, Manager, RunEvent, Runtime, WindowEvent, async_runtime};

use crate::{
    arguments::Arguments,
    commands,
    demo::Demo,
    deployed,
    desktop::clipboard::SystemClipboard,
    desktop::folder_picker::FolderPicker,
    desktop::screenshot::Screen,
    desktop::session_watch,
    desktop::theme::DesktopTheme,
    env_variables::{self, EnvVariables},
    environment::SystemEnvironment,
    instance,
    instance::folder_lock::FolderLock,
    log, quick_access,
    tray::{self, Tray},
    windows::change_events,
    windows::closing::{self, Closing},
    windows::page_recovery::PageRecovery,
    windows::placement::WindowPlace,
    windows::start_time::StartMark,
    windows::{self, Look, MAIN},
};

/// Runs the app until its window is closed.
pub fn run(started: Instant) -> ExitCode {
    #[cfg(target_os = "linux")]
    crate::linux::rendering::suit_the_machine();
    let arguments = Arguments::parse();
    let variables = EnvVariables::read();
    log::begin(variables.log.as_deref());
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        tracing::debug!("a TLS provider was installed before");
    }
    let mark = StartMark::new(started, variables.trace_start);
    let built = commands::register(Builder::default())
        .plugin(tauri_plugin_clipboard_manager::init())
        .on_menu_event(tray::chosen)
        .manage(mark)
        .setup(move |app| {
            if let Err(error) = begin(app.handle(), &arguments, variables) {
                // Tauri would panic on an error here.
                eprintln!("Proofup cannot start: {error}");
                std::process::exit(1);
            }
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(end);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Proofup cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

fn begin<R: Runtime>(
    handle: &AppHandle<R>,
    arguments: &Arguments,
    variables: EnvVariables,
) -> Result<(), Box<dyn std::error::Error>> {
    let place = Profile::find(env_variables::variable, handle.path().data_dir().ok(), arguments.is_demo())?;
    let folder = place.data_folder.clone();
    let lock = FolderLock::take(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let Some(lock) = lock else {
        if instance::raise_first(&folder, arguments.link.as_deref()) {
            std::process::exit(0);
        }
        return Err(format!("it is open already on {}", folder.display()).into());
    };
    handle.manage(lock);
    quick_access::prepare(handle, &variables, &folder, arguments.is_demo());
    // With a link or a page, the window must be shown, and the demo shows no cards before it.
    let asked = arguments.link.is_some() || arguments.page.is_some();
    let scenario = arguments.demo.as_deref().map(|scenario| if asked { "free" } else { scenario });
    let demo = Demo::new(scenario, !arguments.no_demo_phone, &folder, variables.wayland);
    let app = App::new(setup(handle, arguments, variables, place));
    listen_for_later_starts(handle, &app, &folder);
    handle.manage(app.clone());
    handle.manage(DesktopTheme::follow(handle));
    handle.manage(Screen::Desktop);
    handle.manage(FolderPicker::Desktop);
    handle.manage(PageRecovery::default());
    handle.manage(Closing::default());
    let place = WindowPlace::new(&folder);
    if let Some(link) = &arguments.link {
        app.links().open_link(SecretText::new(link.as_str()));
    }
    let hidden = !asked && app.preferences().settings().quick_access.starts_hidden();
    let shape = place.shape(&handle.available_monitors().unwrap_or_default());
    let page = arguments.page.as_deref().or_else(|| demo.first_page());
    handle.manage(demo);
    let main = windows::open(handle, MAIN, page, &app.preferences().settings(), Look { hidden, shape })?;
    handle.manage(place);
    remember_place(handle, &main);

    change_events::follow(handle, &app);
    session_watch::begin(&app);
    quick_access::begin(handle, &app, hidden);
    let handle = handle.clone();
    async_runtime::spawn(async move {
        let demo = handle.state::<Demo>();
        if !hidden {
            demo.show_first_windows(&handle);
        }
        tokio::join!(app.start(), demo.start(&handle, &app));
    });
    Ok(())
}

fn setup<R: Runtime>(handle: &AppHandle<R>, arguments: &Arguments, variables: EnvVariables, place: Profile) -> Setup {
    let service = match (arguments.is_demo(), variables.service) {
        (true, _) => ServiceSource::Embedded,
        (false, Some(address)) => ServiceSource::Fixed(address),
        (false, None) => deployed::service_address(Path::new(deployed::FILE))
            .map_or(ServiceSource::Settings, ServiceSource::Deployed),
    };
    Setup {
        data_folder: place.data_folder,
        secret_store: place.secret_store,
        environment: Arc::new(SystemEnvironment),
        clipboard: Arc::new(SystemClipboard(handle.clone())),
        host: HostInfo {
            name: gethostname::gethostname().to_string_lossy().into_owned(),
            // `C` and `POSIX` mean that there is none.
            language: sys_locale::get_locale().filter(|tag| !matches!(tag.as_str(), "C" | "POSIX")),
            locale: variables.locale.or_else(sys_locale::get_locale).as_deref().and_then(env_variables::language_tag),
        },
        service,
        passphrase: place.passphrase,
        passphrase_cost: WorkFactor::STANDARD,
        version: handle.package_info().version.to_string(),
    }
}

/// Raises the window for a later start, and opens its link if there is one.
fn listen_for_later_starts<R: Runtime>(handle: &AppHandle<R>, app: &App, folder: &Path) {
    let (handle, app) = (handle.clone(), app.clone());
    let heard = move |link: Option<SecretText>| {
        if let Some(link) = link {
            app.links().open_link(link);
        }
        windows::raise(&handle);
    };
    if let Err(error) = instance::listen(folder, heard) {
        tracing::warn!(%error, "a later start cannot find this instance");
    }
}

/// Closing the main window quits the app with the demo phone, unless the person keeps it in a tray that can show it
/// again.
fn remember_place<R: Runtime>(handle: &AppHandle<R>, main: &tauri::WebviewWindow<R>) {
    let (handle, window) = (handle.clone(), main.clone());
    main.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { api, .. } => {
            handle.state::<WindowPlace>().remember(&window);
            if handle.state::<App>().preferences().settings().quick_access.closes_to_tray()
                && handle.state::<Tray<R>>().brings_back()
            {
                api.prevent_close();
                windows::hide(&window);
            } else if closing::asks(&handle) {
                api.prevent_close();
            }
        }
        WindowEvent::Destroyed => handle.exit(0),
        _ => {}
    });
}

fn end<R: Runtime>(handle: &AppHandle<R>, event: RunEvent) {
    if let RunEvent::Exit = event {
        handle.state::<App>().close();
        async_runtime::block_on(handle.state::<Demo>().stop());
    }
}
