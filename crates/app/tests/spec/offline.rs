use std::time::Duration;

use proofup_api::SecretText;
use proofup_app::{Change, view::Connection};

use crate::fixture::{Fixture, code, until, wait};

const BEN: &str = "ben@contoso.example";

#[tokio::test(flavor = "multi_thread")]
async fn is_noticed_without_anybody_asking_and_so_is_the_return() {
    let mut fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let synced = until(&app, |status| status.connection == Connection::Online && status.last_synced.is_some()).await;

    fixture.stop_service().await;
    let offline = until(&app, |status| status.connection == Connection::Offline).await;
    assert_eq!(offline.person, synced.person, "who is signed in is still known");
    assert_eq!(offline.last_synced, synced.last_synced);
    assert_eq!(app.app_passwords().app_passwords().await.unwrap().value.len(), 3, "the pages open with what is known");
    assert_eq!(app.security_info().security_info().await.unwrap().me.display_name, "Ben Carter");
    assert_eq!(code(&app, app.app_passwords().create_app_password("fixture").await), "service_unreachable");

    fixture.start_service().await;
    until(&app, |status| status.connection == Connection::Online).await;
    assert!(app.app_passwords().create_app_password("fixture").await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn opens_at_once_with_the_last_known_state() {
    let mut fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    until(&app, |status| status.last_synced.is_some()).await;
    // The file is written just after the status tells; the next run needs it.
    until_file(&fixture.folder.path().join("data/snapshot.age")).await;
    drop(app);
    fixture.stop_service().await;

    let again = fixture.open().await;
    assert_eq!(again.status().status().person.map(|person| person.display_name).as_deref(), Some("Ben Carter"));
    until(&again, |status| status.connection == Connection::Offline).await;
    assert_eq!(again.app_passwords().app_passwords().await.unwrap().value.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sealed_state_tells_nobody_anything() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let path = fixture.folder.path().join("data/snapshot.age");
    until_file(&path).await;
    let bytes = std::fs::read(path).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("Ben"), "it is sealed");
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_go_on() {
    let mut fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.unwrap();
    fixture.stop_service().await;
    until(&app, |status| status.connection == Connection::Offline).await;
    fixture.time.advance(Duration::from_secs(300));
    assert_eq!(app.authenticator().codes().await.unwrap()[0].code, fixture.code_of(&setup.secret_key).expose());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_made_elsewhere_shows_by_itself() {
    let fixture = Fixture::at_contoso().await;
    let (here, there) = (fixture.open().await, fixture.open().await);
    fixture.sign_in(&here, BEN).await;
    until(&here, |status| status.last_synced.is_some()).await;
    let mut changes = here.status().changes();
    let step = crate::fixture::owed(there.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap());
    let oath = step.methods.iter().find(|method| method.kind == proofup_api::MethodType::Oath).unwrap();
    there.sign_in().start_method(&oath.id).await.unwrap();
    let seed = crate::fixture::person(BEN).authenticator_seed.unwrap();
    there.sign_in().submit_code(fixture.code_of(seed), false).await.unwrap();
    there.app_passwords().delete_all_app_passwords().await.unwrap();
    tokio::time::timeout(Duration::from_secs(100), async {
        loop {
            if changes.recv().await.unwrap() == proofup_app::Change::SecurityInfo
                && here.app_passwords().app_passwords().await.unwrap().value.is_empty()
            {
                return;
            }
        }
    })
    .await
    .expect("the change is told");
}

async fn until_file(path: &std::path::Path) {
    wait::until(&format!("{} is there", path.display()), async || path.exists()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_sees_is_heard_of_once_somebody_does() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    until(&app, |status| status.last_synced.is_some()).await;
    fixture.until_streams(1).await;
    app.visibility().set(false);

    let beside = Fixture::beside(&fixture);
    let other = beside.open().await;
    beside.sign_in(&other, BEN).await;
    let mut changes = app.status().changes();
    other.app_passwords().create_app_password("elsewhere").await.unwrap();
    let told = tokio::time::timeout(Duration::from_secs(3), changes.recv()).await;
    assert!(told.is_err(), "nothing is fetched while nobody sees the window, but {told:?} came");

    app.visibility().set(true);
    let told = tokio::time::timeout(Duration::from_secs(100), changes.recv()).await.expect("it catches up").unwrap();
    assert_eq!(told, Change::SecurityInfo);
    assert!(
        app.app_passwords()
            .app_passwords()
            .await
            .unwrap()
            .value
            .iter()
            .any(|password| password.display_name == "elsewhere")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_went_away_meanwhile_is_noticed_when_somebody_comes_back() {
    let mut fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    until(&app, |status| status.last_synced.is_some()).await;
    fixture.until_streams(1).await;
    app.visibility().set(false);
    fixture.stop_service().await;
    app.visibility().set(true);
    until(&app, |status| status.connection == Connection::Offline).await;
    app.visibility().set(false);
    fixture.start_service().await;
    app.visibility().set(true);
    until(&app, |status| status.connection == Connection::Online).await;
}
