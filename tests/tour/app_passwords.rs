//! The app passwords page: creating one, showing it once, deleting; and making room at the limit.

use crate::guide::Guide;

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
