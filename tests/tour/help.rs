//! Help: a question that opens its dialog, and an error code of an old app.

use crate::guide::Guide;

/// Ben's mail program shows a code: he looks it up, creates an app password from there, and renames it.
pub async fn look_it_up_and_do_it(guide: &mut Guide) {
    guide.window().press("nav-help").await;
    guide.window().part("help-mailApp").await;
    guide.picture("help").await;
    guide.window().fill("field-search", "0x800434D4L").await;
    guide.window().part("help-code-0x800434D4L").await;
    guide.picture("help-for-an-error-code").await;
    guide.window().press("action-help-createAppPassword").await;
    guide.window().part("dialog-create-app-password").await;
    guide.window().press("action-cancel").await;

    guide.window().press("sort-name").await;
    guide.window().press("action-rename").await;
    guide.window().part("dialog-rename").await;
    guide.picture("rename-an-app-password").await;
    guide.window().fill("field-new-name", "Kitchen tablet").await;
    guide.window().press("action-rename-save").await;
    guide.window().see("Kitchen tablet").await;
    guide.window().press("nav-activity").await;
    guide.window().press("tab-changes").await;
    guide.window().see("App password renamed").await;
    guide.picture("changes-to-the-account").await;
}
