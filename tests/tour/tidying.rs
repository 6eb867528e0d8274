//! Tidying up: several accounts at once, duplicates, and the trash.

use crate::{
    guide::Guide,
    organising::{from_list_menu, in_order, place_of},
};

/// Ann removes the accounts that she scanned. At the end the three earlier accounts are left.
pub async fn tidy_up(guide: &mut Guide) {
    several_at_once(guide).await;
    the_trash(guide).await;
    duplicates(guide).await;
}

async fn several_at_once(guide: &mut Guide) {
    in_order(guide, ["Contoso", "GitHub", "Steam", "GitLab", "Dropbox"]).await;
    from_list_menu(guide, "action-select-accounts").await;
    guide.window().part("selection-bar").await;
    for issuer in ["GitLab", "Dropbox"] {
        select(guide, issuer).await;
    }
    guide.window().see("Selected: 2").await;
    guide.picture("accounts-selected").await;
    guide.window().press("action-tag-selected").await;
    guide.window().fill("field-tag", "Private").await;
    guide.window().press("action-add-tag").await;
    guide.picture("tag-several-accounts").await;
    guide.window().press("action-save-tags").await;
    guide.window().gone("dialog-tag-accounts").await;
    guide.window().press("action-pin-selected").await;
    in_order(guide, ["GitLab", "Dropbox", "Contoso", "GitHub", "Steam"]).await;
    guide.picture("several-tagged-and-pinned").await;
    guide.window().press("action-delete-selected").await;
    guide.window().gone("selection-bar").await;
    in_order(guide, ["Contoso", "GitHub", "Steam"]).await;
    guide.window().part("action-undo").await;
    guide.picture("several-moved-to-the-trash").await;
}

async fn the_trash(guide: &mut Guide) {
    from_list_menu(guide, "action-trash").await;
    guide.window().part("trash-row").await;
    let before = guide.window().count("trash-row").await;
    assert!(before >= 2, "what was deleted is in the trash");
    guide.picture("trash").await;
    guide.window().press_first("[data-testid='trash-row'] [aria-label^='Restore Dropbox']").await;
    guide.window().shows("trash-row", before - 1).await;
    guide.window().press_first("[data-testid='trash-row'] [aria-label^='Erase GitLab']").await;
    guide.window().part("dialog-erase").await;
    guide.picture("erase-for-good").await;
    guide.window().press("action-yes").await;
    guide.window().part("dialog-trash").await;
    guide.window().shows("trash-row", before - 2).await;
    guide.window().press("action-close").await;
    guide.window().gone("dialog-trash").await;
    // It is restored as it was: pinned, so it is the first.
    in_order(guide, ["Dropbox", "Contoso", "GitHub", "Steam"]).await;
    guide.picture("restored-from-the-trash").await;
    from_list_menu(guide, "action-select-accounts").await;
    select(guide, "Dropbox").await;
    guide.window().press("action-delete-selected").await;
    in_order(guide, ["Contoso", "GitHub", "Steam"]).await;
}

/// GitHub and Steam have the same secret in this tour.
async fn duplicates(guide: &mut Guide) {
    from_list_menu(guide, "action-duplicates").await;
    guide.window().part("duplicate-group").await;
    guide.window().shows("duplicate", 2).await;
    guide.picture("duplicates").await;
    guide.window().press("action-delete-duplicates").await;
    guide.window().gone("dialog-duplicates").await;
    guide.window().press("action-undo").await;
    in_order(guide, ["Contoso", "GitHub", "Steam"]).await;
}

async fn select(guide: &Guide, issuer: &str) {
    let place = place_of(guide, issuer).await;
    guide.window().press_first(&format!("li[aria-posinset='{place}'] [data-testid='select-account']")).await;
}
