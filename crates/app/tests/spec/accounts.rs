use std::time::Duration;

use proofup_api::SecretText;
use proofup_app::{
    App,
    view::{AccountEdit, AccountKind, HashAlgorithm, ManualAccount},
};

use crate::fixture::{Fixture, code};

const LINK: &str = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";

fn by_hand(kind: AccountKind) -> ManualAccount {
    ManualAccount {
        issuer: " GitHub ".into(),
        account: "ann".into(),
        secret: "gezd gnbv gy3t qojq gezd gnbv gy3t qojq".into(),
        kind,
        algorithm: HashAlgorithm::SHA1,
        digits: if kind == AccountKind::Steam { 5 } else { 6 },
        period: 30,
        counter: 0,
    }
}

fn edit(issuer: &str, account: &str) -> AccountEdit {
    AccountEdit { issuer: issuer.into(), account: account.into(), note: String::new(), tags: vec![] }
}

async fn open(fixture: &Fixture) -> App {
    let app = fixture.open().await;
    app.vault().create_vault(SecretText::new("correct horse battery")).await.unwrap();
    app
}

#[tokio::test]
async fn a_link_is_only_a_draft_until_it_is_added() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let draft = app.authenticator().drafts_from_link(LINK).await.unwrap().drafts.remove(0);
    assert_eq!((draft.issuer.as_str(), draft.account.as_str(), draft.already_there), ("GitHub", "ann", false));
    assert!(app.authenticator().authenticator().await.unwrap().accounts.is_empty());

    assert_eq!(code(&app, app.authenticator().add_draft(&draft.draft_id, " ", "").await), "account_name_empty");
    let row = app.authenticator().add_draft(&draft.draft_id, "GitHub", "ann at work").await.expect("the draft stayed");
    assert_eq!((row.account.as_str(), row.own_organization), ("ann at work", false));
    assert_eq!(code(&app, app.authenticator().add_draft(&draft.draft_id, "GitHub", "ann").await), "draft_gone");
    assert!(app.authenticator().drafts_from_link(LINK).await.unwrap().drafts[0].already_there);
}

#[tokio::test]
async fn a_typed_account_makes_the_codes_of_the_rfc() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    app.authenticator().add_account(by_hand(AccountKind::Totp)).await.unwrap();
    app.authenticator().add_account(by_hand(AccountKind::Steam)).await.unwrap();
    let hotp = app.authenticator().add_account(by_hand(AccountKind::Hotp)).await.unwrap();
    let codes = app.authenticator().codes().await.unwrap();
    assert_eq!(codes.len(), 2, "an account that counts shows none until asked");
    assert_eq!(codes[0].code, fixture.code_of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").expose());
    assert_eq!(codes[0].valid_until.unwrap() - codes[0].valid_from.unwrap(), 30_000);

    // RFC 4226, appendix D.
    assert_eq!(app.authenticator().next_hotp_code(&hotp.id).await.unwrap().code, "755224");
    drop(app);
    let again = fixture.open().await;
    again.vault().unlock_vault(SecretText::new("correct horse battery")).await.unwrap();
    assert_eq!(
        again.authenticator().next_hotp_code(&hotp.id).await.unwrap().code,
        "287082",
        "no code is ever shown twice"
    );
    again.authenticator().copy_code(&hotp.id, false).await.unwrap();
    assert_eq!(fixture.clipboard.holds().as_deref(), Some("287082"));
}

#[tokio::test]
async fn each_mistake_in_an_account_has_its_own_code() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    for (link, wanted) in [
        ("https://example.com", "link_not_otpauth"),
        ("otpauth://totp/a?issuer=b", "secret_missing"),
        ("otpauth://totp/a?secret=GEZD1", "secret_not_base32"),
        ("otpauth://totp/a?secret=GEZDGNBV&algorithm=MD5", "algorithm_unknown"),
        ("otpauth://totp/a?secret=GEZDGNBV&digits=12", "digits_out_of_range"),
        ("otpauth://totp/a?secret=GEZDGNBV&period=0", "period_out_of_range"),
        ("otpauth://hotp/a?secret=GEZDGNBV&counter=minus", "counter_out_of_range"),
        ("otpauth://motp/a?secret=GEZDGNBV", "link_kind_unknown"),
    ] {
        assert_eq!(code(&app, app.authenticator().drafts_from_link(link).await), wanted, "{link}");
    }
    assert_eq!(code(&app, app.authenticator().drafts_from_picture(b"no picture".to_vec()).await), "picture_unreadable");
    let fault = app.fault(&app.authenticator().drafts_from_link("otpauth://totp/a?secret=GEZD1").await.unwrap_err());
    assert_eq!((fault.params["character"].as_str(), fault.params["position"].as_u64()), (Some("1"), Some(5)));

    let long = ManualAccount { issuer: "x".repeat(257), ..by_hand(AccountKind::Totp) };
    assert_eq!(code(&app, app.authenticator().add_account(long).await), "account_name_too_long");
    let control = ManualAccount { account: "a\u{1}b".into(), ..by_hand(AccountKind::Totp) };
    assert_eq!(code(&app, app.authenticator().add_account(control).await), "account_name_invalid");
    app.authenticator().add_account(by_hand(AccountKind::Totp)).await.unwrap();
    assert_eq!(code(&app, app.authenticator().add_account(by_hand(AccountKind::Totp)).await), "account_exists");
    assert_eq!(code(&app, app.authenticator().edit_account("no id", edit("a", "b")).await), "account_gone");
}

#[tokio::test]
async fn deleting_can_be_undone() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let row = app.authenticator().add_account(by_hand(AccountKind::Totp)).await.unwrap();
    let renamed = app.authenticator().edit_account(&row.id, edit("GitHub", "ann at home")).await.unwrap();
    assert_eq!(renamed.account, "ann at home");
    let ids = [row.id];
    app.authenticator().delete_accounts(&ids).await.unwrap();
    assert!(app.authenticator().authenticator().await.unwrap().accounts.is_empty());
    app.authenticator().restore_accounts(&ids).await.unwrap();
    assert_eq!(app.authenticator().authenticator().await.unwrap().accounts, [renamed]);
}

#[tokio::test]
async fn the_next_code_can_be_copied() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let row = app.authenticator().add_account(by_hand(AccountKind::Totp)).await.unwrap();
    app.authenticator().copy_code(&row.id, true).await.unwrap();
    fixture.time.advance(Duration::from_secs(30));
    assert_eq!(fixture.clipboard.holds(), Some(app.authenticator().codes().await.unwrap()[0].code.clone()));
}
