//! The output of a part of the tour in `target/tour`: numbered pictures, each checked by axe, and a list of them.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use serde_json::{Value, json};

use crate::{portal::Portal, support::Window};

/// The pictures of one part. Parts run in parallel, so each has its own folder.
pub struct Report {
    part: &'static str,
    /// The desktop of this part, whose theme the pages follow.
    pub portal: Portal,
    taken: u32,
    pictures: Vec<Value>,
    begun: Instant,
}

impl Report {
    /// Starts a part with an empty folder.
    pub async fn begin(part: &'static str) -> Self {
        let report = Self { part, portal: Portal::open().await, taken: 0, pictures: vec![], begun: Instant::now() };
        // Pictures of an earlier run would mix with the new ones.
        let _ = fs::remove_dir_all(report.folder());
        fs::create_dir_all(report.folder()).expect("target/tour can be made");
        report
    }

    /// Logs the start of a chapter with its time, for the durations of a part.
    pub fn chapter(&self, name: &str) {
        eprintln!("{:5.1} s  {}: {name}", self.begun.elapsed().as_secs_f64(), self.part);
    }

    /// Takes a picture in each theme and checks both with axe. The desktop changes its theme in between: the page keeps
    /// its state and stays in the second theme, so that the tour alternates between light and dark.
    pub async fn picture(&mut self, window: &Window, name: &str) {
        self.taken += 1;
        let first = window.theme().await;
        self.checked(window, name, first.name()).await;
        self.portal.prefers(first.other()).await;
        window.turns(first.other()).await;
        self.checked(window, name, first.other().name()).await;
    }

    /// Takes a picture in the present theme, and checks it with axe. The variant ends the name of the file.
    pub async fn picture_as_it_is(&mut self, window: &Window, name: &str, variant: &str) {
        self.taken += 1;
        self.checked(window, name, variant).await;
    }

    /// Takes a picture without axe, such as of a printed page.
    pub async fn picture_without_axe(&mut self, window: &Window, name: &str) {
        self.taken += 1;
        window.settle().await;
        let file = self.save(window, name).await;
        self.pictures.push(json!({ "name": name, "file": file }));
    }

    /// Writes the list of the pictures.
    pub fn write(self) {
        self.chapter("done");
        let report = json!({ "part": self.part, "passed": true, "pictures": self.pictures });
        let text = serde_json::to_string_pretty(&report).expect("the report is JSON");
        fs::write(self.folder().join("report.json"), text).expect("the report can be written");
    }

    async fn checked(&mut self, window: &Window, name: &str, variant: &str) {
        accessible_at_rest(window, &format!("{name}, {variant}")).await;
        let file = self.save(window, &format!("{name}-{variant}")).await;
        self.pictures.push(json!({ "name": name, "variant": variant, "file": file, "axeViolations": 0 }));
    }

    async fn save(&self, window: &Window, name: &str) -> String {
        let file = format!("{:02}-{name}.png", self.taken);
        window.screenshot(&self.folder().join(&file)).await;
        file
    }

    /// In the checkout, for every target folder of Cargo.
    fn folder(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tour").join(self.part)
    }
}

/// Checks the page with axe when nothing moves. A violation must be found twice: a message that starts to fade during
/// the check has too little contrast for a moment.
async fn accessible_at_rest(window: &Window, name: &str) {
    window.settle().await;
    if window.accessibility_violations().await.is_empty() {
        return;
    }
    window.settle().await;
    let violations = window.accessibility_violations().await;
    assert!(violations.is_empty(), "{name}: axe found\n{}", violations.join("\n"));
}
