//! The app passwords page: creating one, showing it once, deleting; and making room at the limit.

use std::process::Command;

use proofup_token_files::texts_in_picture;

use crate::guide::Guide;

const ANNS_PASSWORD: &str = "apple-tree";

/// Ann creates one for her laptop, deletes it, and then deletes all.
pub async fn create_and_delete(guide: &mut Guide) {
    guide.window().part("page-security-info").await;
    guide.window().part("card-phone-mobile").await;
    guide.picture("security-info").await;
    guide.window().press("tab-app-passwords").await;
    guide.window().part("app-passwords").await;
    guide.picture("app-passwords").await;

    guide.window().press("action-create").await;
    guide.window().part("dialog-create-app-password").await;
    guide.picture("create-app-password").await;
    guide.window().fill("field-app-password-name", &"a name that goes on and on ".repeat(3)).await;
    guide.window().press("action-next").await;
    guide.window().part("fault-app_password_name_invalid").await;
    guide.picture("app-password-name-too-long").await;
    guide.window().fill("field-app-password-name", "Mail on my laptop").await;
    guide.window().press("action-next").await;
    guide.window().part("dialog-your-app-password").await;
    let password = guide.window().part("app-password").await.text().await.expect("the app password is shown");
    guide.remember_secret(password.replace(char::is_whitespace, ""));
    guide.picture("your-app-password").await;
    guide.window().press("action-close").await;
    guide.window().part("notice-not-copied").await;
    guide.picture("app-password-not-copied").await;
    let secret = password.replace(char::is_whitespace, "");
    let address = set_up_a_device(guide, &secret).await;
    guide.window().press("action-copy-app-password").await;
    guide.window().press("action-close").await;
    guide.window().see("Mail on my laptop").await;

    guide.window().press_named("Delete: Mail on my laptop").await;
    guide.window().part("dialog-delete-app-password").await;
    guide.picture("delete-app-password").await;
    guide.window().press("action-yes").await;
    guide.window().part("dialog-app-password-deleted").await;
    guide.picture("app-password-deleted").await;
    guide.window().press("action-close").await;
    guide.window().see_no_more("Mail on my laptop").await;
    assert!(!mail_app_signs_in(&address, &secret), "deleted is deleted");

    guide.window().press("action-delete-all").await;
    guide.window().part("dialog-delete-all-app-passwords").await;
    guide.picture("delete-all-app-passwords").await;
    guide.window().press("action-yes").await;
    guide.window().part("empty-app-passwords").await;
    guide.picture("no-app-passwords").await;
}

/// Carla has forty: she deletes one in the dialog, and continues with the name.
pub async fn make_room_at_the_limit(guide: &mut Guide) {
    guide.sign_out().await;
    guide.sign_in_by_text("at_the_limit").await;
    guide.window().part("page-security-info").await;
    guide.window().press("tab-app-passwords").await;
    guide.window().part("app-password-row").await;
    guide.picture("forty-app-passwords").await;
    guide.window().press("action-create").await;
    guide.window().part("dialog-app-password-limit").await;
    guide.picture("app-password-limit").await;
    guide.window().press_first("[data-testid='dialog-app-password-limit'] [role='radio'], [data-testid='dialog-app-password-limit'] input[type='radio']").await;
    guide.window().press("action-delete-and-go-on").await;
    guide.window().part("dialog-create-app-password").await;
    guide.window().fill("field-app-password-name", "My new phone").await;
    guide.window().press("action-next").await;
    guide.window().part("dialog-your-app-password").await;
    guide.window().press("action-copy-app-password").await;
    guide.window().press("action-close").await;
    guide.window().see("My new phone").await;
}

/// The dialog shows servers, steps and a code. A mail app that sends the regular password is shown at once; when one signs in
/// with the app password, the dialog says so by itself. Returns the address of the service.
async fn set_up_a_device(guide: &mut Guide, password: &str) -> String {
    guide.window().see("imap.contoso.example:993").await;
    guide.window().see("Waiting for the first sign-in").await;
    guide.window().choose("field-device", "apple").await;
    guide.window().press("action-show-device-code").await;
    guide.window().part("device-code").await;
    guide.window().script("document.querySelector(\"[data-testid='device-code']\").scrollIntoView()").await;
    let picture = guide.window().screenshot_bytes().await;
    let link = texts_in_picture(&picture).expect("a picture").first().expect("a code to scan").to_string();
    guide.remember_secret(link.as_str());
    let profile = curl(&[&link]);
    assert!(
        profile.contains("com.apple.mail.managed") && profile.contains(password),
        "the profile has the app password"
    );
    let (address, _) = link.split_once("/profiles/").expect("a link to the service");

    assert!(!mail_app_signs_in(address, ANNS_PASSWORD), "the regular password is not enough");
    guide.window().see("An app tried your regular password").await;
    guide.window().see("regular password instead of an app password").await;
    guide.picture("an-app-tried-the-regular-password").await;
    assert!(mail_app_signs_in(address, password), "the app password is");
    guide.window().see("Connected just now from IMAP").await;
    guide.window().gone("notice-refused-app").await;
    guide.picture("connected-just-now").await;
    address.to_owned()
}

/// Whether the mail proxy that asks for Ann's mail app lets it in.
fn mail_app_signs_in(address: &str, password: &str) -> bool {
    let url = format!("{address}/legacy/nginx-mail");
    let password = format!("Auth-Pass: {password}");
    let headers = [
        "Auth-Method: plain",
        "Auth-User: ann@contoso.example",
        &password,
        "Auth-Protocol: imap",
        "Auth-Login-Attempt: 1",
    ];
    let arguments: Vec<_> =
        ["--include", &url].into_iter().chain(headers.iter().flat_map(|one| ["--header", one])).collect();
    curl(&arguments).to_ascii_lowercase().contains("auth-status: ok")
}

fn curl(arguments: &[&str]) -> String {
    let output = Command::new("curl").args(["--silent", "--noproxy", "*"]).args(arguments).output().expect("curl runs");
    assert!(output.status.success(), "curl: {}", output.status);
    String::from_utf8_lossy(&output.stdout).into_owned()
}
