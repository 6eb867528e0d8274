//! Recent activity: the rows, details for the help desk, and reporting a row that the person does not recognise.

use crate::guide::Guide;

/// Ben reads his sign-ins, sets up a mail app, and reports a sign-in that was not his.
pub async fn look_through_and_report(guide: &mut Guide) {
    guide.sign_out().await;
    guide.sign_in_by_text("registered").await;
    guide.window().part("page-security-info").await;
    guide.window().press("nav-activity").await;
    guide.window().part("page-activity").await;
    guide.window().see("Mail app tried your regular password").await;
    guide.picture("recent-activity").await;

    guide.window().press("tab-denied").await;
    guide.window().see_no_more("Signed in with a text message").await;
    guide.window().press("action-details").await;
    guide.window().part("activity-details").await;
    guide.picture("activity-details").await;
    guide.window().press("activity-details-copy").await;
    guide.window().see("Copied").await;

    guide.window().press("action-not-me").await;
    guide.window().part("dialog-not-me").await;
    guide.picture("this-was-not-me").await;
    guide.window().press("action-signOut").await;
    guide.window().part("done-signOut").await;
    guide.picture("signed-out-everywhere-else").await;
    guide.window().press("action-register").await;
    guide.window().part("registration-reason-registers_anew").await;
    guide.picture("register-again").await;
    guide.window().press("action-keep-methods").await;
    guide.window().part("page-security-info").await;

    guide.window().press("nav-activity").await;
    guide.window().press("tab-oldApps").await;
    guide.window().press("action-hint-appPasswords").await;
    guide.window().part("dialog-create-app-password").await;
    guide.window().press("action-cancel").await;
    guide.window().part("page-app-passwords").await;
}
