//! A page whose process died is started again, and says so. One that dies again and again is not: the window then shows a
//! sentence and a button that need no page.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use tauri::{Runtime, WebviewWindow};

#[cfg(target_os = "linux")]
use crate::windows::closing::Closing;

/// This many times within [`PERIOD`] a page is started again by itself.
const MOST: usize = 3;
const PERIOD: Duration = Duration::from_mins(2);

/// What died, by the label of its window.
#[derive(Default)]
pub(crate) struct PageRecovery {
    windows: Mutex<HashMap<String, Deaths>>,
}

#[derive(Default)]
struct Deaths {
    recent: Vec<Instant>,
    /// The page was started again and has not heard of it.
    untold: bool,
}

/// What is done about a page that died.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    StartAgain,
    AskThePerson,
}

impl PageRecovery {
    /// Whether the page of this window was started again since it last asked.
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

    /// The person wants to try it once more.
    fn begin_anew(&self, label: &str) {
        if let Some(deaths) = self.lock().get_mut(label) {
            deaths.recent.clear();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Deaths>> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Watches over the page of a window.
#[cfg(target_os = "linux")]
pub(crate) fn watch<R: Runtime>(window: &WebviewWindow<R>) {
    use tauri::Manager;
    use webkit2gtk::WebViewExt;

    let watched = window.clone();
    let watching = window.with_webview(move |view| {
        view.inner().connect_web_process_terminated(move |view, reason| {
            tracing::error!(window = watched.label(), ?reason, "the process of a page ended");
            // Whatever the page held is gone with it.
            watched.state::<Closing>().hold(false);
            match watched.state::<PageRecovery>().died(watched.label(), Instant::now()) {
                Next::StartAgain => view.reload(),
                Next::AskThePerson => ask(&watched, view),
            }
        });
    });
    if let Err(error) = watching {
        tracing::warn!(%error, "a page that ends is not started again");
    }
}

/// Elsewhere the system's own web view does so.
#[cfg(not(target_os = "linux"))]
pub(crate) fn watch<R: Runtime>(_window: &WebviewWindow<R>) {}

/// Puts a sentence and a button where the page was.
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
    fn a_page_is_started_again_and_hears_of_it_once() {
        let recovery = PageRecovery::default();
        assert!(!recovery.take_news("main"), "nothing happened");
        assert_eq!(recovery.died("main", Instant::now()), Next::StartAgain);
        assert!(!recovery.take_news("demo-phone"), "the other window is well");
        assert!(recovery.take_news("main"));
        assert!(!recovery.take_news("main"), "it was told");
    }

    #[test]
    fn a_page_that_dies_at_each_start_is_not_started_for_ever() {
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
    fn what_happened_long_ago_does_not_count() {
        let (recovery, begun) = (PageRecovery::default(), Instant::now());
        for _ in 0..MOST {
            recovery.died("main", begun);
        }
        assert_eq!(recovery.died("main", begun + PERIOD), Next::StartAgain);
    }
}
