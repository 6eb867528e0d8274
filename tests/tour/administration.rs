//! Administration: an administrator changes settings and sees them, and imports hardware tokens.

use crate::guide::Guide;

/// Two tokens, and a row with a secret that is none.
const LIST: &str = "upn,serial number,secret key,time interval,manufacturer,model
ben@contoso.example,D-700100,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,30,Acme,Card
,D-700101,GEZDGNBVGY3TQOJ1,30,Acme,Card
,D-700102,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,60,Acme,Card
";

/// A page whose tab has no room in this window.
async fn choose_from_more(guide: &Guide, page: &str) {
    guide.window().press("menu-more-tabs").await;
    guide.window().press(&format!("more-tab-{page}")).await;
    guide.window().part(&format!("tab-{page}")).await;
}

/// The overview: a chart as a table, and a figure that leads to its list.
async fn look_over(guide: &mut Guide) {
    guide.window().part("figure-enforced").await;
    guide.picture("administration-overview").await;
    guide.window().press("chart-sign-ins-as-table").await;
    guide.picture("chart-as-table").await;
    guide.window().press_first("[data-testid=figure-enabled] button").await;
    guide.window().shows("person-row", 1).await;
    guide.picture("people-of-a-figure").await;
}

/// Eva forbids new app passwords. She reads first what that does, and sees it on her own page and in the audit log.
pub async fn change_settings(guide: &mut Guide) {
    guide.sign_in_by_text("administrator").await;
    guide.window().part("page-security-info").await;
    guide.window().press("nav-administration").await;
    look_over(guide).await;
    choose_from_more(guide, "settings").await;
    guide.window().part("setting-appPasswordsAllowed").await;
    guide.picture("service-settings").await;

    guide.window().fill("field-smsCodeLifetimeSeconds", "12").await;
    guide.window().part("wrong-smsCodeLifetimeSeconds").await;
    guide.picture("service-settings-wrong-value").await;
    guide.window().fill("field-smsCodeLifetimeSeconds", "240").await;
    guide.window().press("choose-appPasswordsAllowed-no").await;
    guide.window().see("2 unsaved changes").await;
    guide.window().press("nav-activity").await;
    guide.window().part("dialog-leave").await;
    guide.picture("leave-unsaved-settings").await;
    guide.window().press("action-no").await;
    guide.window().gone("dialog-leave").await;

    guide.window().press("action-review-settings").await;
    guide.window().see("keep working app passwords").await;
    guide.picture("review-of-settings").await;
    guide.window().press("action-save-settings").await;
    guide.window().gone("settings-bar").await;
    assert_eq!(guide.window().value("field-smsCodeLifetimeSeconds").await, "240");

    // The page was left where its search has the focus, just below the tabs.
    guide.window().script("document.getElementById('page').scrollTop = 0").await;
    guide.window().press("tab-audit").await;
    guide.window().see("smsCodeLifetimeSeconds = 240").await;
    guide.window().press("nav-security").await;
    guide.window().press("tab-app-passwords").await;
    guide.window().part("app-passwords-unavailable-disabled_by_organization").await;
    guide.picture("app-passwords-forbidden").await;
}

/// She makes a token for a program, copies it before it is gone for good, and revokes it.
pub async fn make_an_access_token(guide: &mut Guide) {
    choose_from_more(guide, "accessTokens").await;
    guide.window().part("empty-access-tokens").await;
    guide.window().press("action-create-first-token").await;
    guide.window().fill("field-token-name", "SIEM").await;
    guide.window().press("scope-signIns_read").await;
    guide.picture("create-an-access-token").await;
    guide.window().press("action-confirm").await;
    guide.window().part("access-token").await;
    guide.window().press("action-copy-token").await;
    guide.picture("access-token-shown-once").await;
    guide.window().press("action-close").await;
    guide.window().gone("dialog-your-token").await;
    guide.picture("access-tokens").await;
    guide.window().press("action-revoke-token").await;
    guide.window().press("action-yes").await;
    guide.window().part("empty-access-tokens").await;
}

/// Somebody calls as Finn. His own phone is asked, names what will be done, and takes the number that she says.
pub async fn verify_a_caller(guide: &mut Guide) {
    guide.window().press("nav-administration").await;
    guide.window().press("tab-people").await;
    guide.window().fill("field-search-people", "finn").await;
    guide.window().shows("person-row", 1).await;
    guide.window().press("person-row").await;
    guide.window().part("notice-caller").await;
    guide.window().press("action-verify-caller").await;
    guide.window().press("caller-act-oneTimeBypass").await;
    guide.picture("verify-a-caller").await;
    guide.window().press("action-ask-caller").await;
    guide.window().part("caller-number").await;
    let number = guide.window().script("return document.querySelector('[data-testid=caller-number]').innerText").await;
    let number = number.as_str().unwrap_or_default().to_owned();
    guide.picture("say-this-number").await;
    guide.to_phone().await;
    guide.window().part("caller-question").await;
    guide.window().see("Let you sign in once without a second step").await;
    guide.picture("are-you-talking-to-the-help-desk").await;
    for digit in number.trim().chars() {
        guide.window().press(&format!("phone-key-{digit}")).await;
    }
    guide.window().press("phone-approve").await;
    guide.to_main_window().await;
    guide.window().part("notice-caller-verified").await;
    guide.picture("caller-verified").await;
    guide.window().press("person-oneTimeBypass").await;
    guide.window().fill("field-reason", "phone is at home").await;
    guide.window().press("action-confirm").await;
    guide.window().part("notice-bypass").await;
    guide.window().press("action-back").await;
    guide.window().part("tab-log").await;
}

/// The log of sign-ins is checked, and what it shows of blocks is empty.
pub async fn check_the_log(guide: &mut Guide) {
    guide.window().press("tab-log").await;
    guide.window().press("action-verify-log").await;
    guide.window().part("log-whole").await;
    guide.picture("the-log-is-whole").await;
    guide.window().press("tab-blocks").await;
    guide.window().part("empty-blocks").await;
    guide.picture("fraud-and-blocks").await;
}

/// She drops a list with one bad row, imports the others, and takes one back from its owner.
pub async fn import_hardware_tokens(guide: &mut Guide) {
    guide.window().press("nav-administration").await;
    choose_from_more(guide, "tokens").await;
    guide.window().part("token-row").await;
    guide.picture("hardware-token-inventory").await;

    guide.window().drop_file("tokens.csv", "text/csv", LIST.as_bytes()).await;
    guide.window().part("token-verdict").await;
    guide.window().see("Can be imported: 2. Refused: 1.").await;
    guide.picture("import-of-hardware-tokens").await;
    guide.window().press("action-take-tokens").await;
    guide.window().see("2 imported, 1 refused").await;
    guide.picture("hardware-tokens-imported").await;
    guide.window().press("action-take-tokens").await;
    guide.window().gone("dialog-token-import").await;

    guide.window().fill("field-search-tokens", "D-700100").await;
    guide.window().shows("token-row", 1).await;
    guide.window().press("menu-token").await;
    guide.window().press("token-unassign").await;
    guide.window().part("dialog-token-unassign").await;
    guide.picture("unassign-a-hardware-token").await;
    guide.window().press("action-yes").await;
    guide.window().gone("dialog-token-unassign").await;
    guide.window().see("Available").await;
}
