//! Arranging the accounts of the authenticator: tags, pins, order, HOTP codes and hidden codes.

use crate::{
    guide::Guide,
    support::wait::{seen, until},
};

const SECRET: &str = "KRSXG5CTMVRXEZLUKN2XAZLSKN2XAZLS";

/// Ann arranges her accounts. There are three: Contoso, GitHub and Steam.
pub async fn keep_order(guide: &mut Guide) {
    guide.remember_secret(SECRET);
    tag_and_pin(guide).await;
    count_and_hide(guide).await;
    // The next chapters expect the three earlier accounts.
    from_menu_of(guide, "Bank", "action-delete").await;
    in_order(guide, ["Steam", "Contoso", "GitHub"]).await;
    from_menu_of(guide, "Steam", "action-pin").await;
    in_order(guide, ["Contoso", "GitHub", "Steam"]).await;
}

async fn tag_and_pin(guide: &mut Guide) {
    from_menu_of(guide, "GitHub", "action-edit").await;
    // A dialog focuses its first field.
    focused(guide, "field-issuer").await;
    guide.window().fill("field-tag", "Work").await;
    guide.window().press("action-add-tag").await;
    guide.window().fill("field-note", "Recovery codes are in the safe").await;
    guide.picture("edit-tags-and-note").await;
    guide.window().press("action-save-account").await;
    guide.window().gone("dialog-edit").await;
    guide.window().part("tag").await;
    from_menu_of(guide, "Steam", "action-pin").await;
    guide.window().part("pinned").await;
    in_order(guide, ["Steam", "Contoso", "GitHub"]).await;
    guide.picture("tagged-and-pinned").await;
    guide.window().press("tag-filter").await;
    in_order(guide, ["GitHub"]).await;
    guide.picture("one-tag").await;
    guide.window().press("tag-all").await;
}

async fn count_and_hide(guide: &mut Guide) {
    add(guide, &format!("otpauth://hotp/Bank:ann?secret={SECRET}&issuer=Bank&counter=41")).await;
    guide.window().press("action-next-hotp").await;
    guide
        .window()
        .glimpse("copied", guide.window().press_first("li[aria-posinset='4'] [data-testid='action-copy-code']"))
        .await;
    guide.picture("code-by-counter").await;

    from_list_menu(guide, "action-options").await;
    focused(guide, "option-next").await;
    guide.window().press("option-hide").await;
    guide.window().part("option-hide-after").await;
    guide.picture("authenticator-options").await;
    guide.window().press("action-close").await;
    guide.window().gone("dialog-options").await;
    guide.window().gone("code").await;
    guide.picture("codes-hidden").await;
    // The code is hidden again after a while: the focus comes back until it is seen.
    let focus = "document.activeElement.blur(); document.querySelector(\"li[aria-posinset='2'] [data-main]\").focus()";
    until("one row shows its code, the others do not", async || {
        guide.window().script(focus).await;
        guide.window().count("code").await == 1
    })
    .await;
    guide.picture("one-code-shown").await;
    from_list_menu(guide, "action-options").await;
    guide.window().press("option-hide").await;
    guide.window().press("action-close").await;
    guide.window().gone("dialog-options").await;
}

/// Adds an account by its link.
pub async fn add(guide: &Guide, link: &str) {
    guide.window().press("action-add-account").await;
    guide.window().fill("field-link", link).await;
    guide.window().press("action-add").await;
    guide.window().part("draft").await;
    guide.window().press("action-add").await;
    guide.window().gone("dialog-add-account").await;
}

/// Chooses an item in the menu of an account.
pub async fn from_menu_of(guide: &Guide, issuer: &str, item: &str) {
    let place = place_of(guide, issuer).await;
    guide.window().press_first(&format!("li[aria-posinset='{place}'] [data-testid='menu-account']")).await;
    guide.window().press(item).await;
}

/// Chooses an item in the menu of the list.
pub async fn from_list_menu(guide: &Guide, item: &str) {
    guide.window().press("menu-view").await;
    guide.window().press(item).await;
}

/// The issuers in the order of the list.
pub async fn order(guide: &Guide) -> Vec<String> {
    let rows = "return [...document.querySelectorAll('[data-testid=account-row]')].map((row) =>
        row.querySelector('[data-testid=issuer]').textContent)";
    let shown = guide.window().script(rows).await;
    serde_json::from_value(shown).expect("issuers are texts")
}

/// The position of an account in the list, from one on, after waiting for it: a dialog closes when its accounts are in
/// the vault, before the list has reloaded.
pub async fn place_of(guide: &Guide, issuer: &str) -> usize {
    let place = seen(async || order(guide).await.iter().position(|shown| shown == issuer)).await;
    let Some(place) = place else { panic!("{issuer} is not in the list: {:?}", order(guide).await) };
    place + 1
}

/// Waits until the list shows these issuers in this order.
pub async fn in_order<const N: usize>(guide: &Guide, wanted: [&str; N]) {
    if seen(async || (order(guide).await == wanted).then_some(())).await.is_none() {
        assert_eq!(order(guide).await, wanted);
    }
}

/// Waits until the element with this test id has the focus.
async fn focused(guide: &Guide, id: &str) {
    let holder = "return document.activeElement.dataset.testid ?? document.activeElement.outerHTML";
    if seen(async || (guide.window().script(holder).await.as_str() == Some(id)).then_some(())).await.is_none() {
        panic!("the focus is not on {id:?} but on {}", guide.window().script(holder).await);
    }
}
