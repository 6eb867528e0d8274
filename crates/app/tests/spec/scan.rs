//! The results of scanning, and the QR code of an account.

use proofup_api::SecretText;
use proofup_app::{
    App,
    view::{AccountQr, DraftWarning, Found},
};
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_token_files::{OtpAuth, migration_links};

use crate::fixture::{Fixture, code};
use crate::key_storage::{give_back, sheet_of};

const PASSPHRASE: &str = "correct horse battery";
const LINK: &str = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";
/// The second of three parts, with accounts of every kind, good and bad.
const PART: &str = "otpauth-migration://offline?data=Ch8KCkhlbGxvId6tvu8SA2FubhoEQmFuayADKAIwATgHChMKCkhlbGxvId6tvu8SA21kNSAEChQKCkhlbGxvId6tvu8SBG5pbmUoCQoUCgpIZWxsbyHerb7vEgRraW5kMAcKBxIFZW1wdHkKKQoKSGVsbG8h3q2%2B7xILR2l0SHViOiBhbm5CDnNvbWUtdW5pcXVlLWlkChUKCkhlbGxvId6tvu8SBXNldmVuKAMQAhgDIAEoTZoGBWxhdGVy";

async fn open(fixture: &Fixture) -> App {
    let app = fixture.open().await;
    app.vault().create_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    app
}

#[tokio::test]
async fn an_export_gives_usable_accounts_and_reasons_for_the_others() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let found = app.authenticator().drafts_from_link(PART).await.unwrap();
    let names: Vec<_> = found.drafts.iter().map(|draft| (draft.issuer.as_str(), draft.account.as_str())).collect();
    assert_eq!(names, [("Bank", "ann"), ("GitHub", "ann"), ("", "seven")]);
    let reasons: Vec<_> = found.refused.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(reasons, ["algorithm_unknown", "export_value_unknown", "export_value_unknown", "secret_missing"]);
    let [part] = &found.exports[..] else { panic!("{:?}", found.exports) };
    assert_eq!((part.export, part.part, part.parts, part.draft_ids.len()), (77, 1, 3, 3));
    assert!(app.authenticator().authenticator().await.unwrap().accounts.is_empty(), "nothing is added by looking");

    let bank = &found.drafts[0];
    app.authenticator().add_draft(&bank.draft_id, &bank.issuer, &bank.account).await.unwrap();
    assert!(app.authenticator().drafts_from_link(PART).await.unwrap().drafts[0].already_there);
}

#[tokio::test]
async fn each_error_in_a_list_has_its_number_and_an_account_without_a_name_gets_one() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let list =
        format!("{LINK}\notpauth://totp/?secret=JBSWY3DPEHPK3PXP\nhttps://example.org\n{LINK}\notpauth://totp/x\n");
    let found = app.authenticator().drafts_from_link(&list).await.unwrap();
    let drafts: Vec<_> =
        found.drafts.iter().map(|draft| (draft.number, draft.account.as_str(), draft.already_there)).collect();
    assert_eq!(drafts, [(1, "ann", false), (2, "Account 2", false), (4, "ann", true)], "the same one is there already");
    assert_eq!(found.drafts[1].warnings, [DraftWarning::NameMissing]);
    let refused: Vec<_> =
        found.refused.iter().map(|fault| (fault.code.as_str(), fault.params["entry"].as_u64())).collect();
    assert_eq!(refused, [("link_not_otpauth", Some(3)), ("secret_missing", Some(5))]);
    for draft in &found.drafts[..2] {
        app.authenticator().add_draft(&draft.draft_id, &draft.issuer, &draft.account).await.unwrap();
    }
    let again = app
        .authenticator()
        .drafts_from_link("otpauth://totp/?secret=KRSXG5CTMVRXEZLU\notpauth://totp/?secret=MZXW6YTB")
        .await
        .unwrap();
    let names: Vec<_> = again.drafts.iter().map(|draft| draft.account.as_str()).collect();
    assert_eq!(names, ["Account 1", "Account 3"], "taken numbers are skipped");
}

#[tokio::test]
async fn two_exports_with_one_number_are_both_read_and_the_same_one_once_more_is_not() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let export = |link: &str| migration_links(&[OtpAuth::parse(link).unwrap().otp_auth], 0).links[0].to_string();
    let (ann, zed) = (export(LINK), export("otpauth://totp/Example:zed?secret=JBSWY3DPEHPK3PXP"));
    let found = app.authenticator().drafts_from_link(&[&*ann, &zed, &ann].join("\n")).await.unwrap();
    let names: Vec<_> = found.drafts.iter().map(|draft| draft.account.as_str()).collect();
    assert_eq!((names, found.exports.len(), found.refused.len()), (vec!["ann", "zed"], 2, 0));
}

#[tokio::test]
async fn of_accounts_without_a_name_the_same_one_is_told_in_a_list_as_in_the_vault() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let nameless = "otpauth://hotp/?secret=JBSWY3DPEHPK3PXP&counter=3";
    let list = format!("{nameless}\n{nameless}\notpauth://totp/?secret=KRSXG5CTMVRXEZLU");
    let there = |found: &Found| found.drafts.iter().map(|draft| draft.already_there).collect::<Vec<_>>();
    let found = app.authenticator().drafts_from_link(&list).await.unwrap();
    assert_eq!(there(&found), [false, true, false]);
    for draft in found.drafts.iter().filter(|draft| !draft.already_there) {
        app.authenticator().add_draft(&draft.draft_id, &draft.issuer, &draft.account).await.unwrap();
    }
    assert_eq!(there(&app.authenticator().drafts_from_link(&list).await.unwrap()), [true, true, true]);
}

#[tokio::test]
async fn a_link_copied_from_the_source_of_a_page_gives_the_whole_account_with_its_eight_digits() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let link = format!("otpauth://totp/GitHub:ann?secret={secret}&amp;issuer=GitHub&amp;digits=8&amp;period=60");
    let found = app.authenticator().drafts_from_link(&link).await.unwrap();
    let [draft] = &found.drafts[..] else { panic!("{found:?}") };
    assert_eq!((draft.issuer.as_str(), draft.account.as_str(), found.refused.len()), ("GitHub", "ann", 0));
    assert!(draft.warnings.is_empty(), "{:?}", draft.warnings);
    let row = app.authenticator().add_draft(&draft.draft_id, &draft.issuer, &draft.account).await.unwrap();

    let secret = Secret::from_base32(secret).unwrap();
    let params = OtpParams::new(secret, Kind::Totp { period: 60 }, Algorithm::Sha1, 8).unwrap();
    let expected = params.code_at(fixture.time.unix_seconds()).unwrap().code.as_str().to_owned();
    assert_eq!(expected.len(), 8);
    let [shown] = &app.authenticator().codes().await.unwrap()[..] else { panic!("one account has a code") };
    assert_eq!(shown.code, expected);
    assert_eq!(shown.valid_until.unwrap() - shown.valid_from.unwrap(), 60_000);
    app.authenticator().copy_code(&row.id, false).await.unwrap();
    assert_eq!(fixture.clipboard.holds(), Some(expected), "all eight are copied");
}

#[tokio::test]
async fn a_damaged_export_has_its_own_words() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    assert_eq!(
        code(&app, app.authenticator().drafts_from_link("otpauth-migration://offline?data=CiA").await),
        "link_export_damaged"
    );
}

#[tokio::test]
async fn the_clipboards_picture_is_scanned() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    assert_eq!(code(&app, app.authenticator().drafts_from_clipboard().await), "clipboard_without_picture");
}

#[tokio::test]
async fn a_qr_code_is_shown_only_after_the_passphrase() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let draft = app.authenticator().drafts_from_link(LINK).await.unwrap().drafts.remove(0);
    let row = app.authenticator().add_draft(&draft.draft_id, "GitHub", "ann").await.unwrap();
    assert!(matches!(app.authenticator().account_qr(&row.id, None).await.unwrap(), AccountQr::PassphraseNeeded));
    let wrong = app.authenticator().account_qr(&row.id, Some(SecretText::new("another"))).await;
    assert_eq!(code(&app, wrong.map(drop)), "wrong_passphrase");
    let shown = app.authenticator().account_qr(&row.id, Some(SecretText::new(PASSPHRASE))).await.unwrap();
    assert!(matches!(shown, AccountQr::Shown { svg } if svg.starts_with("<svg")));
    let gone = app.authenticator().account_qr("none", Some(SecretText::new(PASSPHRASE))).await;
    assert_eq!(code(&app, gone.map(drop)), "account_gone");
}

#[tokio::test]
async fn without_a_passphrase_the_keyring_is_asked_again() {
    let fixture = Fixture::alone().with_keyring_alone();
    let app = fixture.open().await;
    let sheet = sheet_of(&app).await;
    give_back(&app, &sheet).await;
    let draft = app.authenticator().drafts_from_link(LINK).await.unwrap().drafts.remove(0);
    let row = app.authenticator().add_draft(&draft.draft_id, "GitHub", "ann").await.unwrap();
    assert!(matches!(app.authenticator().account_qr(&row.id, None).await.unwrap(), AccountQr::Shown { .. }));
}
