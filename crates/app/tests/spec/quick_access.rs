//! Quick access: the menu in the tray, and a shortcut.

use proofup_api::SecretText;
use proofup_app::{
    App, TrayChoice, TrayItem,
    view::{AccountKind, HashAlgorithm, ManualAccount, QuickAccessSettings, SettingsView},
};

use crate::fixture::{Fixture, PASSPHRASE, code};

/// RFC 4226, appendix D, counters 0 and 1 of the secret `12345678901234567890`.
const FIRST_CODES: [&str; 2] = ["755224", "287082"];

async fn with_a_tray(fixture: &Fixture) -> App {
    let app = fixture.open().await;
    let quick_access = QuickAccessSettings { tray: true, ..QuickAccessSettings::default() };
    app.preferences().save(SettingsView { quick_access, ..app.preferences().settings() }).await.unwrap();
    app
}

async fn add(app: &App, issuer: &str, kind: AccountKind) -> String {
    let typed = ManualAccount {
        issuer: issuer.into(),
        account: "ann".into(),
        secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".into(),
        kind,
        algorithm: HashAlgorithm::SHA1,
        digits: 6,
        period: 30,
        counter: 0,
    };
    app.authenticator().add_account(typed).await.unwrap().id
}

async fn accounts_in(app: &App) -> Vec<String> {
    let items = app.quick_access().tray_menu().await.expect("the person wants a tray");
    let names = items.into_iter().filter_map(|item| match item {
        TrayItem::Choice(TrayChoice::Account(_), name) => Some(name),
        _ => None,
    });
    names.collect()
}

#[tokio::test]
async fn everything_is_off_at_first() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    assert_eq!(app.preferences().settings().quick_access, QuickAccessSettings::default());
    assert_eq!(app.quick_access().tray_menu().await, None);
}

#[tokio::test]
async fn the_tray_has_the_pinned_accounts_in_their_own_order_and_none_while_locked() {
    let fixture = Fixture::alone().with_keyring();
    let app = with_a_tray(&fixture).await;
    let (github, _, contoso) = (
        add(&app, "GitHub", AccountKind::Totp).await,
        add(&app, "Fabrikam", AccountKind::Totp).await,
        add(&app, "Contoso", AccountKind::Totp).await,
    );
    assert_eq!(accounts_in(&app).await, [""; 0]);
    app.authenticator().pin_accounts(&[github.clone(), contoso.clone()], true).await.unwrap();
    app.authenticator().move_account(&contoso, Some(&github)).await.unwrap();
    assert_eq!(accounts_in(&app).await, ["Contoso · ann", "GitHub · ann"]);
    app.vault().lock_vault().await;
    let locked = app.quick_access().tray_menu().await.unwrap();
    assert!(locked.iter().any(|item| matches!(item, TrayItem::Choice(TrayChoice::Unlock, _))));
    assert!(!format!("{locked:?}").contains("ann"), "{locked:?}");
}

#[tokio::test]
async fn choosing_an_account_copies_its_code() {
    let fixture = Fixture::alone().with_keyring();
    let app = with_a_tray(&fixture).await;
    let id = add(&app, "GitHub", AccountKind::Totp).await;
    app.quick_access().copy_from_tray(&id).await.unwrap();
    let shown = app.authenticator().code_at(&id, None).await.unwrap().unwrap();
    assert_eq!(fixture.clipboard.holds(), Some(shown.code));
    assert_eq!(app.authenticator().authenticator().await.unwrap().accounts[0].uses, 1);
    app.close();
    assert_eq!(fixture.clipboard.holds(), None, "it is removed like any other");
}

#[tokio::test]
async fn a_counter_is_saved_before_its_code_is_copied() {
    let fixture = Fixture::alone().with_keyring();
    let app = with_a_tray(&fixture).await;
    let id = add(&app, "Contoso", AccountKind::Hotp).await;
    app.quick_access().copy_from_tray(&id).await.unwrap();
    assert_eq!(fixture.clipboard.holds().as_deref(), Some(FIRST_CODES[0]));
    drop(app);
    // After a restart, the code is not made again.
    let app = fixture.open().await;
    app.quick_access().copy_from_tray(&id).await.unwrap();
    assert_eq!(fixture.clipboard.holds().as_deref(), Some(FIRST_CODES[1]));
}

#[tokio::test]
async fn an_outdated_menu_copies_nothing() {
    let fixture = Fixture::alone().with_keyring();
    let app = with_a_tray(&fixture).await;
    let id = add(&app, "GitHub", AccountKind::Totp).await;
    app.vault().lock_vault().await;
    assert_eq!(code(&app, app.quick_access().copy_from_tray(&id).await), "vault_locked");
    app.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    app.authenticator().delete_accounts(std::slice::from_ref(&id)).await.unwrap();
    assert_eq!(code(&app, app.quick_access().copy_from_tray(&id).await), "account_gone");
    assert_eq!(code(&app, app.quick_access().copy_from_tray("nonsense").await), "account_gone");
    assert_eq!(fixture.clipboard.holds(), None);
}

#[tokio::test]
async fn a_shortcut_is_saved_only_after_the_desktop_granted_it() {
    let fixture = Fixture::alone();
    let app = fixture.open().await;
    let mut wished = app.preferences().settings();
    wished.quick_access.shortcut = Some("Ctrl+Alt+P".into());
    assert_eq!(app.preferences().save(wished).await.unwrap().quick_access.shortcut, None);
    let shortcut = "Alt+Ctrl+P".parse().unwrap();
    let saved = app.quick_access().remember_shortcut(Some(shortcut)).await.unwrap();
    assert_eq!(saved.quick_access.shortcut.as_deref(), Some("Ctrl+Alt+P"));
    assert_eq!(fixture.open().await.quick_access().remembered_shortcut(), Some(shortcut));
    assert_eq!(app.quick_access().remember_shortcut(None).await.unwrap().quick_access.shortcut, None);
}

#[tokio::test]
async fn hiding_needs_a_tray() {
    let hidden = QuickAccessSettings { tray: false, close_to_tray: true, start_hidden: true, shortcut: None };
    assert!(!hidden.closes_to_tray() && !hidden.starts_hidden());
    let hidden = QuickAccessSettings { tray: true, ..hidden };
    assert!(hidden.closes_to_tray() && hidden.starts_hidden());
}
