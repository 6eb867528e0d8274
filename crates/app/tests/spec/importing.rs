//! Import: the preview of a file, and adding its accounts in one step.

use proofup_api::SecretText;
use proofup_app::{
    App,
    view::{ExportKind, ImportCounts, ImportPreview, ImportVerdict},
};

use crate::fixture::{Fixture, code};

const PASSPHRASE: &str = "correct horse battery";

async fn open(fixture: &Fixture) -> App {
    let app = fixture.open().await;
    app.vault().create_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    app
}

/// An Aegis export with these accounts: names, secret and, if counter-based, the counter.
fn aegis(accounts: &[(&str, &str, Option<u64>)]) -> Vec<u8> {
    let entry = |(name, secret, counter): &(&str, &str, Option<u64>)| {
        let (kind, number) = match counter {
            Some(counter) => ("hotp", format!(r#""counter":{counter}"#)),
            None => ("totp", r#""period":30"#.to_owned()),
        };
        format!(
            r#"{{"type":"{kind}","name":"{name}","issuer":"Contoso","info":{{"secret":"{secret}","algo":"SHA1","digits":6,{number}}}}}"#
        )
    };
    let entries: Vec<_> = accounts.iter().map(entry).collect();
    format!(r#"{{"version":1,"header":{{}},"db":{{"version":3,"entries":[{}]}}}}"#, entries.join(",")).into_bytes()
}

const ANN: &str = "GEZDGNBVGY3TQOJQ";
const BEN: &str = "MFRGGZDFMZTWQ2LK";
const CLEO: &str = "JBSWY3DPEHPK3PXP";

fn verdicts(preview: &ImportPreview) -> Vec<ImportVerdict> {
    preview.entries.iter().map(|row| row.verdict).collect()
}

fn all(preview: &ImportPreview) -> Vec<u32> {
    preview.entries.iter().map(|row| row.number).collect()
}

async fn names(app: &App) -> Vec<String> {
    app.authenticator().authenticator().await.unwrap().accounts.into_iter().map(|row| row.account).collect()
}

#[tokio::test]
async fn a_preview_adds_nothing_and_its_counts_add_up() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let file = aegis(&[("ann", ANN, None), ("bad", "8", None), ("ben", BEN, Some(7)), ("ann again", ANN, None)]);
    let preview = app.authenticator().open_import(file).await.unwrap();
    assert_eq!(verdicts(&preview), [ImportVerdict::New, ImportVerdict::New, ImportVerdict::Same]);
    assert_eq!((preview.read, preview.rejected[0].number), (4, 2));
    assert_eq!(preview.rejected[0].fault.code, "secret_not_base32");
    assert!(names(&app).await.is_empty());
    let counts = app.authenticator().take_import(&[1, 4]).await.unwrap();
    assert_eq!(counts, ImportCounts { read: 4, added: 1, changed: 0, same: 1, left_out: 1, unusable: 1 });
    assert_eq!(names(&app).await, ["ann"]);
    assert_eq!(code(&app, app.authenticator().take_import(&[1]).await), "import_gone");
}

#[tokio::test]
async fn a_secret_under_another_name_is_the_same_account() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    app.authenticator()
        .drafts_from_link(&format!("otpauth://totp/Other:name?secret={ANN}&issuer=Other"))
        .await
        .unwrap();
    let draft = app
        .authenticator()
        .drafts_from_link(&format!("otpauth://totp/Mine:name?secret={ANN}&issuer=Mine"))
        .await
        .unwrap();
    app.authenticator().add_draft(&draft.drafts[0].draft_id, "Mine", "name").await.unwrap();
    let preview = app.authenticator().open_import(aegis(&[("ann", ANN, None)])).await.unwrap();
    assert_eq!(verdicts(&preview), [ImportVerdict::Same]);
    assert_eq!((preview.entries[0].existing.as_deref(), preview.entries[0].renames), (Some("Mine name"), true));
    // The person's own name stays unless they choose the other one.
    assert_eq!(app.authenticator().take_import(&[]).await.unwrap().same, 1);
    assert_eq!(names(&app).await, ["name"]);
    let preview = app.authenticator().open_import(aegis(&[("ann", ANN, None)])).await.unwrap();
    assert_eq!(app.authenticator().take_import(&all(&preview)).await.unwrap().changed, 1);
    assert_eq!(names(&app).await, ["ann"]);
}

#[tokio::test]
async fn a_later_export_updates_names_and_counters_without_duplicates() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let preview = app
        .authenticator()
        .open_import(aegis(&[("ann", ANN, None), ("ben", BEN, Some(7)), ("cleo", CLEO, None)]))
        .await
        .unwrap();
    app.authenticator().take_import(&all(&preview)).await.unwrap();
    // The person renamed one of them.
    let cleo = app.authenticator().authenticator().await.unwrap().accounts[2].id.clone();
    let edit = proofup_app::view::AccountEdit {
        issuer: "Contoso".to_owned(),
        account: "mine".to_owned(),
        note: String::new(),
        tags: Vec::new(),
    };
    app.authenticator().edit_account(&cleo, edit).await.unwrap();

    let later = aegis(&[("ann at work", ANN, None), ("ben", BEN, Some(9)), ("cleo at work", CLEO, None)]);
    let preview = app.authenticator().open_import(later).await.unwrap();
    assert_eq!(verdicts(&preview), [ImportVerdict::Changes, ImportVerdict::Changes, ImportVerdict::Same]);
    let counts = app.authenticator().take_import(&[1, 2]).await.unwrap();
    assert_eq!(counts, ImportCounts { read: 3, added: 0, changed: 2, same: 1, left_out: 0, unusable: 0 });
    assert_eq!(names(&app).await, ["ann at work", "ben", "mine"]);
    // A counter never decreases.
    let preview = app.authenticator().open_import(aegis(&[("ben", BEN, Some(8))])).await.unwrap();
    assert_eq!(verdicts(&preview), [ImportVerdict::Same]);
}

#[tokio::test]
async fn an_import_can_be_undone_in_one_step() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let preview = app.authenticator().open_import(aegis(&[("ann", ANN, None)])).await.unwrap();
    app.authenticator().take_import(&all(&preview)).await.unwrap();
    let preview =
        app.authenticator().open_import(aegis(&[("ann at work", ANN, None), ("ben", BEN, None)])).await.unwrap();
    app.authenticator().take_import(&all(&preview)).await.unwrap();
    assert_eq!(names(&app).await, ["ann at work", "ben"]);
    app.authenticator().undo_import().await.unwrap();
    assert_eq!(names(&app).await, ["ann"]);
    assert_eq!(app.authenticator().authenticator().await.unwrap().trashed, 1, "what came can be had back");
    assert_eq!(code(&app, app.authenticator().undo_import().await), "import_gone");
}

#[tokio::test]
async fn the_same_secret_with_other_parameters_is_added_with_a_warning() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let preview = app.authenticator().open_import(aegis(&[("ann", ANN, None), ("ann", ANN, Some(0))])).await.unwrap();
    assert_eq!(verdicts(&preview), [ImportVerdict::New, ImportVerdict::New]);
    assert_eq!(preview.entries[1].warnings, ["shares_secret"]);
}

#[tokio::test]
async fn an_age_file_is_opened_with_its_passphrase_and_its_errors_have_different_codes() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let plain = br#"{"proofup":1,"accounts":[{"type":"totp","issuer":"Contoso","account":"ann","secret":"GEZDGNBVGY3TQOJQ","note":"spare","tags":["Work"]}]}"#;
    let sealed =
        proofup_vault::seal_age_file(plain, &"long enough".to_owned().into(), proofup_vault::WorkFactor::STANDARD)
            .unwrap();
    assert_eq!(code(&app, app.authenticator().open_import(sealed.clone()).await), "import_password_needed");
    let wrong = app.authenticator().unlock_import(Some(SecretText::new("wrong")), false).await;
    assert_eq!(code(&app, wrong), "import_password_wrong");
    let preview = app.authenticator().unlock_import(Some(SecretText::new("long enough")), false).await.unwrap();
    assert_eq!((preview.format.as_str(), preview.entries.len()), ("proofup", 1));
    app.authenticator().take_import(&[1]).await.unwrap();
    let row = app.authenticator().authenticator().await.unwrap().accounts.remove(0);
    assert_eq!((row.note.as_str(), row.tags), ("spare", vec!["Work".to_owned()]));

    let cut = sealed[..sealed.len() - 9].to_vec();
    app.authenticator().open_import(cut).await.unwrap_err();
    let damaged = app.authenticator().unlock_import(Some(SecretText::new("long enough")), false).await;
    assert_eq!(code(&app, damaged), "import_damaged");
    let newer = app.authenticator().open_import(br#"{"proofup":9,"accounts":[]}"#.to_vec()).await;
    assert_eq!(code(&app, newer), "import_version_unsupported");
}

/// `Grün 4711`, with one character for `ü` and with two.
const SPELLINGS: [&str; 2] = ["Gr\u{fc}n 4711", "Gru\u{308}n 4711"];

#[tokio::test]
async fn a_file_opens_with_its_password_however_a_keyboard_spells_it() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let preview = app.authenticator().open_import(aegis(&[("ann", ANN, None)])).await.unwrap();
    app.authenticator().take_import(&all(&preview)).await.unwrap();
    let [one, apart] = SPELLINGS;
    let mut files = Vec::new();
    for (kind, written, typed) in [(ExportKind::Encrypted, one, apart), (ExportKind::AegisEncrypted, apart, one)] {
        let exported = app.authenticator().export_accounts(kind, None, Some(SecretText::new(written))).await.unwrap();
        files.push((exported.bytes.to_vec(), typed));
    }
    // As another program writes it, which does not choose a spelling.
    let plain =
        br#"{"proofup":1,"accounts":[{"type":"totp","issuer":"Contoso","account":"ann","secret":"GEZDGNBVGY3TQOJQ"}]}"#;
    let sealed = proofup_vault::seal_age_file(plain, &apart.to_owned().into(), proofup_vault::WorkFactor::STANDARD);
    files.push((sealed.unwrap(), one));
    for (file, typed) in &files {
        app.authenticator().open_import(file.clone()).await.unwrap_err();
        app.authenticator().unlock_import(Some(SecretText::new(*typed)), true).await.unwrap();
    }
    app.authenticator().open_import(files.remove(0).0).await.unwrap_err();
    let wrong = app.authenticator().unlock_import(Some(SecretText::new("Gr\u{fc}n 4712")), true).await;
    assert_eq!(code(&app, wrong), "import_password_wrong");
}

#[tokio::test]
async fn a_cancelled_import_leaves_nothing_behind() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    app.authenticator().open_import(aegis(&[("ann", ANN, None)])).await.unwrap();
    app.authenticator().cancel_import();
    assert_eq!(code(&app, app.authenticator().take_import(&[1]).await), "import_gone");
    app.authenticator().open_import(aegis(&[("ann", ANN, None)])).await.unwrap();
    app.vault().lock_vault().await;
    assert_eq!(code(&app, app.authenticator().take_import(&[1]).await), "import_gone", "a lock forgets secrets");
}

#[tokio::test]
async fn ten_thousand_accounts_are_compared_and_added_in_one_save() {
    let fixture = Fixture::alone();
    let app = open(&fixture).await;
    let secrets: Vec<String> = (0..10_000_u32)
        .map(|number| {
            let secret = proofup_otp::Secret::from_bytes([number.to_be_bytes(), [7; 4]].concat()).unwrap();
            secret.to_base32().to_string()
        })
        .collect();
    let accounts: Vec<_> = secrets.iter().map(|secret| ("ann", secret.as_str(), None)).collect();
    let preview = app.authenticator().open_import(aegis(&accounts)).await.unwrap();
    let counts = app.authenticator().take_import(&all(&preview)).await.unwrap();
    assert_eq!((counts.read, counts.added), (10_000, 10_000));
    let preview = app.authenticator().open_import(aegis(&accounts)).await.unwrap();
    assert!(preview.entries.iter().all(|row| row.verdict == ImportVerdict::Same));
}
