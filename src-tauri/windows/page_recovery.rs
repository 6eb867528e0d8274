//! Restarts a page whose process crashed, and informs the page. A page that crashes again and again is not restarted:
//! the window then shows a sentence and a button that need no page.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use tauri::{Runtime, WebviewWindow};

#[cfg(target_os = "linux")]
use crate::windows::closing::Closing;

/// How many times within [`PERIOD`] a page is restarted automatically.
const MOST: usize = 3;
const PERIOD: Duration = Duration::from_mins(2);

/// The crashes, by the label of the window.
#[derive(Default)]
pub(crate) struct PageRecovery {
    windows: Mutex<HashMap<String, Deaths>>,
}

#[derive(Default)]
struct Deaths {
    recent: Vec<Instant>,
    /// The page was restarted and does not know it yet.
    untold: bool,
}

/// The reaction to a crash.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    StartAgain,
    AskThePerson,
}

impl PageRecovery {
    /// Whether the page of this window was restarted since its last question.
    pub(crate) fn take_news(&self, label: &str) -> bool {
        self.lock().get_mut(label).is_some_and(|deaths| std::mem::take(&mut deaths.untold))
    }

    fn died(&self, label: &str, now: Instant) -> Next {
        let mut windows = self.lock();
        let deaths = windows.entry(label.to_owned()).or_default();
        deaths.recent.retain(|&death| now.duration_since(death) < PERIOD);
        deaths.recent.push(now);
        deaths.untold = true;
        if deaths.recent.len() > MOST { Next::AskThePerson } else { Next::StartAgain }
    }

    /// The person tries it again.
    fn begin_anew(&self, label: &str) {
        if let Some(deaths) = self.lock().get_mut(label) {
            deaths.recent.clear();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Deaths>> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Watches the page of a window.
#[cfg(target_os = "linux")]
pub(crate) fn watch<R: Runtime>(window: &WebviewWindow<R>) {
    use tauri::Manager;
    use webkit2gtk::WebViewExt;

    let watched = window.clone();
    let watching = window.with_webview(move |view| {
        view.inner().connect_web_process_terminated(move |view, reason| {
            tracing::error!(window = watched.label(), ?reason, "the process of a page ended");
            // The content of the page is lost.
            watched.state::<Closing>().hold(false);
            match watched.state::<PageRecovery>().died(watched.label(), Instant::now()) {
                Next::StartAgain => view.reload(),
                Next::AskThePerson => ask(&watched, view),
            }
        });
    });
    if let Err(error) = watching {
        tracing::warn!(%error, "a page that crashes is not restarted");
    }
}

/// On other systems the web view does this itself.
#[cfg(not(target_os = "linux"))]
pub(crate) fn watch<R: Runtime>(_window: &WebviewWindow<R>) {}

/// Shows a sentence and a button in place of the page.
#[cfg(target_os = "linux")]
fn ask<R: Runtime>(window: &WebviewWindow<R>, view: &webkit2gtk::WebView) {
    use gtk::prelude::{BoxExt, ButtonExt, ContainerExt, LabelExt, WidgetExt};
    use proofup_app::App;
    use tauri::Manager;
    use webkit2gtk::WebViewExt;

    const GAP: i32 = 16;
    const LINE: i32 = 50;

    let Ok(content) = window.default_vbox() else { return };
    let words = window.state::<App>().preferences().stopped_page_words();
    let message = gtk::Box::new(gtk::Orientation::Vertical, GAP);
    message.set_valign(gtk::Align::Center);
    message.set_halign(gtk::Align::Center);
    message.set_margin(GAP);
    let text = gtk::Label::new(Some(words.text));
    text.set_line_wrap(true);
    text.set_max_width_chars(LINE);
    text.set_justify(gtk::Justification::Center);
    let again = gtk::Button::with_label(words.start_again);
    again.set_halign(gtk::Align::Center);
    message.add(&text);
    message.add(&again);
    content.pack_start(&message, true, true, 0);
    view.hide();
    message.show_all();
    again.grab_focus();
    let (window, view) = (window.clone(), view.clone());
    again.connect_clicked(move |_| {
        content.remove(&message);
        window.state::<PageRecovery>().begin_anew(window.label());
        view.show();
        view.reload();
    });
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{MOST, Next, PERIOD, PageRecovery};

    #[test]
    fn a_page_is_restarted_and_learns_of_it_once() {
        let recovery = PageRecovery::default();
        assert!(!recovery.take_news("main"), "nothing happened");
        assert_eq!(recovery.died("main", Instant::now()), Next::StartAgain);
        assert!(!recovery.take_news("demo-phone"), "the other window is well");
        assert!(recovery.take_news("main"));
        assert!(!recovery.take_news("main"), "it was told");
    }

    #[test]
    fn a_page_that_crashes_at_each_start_is_not_restarted_for_ever() {
        let (recovery, begun) = (PageRecovery::default(), Instant::now());
        for second in 0..MOST {
            let now = begun + Duration::from_secs(u64::try_from(second).unwrap());
            assert_eq!(recovery.died("main", now), Next::StartAgain);
        }
        assert_eq!(recovery.died("main", begun + Duration::from_secs(9)), Next::AskThePerson);
        recovery.begin_anew("main");
        assert_eq!(recovery.died("main", begun + Duration::from_secs(10)), Next::StartAgain, "the person asked for it");
    }

    #[test]
    fn old_crashes_do_not_count() {
        let (recovery, begun) = (PageRecovery::default(), Instant::now());
        for _ in 0..MOST {
            recovery.died("main", begun);
        }
        assert_eq!(recovery.died("main", begun + PERIOD), Next::StartAgain);
    }
}
