use proofup_app::{
    ServiceSource,
    view::{AccountOptions, Language, SettingsView, Theme},
};

use crate::fixture::{Fixture, code};

#[tokio::test]
async fn outlive_the_program() {
    let fixture = Fixture::alone();
    let chosen = SettingsView {
        language: Some(Language::TraditionalChinese),
        theme: Theme::Dark,
        service_address: " verify.contoso.example/ ".into(),
        accounts: AccountOptions { hide_codes: true, ..AccountOptions::default() },
        ..SettingsView::default()
    };
    let saved = fixture.open().await.preferences().save(chosen).await.unwrap();
    assert_eq!(saved.service_address, "https://verify.contoso.example", "what was understood is shown");
    assert_eq!(fixture.open().await.preferences().settings(), saved);
}

#[tokio::test]
async fn an_invalid_address_changes_nothing() {
    let fixture = Fixture::alone();
    let app = fixture.open().await;
    let before = app.preferences().settings();
    for (address, reason) in [("http://verify.contoso.example", "not_https"), ("https://", "not_a_url")] {
        let wrong = SettingsView { service_address: address.into(), theme: Theme::Dark, ..before.clone() };
        let fault = app.fault(&app.preferences().save(wrong).await.unwrap_err());
        assert_eq!((fault.code.as_str(), fault.params["reason"].as_str()), ("service_address_invalid", Some(reason)));
        assert_eq!(app.preferences().settings(), before);
    }
}

#[tokio::test]
async fn signing_in_without_an_address_is_an_error() {
    let fixture = Fixture::alone();
    let app = fixture.open().await;
    let refused = app.sign_in().sign_in("ann@contoso.example", proofup_api::SecretText::new("x")).await;
    assert_eq!(code(&app, refused), "service_address_invalid");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_from_the_environment_is_shown_and_not_saved() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    let shown = app.preferences().settings();
    assert!(shown.service_address.starts_with("http://127.0.0.1:"));
    app.preferences().save(SettingsView { theme: Theme::Light, ..shown }).await.unwrap();
    let file = std::fs::read_to_string(fixture.folder.path().join("data/settings.json")).unwrap();
    assert!(!file.contains("127.0.0.1"), "{file}");
}

#[tokio::test]
async fn the_zoom_is_saved_within_its_limits() {
    let fixture = Fixture::alone();
    let app = fixture.open().await;
    assert_eq!(app.preferences().settings().zoom, 100);
    app.preferences().save(SettingsView { zoom: 125, ..app.preferences().settings() }).await.unwrap();
    assert_eq!(fixture.open().await.preferences().settings().zoom, 125, "the next start knows it");
    assert_eq!(
        app.preferences().save(SettingsView { zoom: 9, ..app.preferences().settings() }).await.unwrap().zoom,
        50
    );
    assert_eq!(
        app.preferences().save(SettingsView { zoom: 9_000, ..app.preferences().settings() }).await.unwrap().zoom,
        300
    );
}

#[tokio::test]
async fn an_administrators_address_is_used_until_the_person_has_another() {
    let fixture = Fixture::alone();
    let deployed = || ServiceSource::Deployed("https://verify.contoso.example".to_owned());
    let app = fixture.open_with(deployed()).await;
    let shown = app.preferences().settings();
    assert_eq!(shown.service_address, "https://verify.contoso.example");
    app.preferences().save(SettingsView { theme: Theme::Dark, ..shown.clone() }).await.unwrap();
    let file = std::fs::read_to_string(fixture.folder.path().join("data/settings.json")).unwrap();
    assert!(!file.contains("contoso"), "it stays the administrator's: {file}");

    let own =
        SettingsView { service_address: "proofup://service?url=https%3A%2F%2Fverify.fabrikam.example".into(), ..shown };
    app.preferences().save(own).await.unwrap();
    assert_eq!(app.preferences().settings().service_address, "https://verify.fabrikam.example");
    assert_eq!(
        fixture.open_with(deployed()).await.preferences().settings().service_address,
        "https://verify.fabrikam.example"
    );

    let none = SettingsView { service_address: String::new(), ..app.preferences().settings() };
    assert_eq!(app.preferences().save(none).await.unwrap().service_address, "https://verify.contoso.example");
}
