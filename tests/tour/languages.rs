//! Each page in each language, with its longest words and its script.

use serde_json::json;

use crate::{
    report::Report,
    support::{Desktop, MAIN_PAGE, PHONE_PAGE},
};

/// Ann registers once in each language, with a picture of each page.
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
        report.picture_as_it_is(window, "sign-in", language).await;

        window.press("demo-person-not_registered").await;
        window.part("card-interrupt").await;
        report.picture_as_it_is(window, "set-it-up-now", language).await;
        window.press("action-set-it-up-now").await;
        window.press("choice-authenticationPhone").await;
        report.picture_as_it_is(window, "wizard", language).await;
        window.fill("field-phone-number", "+14255550101").await;
        window.press("action-next").await;
        window.part("step-phone-code").await;
        report.picture_as_it_is(window, "wizard-code", language).await;
        window.switch_to(PHONE_PAGE).await;
        window.part("phone-message-text").await;
        report.picture_as_it_is(window, "demo-phone", language).await;
        let code = window
            .script("return document.querySelector('[data-testid=phone-message-text]').innerText.match(/\\d{6}/)[0]")
            .await;
        window.switch_to(MAIN_PAGE).await;
        for (place, digit) in code.as_str().expect("a text with a code").chars().enumerate() {
            window.fill(&format!("field-code-{place}"), &digit.to_string()).await;
        }
        window.press("action-verify").await;
        window.part("step-existing-applications").await;
        report.picture_as_it_is(window, "wizard-app-password", language).await;
        window.press("action-copy-app-password").await;
        window.press("action-next").await;
        window.part("what-was-set-up").await;
        report.picture_as_it_is(window, "wizard-all-set", language).await;
        window.press("action-done").await;
        window.part("page-security-info").await;
        window.part("card-phone-mobile").await;
        report.picture_as_it_is(window, "security-info", language).await;
        window.press("tab-app-passwords").await;
        window.part("app-password-row").await;
        report.picture_as_it_is(window, "app-passwords", language).await;
        for page in ["authenticator", "activity", "help", "settings"] {
            window.press(&format!("nav-{page}")).await;
            window.part(&format!("page-{page}")).await;
            report.picture_as_it_is(window, page, language).await;
        }
        running.close().await;
    }
}
