//! Scanning: picture files with several codes, the parts of an export, a dropped picture, the screen through the
//! portal, and the messages when there is nothing to scan. Nothing is added before the person agrees.

use std::path::PathBuf;

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_token_files::{OtpAuth, migration_links, texts_in_picture};

use crate::{
    guide::{Guide, PASSPHRASE},
    organising::{from_menu_of, order},
    pictures::{png_of, png_without_codes},
    portal::Answer,
};

const GITLAB: &str = "ORSXG5BAMZXXEIDHNF2GYYLCEBUGK4TF";
const DROPBOX: &str = "ORSXG5BAMZXXEIDEOJXXAYTPPAQGQZLS";
const FABRIKAM: &str = "ORSXG5BAMZXXEIDGMFRHE2LLMFWSA2DF";
/// The list already has GitHub, with this secret.
const GITHUB: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// Ann scans in every way, and ends with two more accounts: GitLab and Dropbox.
pub async fn every_way(guide: &mut Guide) {
    for secret in [GITLAB, DROPBOX, FABRIKAM] {
        guide.remember_secret(secret);
    }
    guide.window().press("nav-authenticator").await;
    guide.window().part("account-row").await;
    several_codes_in_one_picture(guide).await;
    parts_of_an_export(guide).await;
    dropped_and_without_a_code(guide).await;
    the_screen(guide).await;
    nothing_to_scan(guide).await;
    shown_for_another_device(guide).await;
}

async fn several_codes_in_one_picture(guide: &mut Guide) {
    guide.window().press("menu-scan").await;
    guide.picture("ways-to-scan").await;
    guide.window().press_key("Escape").await;
    guide.window().gone("action-scan-camera").await;
    let picture = [link("GitLab", GITLAB), link("Dropbox", DROPBOX), link("GitHub", GITHUB)];
    let before = order(guide).await.len();
    guide.window().give_files("field-scan-pictures", &[file(guide, "three-codes.png", &png_of(&picture))]).await;
    guide.window().part("draft").await;
    guide.window().shows("draft", 3).await;
    guide.window().see("Already there").await;
    guide.picture("several-codes-in-one-picture").await;
    assert_eq!(order(guide).await.len(), before, "nothing is added before the person says so");
    guide.window().press("action-add").await;
    guide.window().gone("dialog-add-account").await;
    // The existing one is not added again.
    guide.window().shows("account-row", before + 2).await;
}

async fn parts_of_an_export(guide: &mut Guide) {
    let before = order(guide).await.len();
    let [first, second] = export_of_twelve();
    guide.window().give_files("field-scan-pictures", &[file(guide, "part-2.png", &png_of(&[second]))]).await;
    guide.window().part("notice-missing-parts").await;
    guide.window().shows("draft", 2).await;
    guide.picture("one-part-of-an-export").await;
    guide.window().give_files("field-picture", &[file(guide, "part-1.png", &png_of(&[first]))]).await;
    guide.window().gone("notice-missing-parts").await;
    guide.window().shows("draft", 12).await;
    guide.picture("the-whole-export").await;
    guide.window().press("action-cancel").await;
    guide.window().gone("dialog-add-account").await;
    assert_eq!(order(guide).await.len(), before, "who cancels adds nothing");
}

async fn dropped_and_without_a_code(guide: &mut Guide) {
    guide.window().drop_file("a-landscape.png", "image/png", &png_without_codes()).await;
    guide.window().part("fault-picture_without_qr").await;
    guide.picture("a-dropped-picture-without-a-code").await;
    guide.window().drop_file("not-an-account.png", "image/png", &png_of(&["https://contoso.example".into()])).await;
    guide.window().part("fault-picture_without_account").await;
    guide.window().drop_file("fabrikam.png", "image/png", &png_of(&[link("Fabrikam", FABRIKAM)])).await;
    guide.window().part("draft").await;
    assert_eq!(guide.window().value("field-issuer").await, "Fabrikam");
    guide.picture("a-dropped-picture").await;
    guide.window().press("action-cancel").await;
    guide.window().gone("dialog-add-account").await;
}

/// The desktop's portal is a stub; the calls over D-Bus, the file and its removal are real.
async fn the_screen(guide: &mut Guide) {
    scan(guide, "action-scan-screen").await;
    guide.window().part("fault-screen_unavailable").await;
    guide.picture("no-picture-of-the-screen").await;
    close(guide).await;

    let picture = file(guide, "screenshot.png", &png_of(&[link("Fabrikam", FABRIKAM)]));
    guide.portal().asks_the_person().await;
    guide.portal().answers(Answer::Picture(picture.clone()));
    scan(guide, "action-scan-screen").await;
    guide.window().part("draft").await;
    assert_eq!(guide.window().value("field-issuer").await, "Fabrikam");
    assert!(!picture.exists(), "the picture of the screen is removed");
    guide.picture("a-code-on-the-screen").await;
    close(guide).await;

    guide.portal().answers(Answer::Refused);
    scan(guide, "action-scan-screen").await;
    guide.window().part("fault-screen_refused").await;
    close(guide).await;
    guide.portal().restarts().await;
}

async fn nothing_to_scan(guide: &mut Guide) {
    scan(guide, "action-scan-clipboard").await;
    guide.window().part("fault-clipboard_without_picture").await;
    guide.picture("no-picture-in-the-clipboard").await;
    close(guide).await;
    // The virtual display has no camera.
    scan(guide, "action-scan-camera").await;
    guide.window().part("notice-camera-absent").await;
    guide.picture("no-camera").await;
    guide.window().press("action-cancel").await;
    guide.window().gone("dialog-camera").await;
}

async fn shown_for_another_device(guide: &mut Guide) {
    from_menu_of(guide, "GitLab", "action-show-qr-code").await;
    guide.window().part("field-passphrase").await;
    guide.picture("passphrase-before-a-qr-code").await;
    guide.window().fill("field-passphrase", PASSPHRASE).await;
    guide.window().press("action-show-qr").await;
    guide.window().part("account-qr").await;
    guide.picture("qr-code-of-an-account").await;
    let screen = guide.window().screenshot_bytes().await;
    let seen = texts_in_picture(&screen).expect("the picture of the window can be read");
    let shown = seen.iter().any(|text| text.starts_with("otpauth://totp/GitLab:ann?") && text.contains(GITLAB));
    assert!(shown, "another device reads the account from the screen");
    guide.window().press("action-close").await;
    guide.window().gone("dialog-show-qr").await;
}

async fn scan(guide: &Guide, way: &str) {
    guide.window().press("menu-scan").await;
    guide.window().press(way).await;
}

async fn close(guide: &Guide) {
    guide.window().press("action-cancel").await;
    guide.window().gone("dialog-add-account").await;
}

fn link(issuer: &str, secret: &str) -> String {
    format!("otpauth://totp/{issuer}:ann?secret={secret}&issuer={issuer}")
}

/// Twelve accounts, as a phone app exports them: ten in the first QR code, two in the second.
fn export_of_twelve() -> [String; 2] {
    let account = |number: u8| {
        let secret = Secret::from_bytes(vec![number; 20]).expect("a secret");
        let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 6).expect("an account");
        OtpAuth { params, issuer: format!("Shop {number}"), account: "ann".into() }
    };
    let accounts: Vec<_> = (1..=12).map(account).collect();
    let links = migration_links(&accounts, 7).links;
    links.iter().map(|link| link.to_string()).collect::<Vec<_>>().try_into().expect("the export has two parts")
}

fn file(guide: &Guide, name: &str, bytes: &[u8]) -> PathBuf {
    let path = guide.folder().join(name);
    std::fs::write(&path, bytes).expect("the folder can be written");
    path
}
