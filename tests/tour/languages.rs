//! Each page in each language, with its longest words and its own glyphs.

use serde_json::json;

use crate::{
    guide::{Report, accessible_at_rest, folder},
    support::{Desktop, MAIN_PAGE, PHONE_PAGE, Window},
};

/// Ann registers once in each language, and each page is pictured.
pub async fn each_page_in_each_language(report: &mut Report) {
    for language in ["en", "zh-TW", "zh-CN", "nl"] {
        let settings = json!({ "language": language, "theme": "light" }).to_string();
        let desktop = Desktop::demo().with_file("demo/settings.json", &settings);
        let running = desktop.open().await;
        let window = &running.window;
        window.switch_to(MAIN_PAGE).await;
        window.part("page-sign-in").await;
        let spoken = window.script("return document.documentElement.lang").await;
        assert_eq!(spoken.as_str(), Some(language), "the page says which language it speaks");
        picture(window, report, language, "sign-in").await;

        window.press("demo-person-not_registered").await;
        window.part("card-interrupt").await;
        picture(window, report, language, "set-it-up-now").await;
        window.press("action-set-it-up-now").await;
        window.press("choice-authenticationPhone").await;
        picture(window, report, language, "wizard").await;
        window.fill("field-phone-number", "+14255550101").await;
        window.press("action-next").await;
        window.part("step-phone-code").await;
        picture(window, report, language, "wizard-code").await;
        window.switch_to(PHONE_PAGE).await;
        window.part("phone-message-text").await;
        picture(window, report, language, "demo-phone").await;
        let code = window
            .script("return document.querySelector('[data-testid=phone-message-text]').innerText.match(/\\d{6}/)[0]")
            .await;
        window.switch_to(MAIN_PAGE).await;
        for (place, digit) in code.as_str().expect("a text with a code").chars().enumerate() {
            window.fill(&format!("field-code-{place}"), &digit.to_string()).await;
        }
        window.press("action-verify").await;
        window.part("step-existing-applications").await;
        picture(window, report, language, "wizard-app-password").await;
        window.press("action-copy-app-password").await;
        window.press("action-next").await;
        window.part("what-was-set-up").await;
        picture(window, report, language, "wizard-all-set").await;
        window.press("action-done").await;
        window.part("page-security-info").await;
        window.part("card-phone-mobile").await;
        picture(window, report, language, "security-info").await;
        window.press("tab-app-passwords").await;
        window.part("app-password-row").await;
        picture(window, report, language, "app-passwords").await;
        for page in ["authenticator", "activity", "help", "settings"] {
            window.press(&format!("nav-{page}")).await;
            window.part(&format!("page-{page}")).await;
            picture(window, report, language, page).await;
        }
        running.close().await;
    }
}

async fn picture(window: &Window, report: &mut Report, language: &str, page: &str) {
    accessible_at_rest(window, &format!("{page} in {language}")).await;
    let file = format!("{language}-{page}.png");
    window.screenshot(&folder().join(&file)).await;
    report.add(json!({ "name": page, "language": language, "file": file, "axeViolations": 0 }));
}
