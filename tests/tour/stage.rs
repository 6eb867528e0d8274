//! The stage: a presenter chooses a scenario and lets the demo play it, step by step.

use std::time::Instant;

use serde_json::json;

use crate::{
    report::Report,
    support::{Desktop, MAIL_PAGE, MAIN_PAGE, PANEL_PAGE, PHONE_PAGE, Window, wait::seen},
};

/// The names of all scenarios.
pub fn scenarios() -> Vec<String> {
    let files = std::fs::read_dir("crates/stage/scenarios").expect("the scenarios are in the repository");
    let names =
        files.map(|file| file.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

/// Plays a scenario, with a picture of each step. Returns what the service wrote down and sent, without the ids of requests.
pub async fn play(report: &mut Report, scenario: &str) -> Vec<String> {
    let settings = json!({ "language": "en", "theme": "light" }).to_string();
    let desktop = Desktop::scenarios().with_file("demo/settings.json", &settings);
    let running = desktop.open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.part("page-scenarios").await;
    report.picture_as_it_is(window, &format!("{scenario}-cards"), "light").await;
    window.press(&format!("scenario-{scenario}")).await;
    let pressed = Instant::now();
    window.switch_to(PANEL_PAGE).await;
    window.part("page-panel").await;
    window.part("stage-step").await;
    eprintln!("        the scenario stands after {} ms", pressed.elapsed().as_millis());
    let steps = window
        .script("return document.querySelectorAll('[data-testid=stage-present], [data-testid=stage-other]').length")
        .await;
    for step in 1..=steps.as_u64().expect("the steps are counted") {
        window.press("action-do-it").await;
        done(window, step).await;
        report.picture_as_it_is(window, &format!("{scenario}-{step}-panel"), "light").await;
        for page in [MAIN_PAGE, PHONE_PAGE, MAIL_PAGE] {
            if window.is_open(page).await {
                window.switch_to(page).await;
                let name = page.trim_end_matches(".html").replace("index", "main");
                report.picture_as_it_is(window, &format!("{scenario}-{step}-{name}"), "light").await;
            }
        }
        window.switch_to(PANEL_PAGE).await;
        if window.count("notice-stuck").await == 0 && step < steps.as_u64().unwrap_or_default() {
            window.press("action-stage-next").await;
        }
    }
    let feed = feed(window).await;
    running.close().await;
    feed
}

/// Goes back in the middle of a wizard: the windows are as they were, and the story goes on from there.
pub async fn goes_back(report: &mut Report) {
    let settings = json!({ "language": "en", "theme": "light" }).to_string();
    let running = Desktop::scenarios().with_file("demo/settings.json", &settings).open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.press("scenario-first-day").await;
    window.switch_to(PANEL_PAGE).await;
    window.part("stage-step").await;
    for step in 1..=5 {
        window.press("action-do-it").await;
        done(window, step).await;
        window.press("action-stage-next").await;
    }
    let pressed = Instant::now();
    window.press("action-stage-back").await;
    window.see("Step 5 of 7").await;
    done(window, 4).await;
    eprintln!("        the fifth step stands again after {} ms", pressed.elapsed().as_millis());
    window.switch_to(MAIN_PAGE).await;
    window.part("step-phone-code").await;
    report.picture_as_it_is(window, "back-in-the-wizard", "light").await;
    window.switch_to(PANEL_PAGE).await;
    window.press("action-do-it").await;
    done(window, 5).await;
    running.close().await;
}

/// Waits until a step was done.
async fn done(window: &Window, step: u64) {
    let script = format!(
        "const step = document.querySelector('[data-testid=stage-step]');
        const stuck = document.querySelector('[data-testid=notice-stuck]');
        return stuck ? stuck.innerText : Number(step?.dataset.done) >= {step} ? 'done' : ''"
    );
    let ended = seen(async || {
        let text = window.script(&script).await;
        text.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    });
    let ended = ended.await.unwrap_or_default();
    if ended != "done" {
        window.switch_to(MAIN_PAGE).await;
        panic!("step {step}: {ended:?}; the main window says:\n{}", window.text().await);
    }
}

/// The technical lines of the feed, in their order.
async fn feed(window: &Window) -> Vec<String> {
    let lines = window
        .script("return [...document.querySelectorAll('[data-testid=stage-feed-row] code')].map((line) => line.textContent)")
        .await;
    let lines = lines.as_array().expect("a list").iter().filter_map(|line| line.as_str());
    lines
        .map(|line| {
            line.split(' ').filter(|column| !column.starts_with("correlation_id=")).collect::<Vec<_>>().join(" ")
        })
        .collect()
}
