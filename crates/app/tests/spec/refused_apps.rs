use proofup_app::view::SentPassword;

use crate::fixture::{Fixture, person, until};

const BEN: &str = "ben@contoso.example";

#[tokio::test(flavor = "multi_thread")]
async fn an_app_with_the_regular_password_is_shown_at_once_until_it_signs_in() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    until(&app, |status| status.last_synced.is_some()).await;
    fixture.until_streams(1).await;
    assert_eq!(app.status().status().refused_app, None, "what Contoso tells of is older than a day");

    assert!(!fixture.old_app_signs_in(BEN, person(BEN).password).await);
    let shown = until(&app, |status| status.refused_app.is_some()).await.refused_app.unwrap();
    assert_eq!((shown.sent, shown.application.as_str()), (SentPassword::Regular, "HTTP"));
    assert_eq!(shown.client_device.as_deref(), Some("Mutt/2.2"));
    assert_eq!(shown.client_address.as_deref(), Some("127.0.0.1"));

    let made = app.app_passwords().create_app_password("Mutt").await.unwrap();
    assert!(fixture.old_app_signs_in(BEN, &made.groups.concat()).await);
    until(&app, |status| status.refused_app.is_none()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_that_repeats_a_deleted_app_password_is_shown() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let made = app.app_passwords().create_app_password("Mutt").await.unwrap();
    app.app_passwords().delete_app_password(&made.id).await.unwrap();
    for _ in 0..5 {
        assert!(!fixture.old_app_signs_in(BEN, &made.groups.concat()).await);
    }
    app.sign_in().refresh().await;
    let shown = until(&app, |status| status.refused_app.is_some()).await.refused_app.unwrap();
    assert_eq!(shown.sent, SentPassword::OldAppPassword);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dismissed_app_stays_away_and_a_hidden_window_learns_of_another() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    until(&app, |status| status.last_synced.is_some()).await;
    fixture.until_streams(1).await;
    app.visibility().set(false);
    assert!(!fixture.old_app_signs_in(BEN, person(BEN).password).await);
    let shown = until(&app, |status| status.refused_app.is_some()).await.refused_app.unwrap();
    app.app_passwords().dismiss_refused_app("another");
    assert!(app.status().status().refused_app.is_some(), "another one was meant");
    app.app_passwords().dismiss_refused_app(&shown.id);
    assert_eq!(app.status().status().refused_app, None);

    let beside = Fixture::beside(&fixture).open().await;
    fixture.sign_in(&beside, BEN).await;
    app.visibility().set(true);
    let known = app.sign_in().refresh().await;
    assert_eq!(known.refused_app, None, "it was dismissed");
    app.sign_in().sign_out().await;
    assert_eq!(app.status().status().refused_app, None);
}
