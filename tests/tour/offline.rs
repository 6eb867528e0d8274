//! Without the service: the offline snapshot is shown, codes work, changes are disabled with the reason.

use crate::{guide::Guide, support::Theme};

/// The service is stopped, the pages are visited, and the service is started again.
pub async fn work_without_the_service(guide: &mut Guide) {
    guide.window().press("nav-settings").await;
    guide.window().part("page-settings").await;
    guide.picture("settings").await;
    guide.window().press("settings-appearance").await;
    choose_a_theme(guide).await;
    guide.window().press("nav-security").await;
    guide.window().part("page-security-info").await;
    guide.window().press("nav-settings").await;
    guide.window().press("settings-demo").await;
    guide.window().press("field-demo-service").await;
    guide.window().see("Offline, last synced").await;

    guide.window().press("nav-security").await;
    guide.window().part("page-security-info").await;
    guide.window().part("notice-offline").await;
    guide.window().part("authenticator-app").await;
    guide.picture("offline-security-info").await;
    guide.window().press("tab-app-passwords").await;
    guide.picture("offline-app-passwords").await;
    guide.window().press("nav-authenticator").await;
    guide.window().part("code").await;
    guide.picture("offline-authenticator").await;

    guide.window().press("nav-settings").await;
    guide.window().press("settings-demo").await;
    guide.window().press("field-demo-service").await;
    guide.window().see("Synced").await;
}

/// Light, dark, and the desktop's theme again.
async fn choose_a_theme(guide: &mut Guide) {
    for (name, theme) in [("Light", Theme::Light), ("Dark", Theme::Dark)] {
        guide.window().press("field-theme").await;
        guide.window().press_named(name).await;
        guide.window().turns(theme).await;
    }
    guide.portal().prefers(Theme::Light).await;
    guide.window().press("field-theme").await;
    guide.window().press_named("Use system setting").await;
    guide.window().turns(Theme::Light).await;
}
