//! The window as a person uses it: by its text, the names of its controls, and their actions.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde_json::Value;
use thirtyfour::{By, WebDriver, WebElement, extensions::query::ElementQueryable};

use super::{
    Theme, screen,
    wait::{LOOK_AGAIN, PATIENCE, seen},
};

/// An animation that runs longer than this never ends, such as the ring that shows the remaining seconds of a code.
const AT_REST: Duration = Duration::from_secs(2);

/// The page of the main window.
pub const MAIN_PAGE: &str = "index.html";
/// The page of the demo phone.
pub const PHONE_PAGE: &str = "demo-phone.html";

/// The page of the presenter's panel.
pub const PANEL_PAGE: &str = "panel.html";
/// The page of the mail app.
pub const MAIL_PAGE: &str = "mail-app.html";

/// A window of the app.
pub struct Window {
    web: WebDriver,
}

impl Window {
    pub(super) fn new(web: WebDriver) -> Self {
        Self { web }
    }

    pub(super) async fn quit(self) {
        let _ = self.web.quit().await;
    }

    /// Waits for an element of the page by its test id.
    pub async fn part(&self, id: &str) -> WebElement {
        self.find(By::Css(format!("[data-testid='{id}']")), id).await
    }

    /// Waits for text anywhere on the page.
    pub async fn see(&self, text: &str) {
        let found = self.until(|page| page.contains(text)).await;
        assert!(found, "the page does not say {text:?}; it says:\n{}", self.text().await);
    }

    /// Waits until a text is gone.
    pub async fn see_no_more(&self, text: &str) {
        let gone = self.until(|page| !page.contains(text)).await;
        assert!(gone, "the page still says {text:?}");
    }

    /// All text on the page.
    pub async fn text(&self) -> String {
        self.script("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    async fn until(&self, holds: impl Fn(&str) -> bool) -> bool {
        seen(async || holds(&self.text().await).then_some(())).await.is_some()
    }

    /// Presses the control with this test id, after waiting for it.
    pub async fn press(&self, id: &str) {
        self.press_when_ready(By::Css(format!("[data-testid='{id}']")), id).await;
    }

    /// Waits until the control can be pressed: a disabled control that explains itself is `aria-disabled`, and a dialog
    /// that is still opening covers the page. (The driver's "displayed" is wrong for this page.)
    async fn press_when_ready(&self, by: By, called: &str) {
        let mut last = String::from("it is not there");
        let pressed = seen(async || {
            // A control must be drawn and at rest: a dialog that opens moves under the pointer.
            self.drawn().await;
            self.settle().await;
            let control = self.web.find(by.clone()).await.ok()?;
            if control.attr("aria-disabled").await.ok().flatten().as_deref() == Some("true") {
                last = "it is disabled".into();
                return None;
            }
            control.click().await.inspect_err(|error| last = error.to_string()).ok()?;
            // Content that arrives in this moment can move a tab away: it is pressed again.
            if control.attr("role").await.ok().flatten().as_deref() == Some("tab") {
                self.drawn().await;
                last = "it is not chosen".into();
                return control.attr("aria-selected").await.ok().flatten().filter(|chosen| chosen == "true").map(drop);
            }
            Some(())
        });
        if pressed.await.is_none() {
            panic!("{called:?} cannot be pressed: {last}; the page says:\n{}", self.text().await);
        }
    }

    /// Waits for the next two frames: then a change has been painted.
    async fn drawn(&self) {
        let frames = "requestAnimationFrame(() => requestAnimationFrame(arguments[arguments.length - 1]))";
        let _ = self.web.execute_async(frames, vec![]).await;
    }

    /// Waits until a press has made the page show what it shows for a few seconds only. The page itself remembers it: a busy
    /// machine looks again when it is gone.
    pub async fn glimpse(&self, answer: &str, press: impl Future<Output = ()>) {
        let remember = "const shown = `[data-testid='${arguments[0]}']`;
            window.glimpsed = false;
            new MutationObserver((_, observer) => {
                if (!document.querySelector(shown)) return;
                window.glimpsed = true;
                observer.disconnect();
            }).observe(document.body, { subtree: true, childList: true, attributes: true });";
        self.web.execute(remember, vec![answer.into()]).await.expect("a script that observes the page");
        press.await;
        let shown =
            seen(async || self.script("return window.glimpsed").await.as_bool().unwrap_or_default().then_some(()));
        assert!(shown.await.is_some(), "the page never showed {answer:?}; it says:\n{}", self.text().await);
    }

    /// Waits until no element has this test id.
    pub async fn gone(&self, id: &str) {
        self.shows(id, 0).await;
    }

    /// Waits until one of these selectors finds something, and returns its index: for an action with two possible
    /// results.
    pub async fn first_of<const N: usize>(&self, selectors: [&str; N]) -> usize {
        let found = seen(async || {
            for (place, selector) in selectors.iter().enumerate() {
                let found = self.web.find_all(By::Css(*selector)).await;
                if found.is_ok_and(|found| !found.is_empty()) {
                    return Some(place);
                }
            }
            None
        });
        let Some(place) = found.await else {
            panic!("nothing of {selectors:?}; the page says:\n{}", self.text().await)
        };
        place
    }

    /// Waits until this number of elements has this test id.
    pub async fn shows(&self, id: &str, wanted: usize) {
        if seen(async || (self.count(id).await == wanted).then_some(())).await.is_none() {
            panic!("{} of {id:?}, not {wanted}; the page says:\n{}", self.count(id).await, self.text().await);
        }
    }

    /// How many elements have this test id now.
    pub async fn count(&self, id: &str) -> usize {
        let found = self.web.find_all(By::Css(format!("[data-testid='{id}']"))).await;
        found.map_or(0, |elements| elements.len())
    }

    /// Presses the first element that a selector finds.
    pub async fn press_first(&self, selector: &str) {
        self.press_when_ready(By::Css(selector.to_owned()), selector).await;
    }

    /// Presses the control with this visible name, the topmost if a dialog covers another.
    pub async fn press_named(&self, name: &str) {
        let is = format!("(normalize-space()='{name}' or @aria-label='{name}')");
        let roles =
            ["button", "tab", "radio", "option", "menuitem", "link"].map(|role| format!("@role='{role}'")).join(" or ");
        let path = format!("//*[(self::button or self::a or self::summary or {roles}) and {is}]");
        self.press_when_ready(By::XPath(format!("({path})[last()]")), name).await;
    }

    /// Replaces the text in the field with this test id.
    pub async fn fill(&self, id: &str, text: &str) {
        self.press(id).await;
        let select = format!("document.querySelector(\"[data-testid='{id}']\").select()");
        self.script(&select).await;
        let typed = self.part(id).await.send_keys(text).await;
        typed.unwrap_or_else(|error| panic!("typing into {id:?}: {error}"));
    }

    /// Chooses an option of the list with this test id, by its value.
    pub async fn choose(&self, id: &str, value: &str) {
        self.part(id).await;
        let choose = format!(
            "const list = document.querySelector(\"[data-testid='{id}']\");
            list.value = '{value}';
            list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        );
        self.script(&choose).await;
    }

    /// The content of the field with this test id.
    pub async fn value(&self, id: &str) -> String {
        self.part(id).await.prop("value").await.expect("the field is there").unwrap_or_default()
    }

    /// Runs a script in the page.
    pub async fn script(&self, source: &str) -> Value {
        let result = self.web.execute(source, vec![]).await.unwrap_or_else(|error| panic!("script: {error}"));
        result.json().clone()
    }

    /// Runs a script that answers later, by its last argument.
    pub async fn script_later(&self, source: &str) -> Value {
        let result = self.web.execute_async(source, vec![]).await.unwrap_or_else(|error| panic!("script: {error}"));
        result.json().clone()
    }

    /// Presses a key where the focus is, by its name in the page.
    pub async fn press_key(&self, key: &str) {
        let press = "for (const type of ['keydown', 'keyup'])
            document.activeElement.dispatchEvent(new KeyboardEvent(type, { key: arguments[0], bubbles: true, cancelable: true }))";
        self.web.execute(press, vec![key.into()]).await.unwrap_or_else(|error| panic!("key {key}: {error}"));
    }

    /// Chooses files in a file field, like its dialog.
    pub async fn give_files(&self, id: &str, paths: &[PathBuf]) {
        let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        let given = self.part(id).await.send_keys(names.join("\n")).await;
        given.unwrap_or_else(|error| panic!("files for {id:?}: {error}"));
    }

    /// Drops a file on the page, like a file manager.
    pub async fn drop_file(&self, name: &str, kind: &str, bytes: &[u8]) {
        let drop = format!(
            "const data = new DataTransfer();
             data.items.add(new File([new Uint8Array({bytes:?})], {name:?}, {{ type: {kind:?} }}));
             for (const type of ['dragover', 'drop'])
               document.body.dispatchEvent(new DragEvent(type, {{ dataTransfer: data, bubbles: true, cancelable: true }}));"
        );
        self.script(&drop).await;
    }

    /// The theme of the page.
    pub async fn theme(&self) -> Theme {
        let ground = "const provider = document.querySelector('.fui-FluentProvider');
            const [red, green, blue] = getComputedStyle(provider).backgroundColor.match(/\\d+/g).map(Number);
            return red + green + blue";
        let ground = self.script(ground).await.as_u64().expect("the page has a ground");
        if ground > 3 * 128 { Theme::Light } else { Theme::Dark }
    }

    /// Waits until the page has a theme.
    pub async fn turns(&self, theme: Theme) {
        if seen(async || (self.theme().await == theme).then_some(())).await.is_none() {
            panic!("the page stays {}", theme.other().name());
        }
    }

    /// Saves a picture of the window.
    pub async fn screenshot(&self, path: &Path) {
        std::fs::write(path, self.screenshot_bytes().await).expect("the picture can be saved");
    }

    /// A picture of the window as PNG, from the screen. (The driver's own pictures wait for WebKitGTK's compositor,
    /// which is not used without a graphics device.)
    pub async fn screenshot_bytes(&self) -> Vec<u8> {
        let title = self.title().await;
        screen::bring_forward(title);
        self.drawn().await;
        // Painted content reaches the screen a moment later, and covered parts are redrawn.
        let begun = Instant::now();
        let mut before = screen::picture(title);
        loop {
            tokio::time::sleep(LOOK_AGAIN).await;
            let now = screen::picture(title);
            if now == before || begun.elapsed() > AT_REST {
                return now.png();
            }
            before = now;
        }
    }

    /// The title of the window.
    async fn title(&self) -> &'static str {
        let path = self.script("return location.pathname").await;
        let titles = [(PHONE_PAGE, "Demo phone"), (PANEL_PAGE, "Presenter's panel"), (MAIL_PAGE, "Made-up mail app")];
        let found = titles.iter().find(|(page, _)| path.as_str().is_some_and(|path| path.ends_with(page)));
        found.map_or("Proofup", |(_, title)| title)
    }

    /// The violations that axe finds: `rule: element` for each.
    pub async fn accessibility_violations(&self) -> Vec<String> {
        if self.script("return typeof window.axe").await.as_str() == Some("undefined") {
            let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");
            let source = std::fs::read_to_string(axe).expect("axe-core is among the UI's packages");
            self.web.execute(source, vec![]).await.expect("axe loads under the page's policy");
        }
        let run = "const done = arguments[arguments.length - 1];
            // Fluent's focus manager adds invisible elements that pass the focus on at once; the focus never stays on
            // them.
            axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] }).then(
              (result) => done(result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`))),
              (error) => done([`axe failed: ${error}`]));";
        let found = self.web.execute_async(run, vec![]).await.expect("axe runs");
        found.json().as_array().expect("a list").iter().map(|v| v.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Switches to the window that shows this page, for instance `demo-phone.html`.
    pub async fn switch_to(&self, page: &str) {
        let there = seen(async || {
            for handle in self.web.windows().await.expect("windows are listed") {
                // A window that was closed a moment ago can still be listed.
                if self.web.switch_to_window(handle).await.is_err() {
                    continue;
                }
                let path = self.script("return location.pathname").await;
                let is_main = page == MAIN_PAGE && path.as_str() == Some("/");
                if is_main || path.as_str().is_some_and(|path| path.ends_with(page)) {
                    return Some(());
                }
            }
            None
        });
        assert!(there.await.is_some(), "no window shows {page:?}");
    }

    /// Whether a window with this page is open.
    pub async fn is_open(&self, page: &str) -> bool {
        for handle in self.web.windows().await.expect("windows are listed") {
            if self.web.switch_to_window(handle).await.is_err() {
                continue;
            }
            let path = self.script("return location.pathname").await;
            if path.as_str().is_some_and(|path| path.ends_with(page) || (page == MAIN_PAGE && path == "/")) {
                return true;
            }
        }
        false
    }

    /// Waits until nothing moves, so that a picture shows the page at rest. With too few frames for that, it moves
    /// animations to their end: a button between two colours has too little contrast for a moment.
    pub async fn settle(&self) {
        let moving = "const moving = document.getAnimations().filter((animation) =>
            animation.playState === 'running' && animation.effect.getComputedTiming().endTime !== Infinity);
            if (arguments[0]) moving.forEach((animation) => animation.finish());
            return moving.length";
        let begun = Instant::now();
        loop {
            let late = begun.elapsed() > AT_REST;
            let moves =
                self.web.execute(moving, vec![late.into()]).await.unwrap_or_else(|error| panic!("at rest: {error}"));
            if late || moves.json().as_u64() == Some(0) {
                return;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    async fn find(&self, by: By, called: &str) -> WebElement {
        let found = self.web.query(by).wait(PATIENCE, LOOK_AGAIN).first().await;
        match found {
            Ok(element) => element,
            Err(_) => panic!("there is no {called:?}; the page says:\n{}", self.text().await),
        }
    }
}
