//! The Authenticator page: accounts by link and by hand, codes, their order, deleting with undo.

use crate::{
    guide::Guide,
    organising::{add, in_order},
};

const SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// Ann adds her other accounts.
pub async fn keep_accounts(guide: &mut Guide) {
    guide.remember_secret(SECRET);
    guide.window().press("nav-authenticator").await;
    guide.window().part("account-row").await;
    guide.window().see("Contoso").await;

    guide.window().press("action-add-account").await;
    guide.window().part("dialog-add-account").await;
    guide.picture("add-account-by-link").await;
    guide.window().fill("field-link", "otpauth://totp/GitHub:ann?secret=NOT0BASE32&issuer=GitHub").await;
    guide.window().press("action-add").await;
    guide.window().part("fault-secret_not_base32").await;
    guide.picture("link-with-a-broken-secret").await;
    guide.window().fill("field-link", &format!("otpauth://totp/GitHub:ann?secret={SECRET}&issuer=GitHub")).await;
    guide.window().press("action-add").await;
    guide.window().part("draft").await;
    guide.picture("what-a-link-adds").await;
    guide.window().press("action-add").await;
    guide.window().see("GitHub").await;

    guide.window().press("action-add-account").await;
    guide.window().press("tab-picture").await;
    guide.picture("add-account-by-picture").await;
    type_steam(guide).await;
    guide.picture("add-account-by-hand").await;
    guide.window().press("action-add").await;
    guide.window().see("ann_plays").await;
    guide.picture("authenticator").await;

    guide.window().glimpse("copied", guide.window().press("action-copy-code")).await;
    guide.picture("code-copied").await;

    guide.window().press("menu-account").await;
    guide.window().press("action-edit").await;
    guide.window().part("dialog-edit").await;
    guide.picture("edit-account").await;
    guide.window().press("action-cancel").await;

    guide.window().press("menu-account").await;
    guide.window().press("action-delete").await;
    guide.window().part("action-undo").await;
    guide.picture("account-deleted").await;
    guide.window().press("action-undo").await;
    guide.window().gone("action-undo").await;
    // Undo restores the account.
    guide.window().shows("account-row", 3).await;
}

/// The same two accounts, directly.
pub async fn add_two_with_one_secret(guide: &Guide) {
    guide.window().press("nav-authenticator").await;
    add(guide, &format!("otpauth://totp/GitHub:ann?secret={SECRET}&issuer=GitHub")).await;
    guide.window().press("action-add-account").await;
    type_steam(guide).await;
    guide.window().press("action-add").await;
    guide.window().gone("dialog-add-account").await;
    in_order(guide, ["Contoso", "GitHub", "Steam"]).await;
}

async fn type_steam(guide: &Guide) {
    guide.window().press("tab-hand").await;
    guide.window().fill("field-issuer", "Steam").await;
    guide.window().fill("field-account", "ann_plays").await;
    guide.window().fill("field-secret", SECRET).await;
}
