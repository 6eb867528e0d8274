use proofup_api::AppPasswordsUnavailable;
use proofup_app::view::{AppPasswordLimits, AppPasswordPurpose, FirstUse};

use crate::fixture::{Fixture, code, person};

#[tokio::test(flavor = "multi_thread")]
async fn is_shown_and_copied_until_its_dialog_closes() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, "ben@contoso.example").await;
    assert_eq!(app.app_passwords().app_passwords().await.unwrap().suggested_names[0], "fixture");

    let made = app.app_passwords().create_app_password("fixture").await.unwrap();
    app.app_passwords().copy_app_password(&made.id).await.unwrap();
    assert_eq!(fixture.clipboard.holds(), Some(made.groups.concat()));
    app.app_passwords().close_app_password(&made.id);
    assert_eq!(code(&app, app.app_passwords().copy_app_password(&made.id).await), "app_password_gone");

    let listed = app.app_passwords().app_passwords().await.unwrap();
    assert_eq!(listed.value.len(), 4);
    assert_ne!(listed.suggested_names[0], "fixture", "a taken name is not suggested");
    app.app_passwords().delete_app_password(&made.id).await.unwrap();
    assert_eq!(app.app_passwords().app_passwords().await.unwrap().value.len(), 3);
    app.app_passwords().delete_all_app_passwords().await.unwrap();
    assert!(app.app_passwords().app_passwords().await.unwrap().value.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_for_mail_is_limited_to_mail_and_to_days_of_use() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, "ben@contoso.example").await;
    let limits =
        AppPasswordLimits { purpose: AppPasswordPurpose::Mail, unused_days: Some(90), ..AppPasswordLimits::default() };
    let made = app.app_passwords().create_limited_app_password("Phone at home", limits).await.unwrap();
    let listed = app.app_passwords().app_passwords().await.unwrap();
    let row = listed.value.iter().find(|row| row.id == made.id).unwrap();
    assert_eq!(
        (row.protocols.as_slice(), row.unused_days),
        (&["imap", "pop3", "smtp"].map(str::to_owned)[..], Some(90))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_ends_works_from_its_networks_alone() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, "ben@contoso.example").await;
    let from = |networks: &str| AppPasswordLimits {
        days: Some(30),
        networks: networks.to_owned(),
        ..AppPasswordLimits::default()
    };
    let refused = app.app_passwords().create_limited_app_password("Printer", from("the office")).await;
    assert_eq!(code(&app, refused), "app_password_networks_invalid");
    let made =
        app.app_passwords().create_limited_app_password("Printer", from("192.0.2.0/24, 2001:db8::/32")).await.unwrap();
    let listed = app.app_passwords().app_passwords().await.unwrap();
    let row = listed.value.iter().find(|row| row.id == made.id).unwrap();
    assert_eq!(row.address_ranges, ["192.0.2.0/24", "2001:db8::/32"]);
    let life = row.expires_date_time.unwrap().duration_since(row.created_date_time);
    assert_eq!(life.as_hours(), 30 * 24);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_invalid_name_has_its_code() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, "ben@contoso.example").await;
    assert_eq!(code(&app, app.app_passwords().create_app_password("Laptop").await), "app_password_name_taken");
    for (name, reason) in [("", "empty"), (&"n".repeat(65), "too_long"), ("a\u{7}b", "control_characters")] {
        let fault = app.fault(&app.app_passwords().create_app_password(name).await.err().expect("it is refused"));
        assert_eq!((fault.code.as_str(), fault.params["reason"].as_str()), ("app_password_name_invalid", Some(reason)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_are_enough() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, "carla@contoso.example").await;
    let view = app.app_passwords().app_passwords().await.unwrap();
    assert_eq!((view.value.len(), view.unavailable), (40, Some(AppPasswordsUnavailable::LimitReached)));
    assert_eq!(code(&app, app.app_passwords().create_app_password("one more").await), "app_password_limit_reached");
    app.app_passwords().delete_app_password(&view.value[0].id).await.unwrap();
    assert!(app.app_passwords().create_app_password("one more").await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_learns_of_the_first_sign_in_and_of_refusals() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    let ben = "ben@contoso.example";
    fixture.sign_in(&app, ben).await;
    let limits = AppPasswordLimits { purpose: AppPasswordPurpose::Mail, ..AppPasswordLimits::default() };
    let mail = app.app_passwords().create_limited_app_password("Mail", limits).await.unwrap();
    assert_eq!(app.app_passwords().first_use(&mail.id).await.unwrap(), FirstUse::Waiting);

    assert!(!fixture.old_app_signs_in(ben, person(ben).password).await);
    let FirstUse::Refused { reason, by_limits, .. } = app.app_passwords().first_use(&mail.id).await.unwrap() else {
        panic!("the regular password was refused");
    };
    assert_eq!((reason.as_str(), by_limits), ("app_password_required", false));
    assert!(!fixture.old_app_signs_in(ben, &mail.groups.concat()).await);
    let FirstUse::Refused { by_limits, .. } = app.app_passwords().first_use(&mail.id).await.unwrap() else {
        panic!("it is for mail alone");
    };
    assert!(by_limits);

    app.app_passwords().close_app_password(&mail.id);
    assert_eq!(code(&app, app.app_passwords().first_use(&mail.id).await), "app_password_gone");
    let all = app.app_passwords().create_app_password("All").await.unwrap();
    assert!(fixture.old_app_signs_in(ben, &all.groups.concat()).await);
    let FirstUse::Connected(attempt) = app.app_passwords().first_use(&all.id).await.unwrap() else {
        panic!("an app signed in with it");
    };
    assert_eq!((attempt.application.as_str(), attempt.client_device.as_deref()), ("HTTP", Some("Mutt/2.2")));
    assert!(app.app_passwords().apple_profile(&all.id).await.unwrap().svg.starts_with("<svg"));
    assert!(app.app_passwords().thunderbird_code(&all.id).await.unwrap().svg.starts_with("<svg"));
    assert_eq!(app.app_passwords().device_setup().await.unwrap().user_name, ben);
}
