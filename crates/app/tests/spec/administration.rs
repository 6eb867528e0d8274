use std::time::Duration;

use proofup_api::{
    AdminActionsRequest, AdminSignIn, AdminSignInsRequest, BulkAction, BulkRequest, CallerAct, CallerState, CallerWay,
    ErrorCode, MfaState, SecretText, VerifyCaller,
};
use proofup_app::{
    App, ChangeUser, CreateAccessToken, LogFormat, MachineScope, PeopleRequest, Role, SettingsPatch, UserAction,
    UserActionBody, WantedMfaState, view::SignInStep,
};

use crate::fixture::{Fixture, code, person, until};

const ANN: &str = "ann@contoso.example";
const BEN: &str = "ben@contoso.example";
const EVA: &str = "eva@contoso.example";

/// Eva is an administrator.
async fn eva() -> (Fixture, App) {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, EVA).await;
    (fixture, app)
}

fn search(text: &str) -> PeopleRequest {
    PeopleRequest { search: Some(text.to_owned()), ..PeopleRequest::default() }
}

fn because(reason: &str) -> UserActionBody {
    UserActionBody { reason: Some(reason.to_owned()), ..UserActionBody::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_status_has_the_roles() {
    let (_fixture, app) = eva().await;
    assert_eq!(app.status().status().person.unwrap().roles, [Role::Administrator]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_is_verified_by_the_word_that_was_sent_to_the_person() {
    let (fixture, app) = eva().await;
    let caller = app.administration().person(BEN).await.unwrap().caller;
    assert!(!caller.required && caller.verified.is_empty(), "administrators are advised");
    let text = caller.options.into_iter().find(|option| option.way == CallerWay::Text).unwrap();
    let acts = vec![CallerAct::OneTimeBypass];
    let request = VerifyCaller { way: text.way, method_id: text.method_id, acts };
    let asked = app.administration().verify_caller(BEN, &request).await.unwrap();
    assert_eq!((asked.state, asked.number), (CallerState::Waiting, None));
    let sent = fixture.phones.texts_to(person(BEN).mobile).pop().unwrap().text;
    let word = sent.expose().split("the word: ").nth(1).unwrap().split('.').next().unwrap();
    let told = app.administration().confirm_caller(BEN, &asked.id, Some(SecretText::new(word))).await.unwrap();
    assert_eq!(told.state, CallerState::Verified);
    let again = app.administration().caller_verification(BEN, &asked.id).await.unwrap();
    assert_eq!(again.verified_until_date_time, told.verified_until_date_time);
    let verified = app.administration().person(BEN).await.unwrap().caller.verified;
    assert_eq!(verified[0].act, CallerAct::OneTimeBypass);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_can_be_searched_shown_and_changed() {
    let (_fixture, app) = eva().await;
    let found = app.administration().people(search("carter ben")).await.unwrap();
    assert_eq!((found.found, found.value[0].user_principal_name.as_str()), (Some(1), BEN));
    let ben = app.administration().person(BEN).await.unwrap();
    assert!(!ben.methods.is_empty() && ben.app_passwords > 0);

    app.administration().act_on_person(BEN, UserAction::Block, &because("laptop was stolen")).await.unwrap();
    assert!(app.administration().person(BEN).await.unwrap().user.blocked_until_date_time.is_some());
    app.administration().act_on_person(BEN, UserAction::Unblock, &because("laptop was found")).await.unwrap();
    let off = ChangeUser {
        mfa_state: Some(WantedMfaState::Disabled),
        reason: Some("pilot is over".to_owned()),
        ..ChangeUser::default()
    };
    app.administration().set_person_state(BEN, &off).await.unwrap();
    assert_eq!(app.administration().person(BEN).await.unwrap().user.mfa_state, MfaState::Disabled);

    let many = BulkRequest {
        action: BulkAction::Enable,
        users: vec![BEN.to_owned(), EVA.to_owned()],
        bulk_id: "bulk-of-a-test".to_owned(),
        reason: Some("the pilot goes on".to_owned()),
    };
    let looked = app.administration().change_people(&many, true).await.unwrap();
    assert_eq!((looked.dry_run, looked.counts.unwrap().enforced), (true, 1));
    let changed = app.administration().change_people(&many, false).await.unwrap();
    assert_eq!((changed.changed, changed.failures[0].code), (1, ErrorCode::OwnAccount));

    let bypass = UserActionBody { seconds: Some(300), ..because("phone is at home") };
    app.administration().act_on_person(ANN, UserAction::OneTimeBypass, &bypass).await.unwrap();
    app.administration().withdraw_bypass(ANN).await.unwrap();
    assert_eq!(app.administration().person(ANN).await.unwrap().one_time_bypass_until_date_time, None);

    let about = AdminActionsRequest { user: Some(BEN.to_owned()), ..AdminActionsRequest::default() };
    let rows = app.administration().admin_actions(&about).await.unwrap();
    let done: Vec<_> = rows.value.into_iter().map(|row| row.reason).collect();
    assert_eq!(
        done,
        ["the pilot goes on", "pilot is over", "laptop was found", "laptop was stolen"].map(|why| Some(why.to_owned()))
    );
    assert!(
        app.administration()
            .person_sign_ins(EVA)
            .await
            .unwrap()
            .value
            .iter()
            .all(|row| row.user_principal_name.as_deref() == Some(EVA))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_usage_report_counts_people() {
    let (_fixture, app) = eva().await;
    let people = app.administration().usage_report().await.unwrap().people;
    assert_eq!((people.enabled, people.enforced), (1, 6));
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_are_changed_from_the_version_that_was_read_and_from_no_older_one() {
    let (_fixture, app) = eva().await;
    let read = app.administration().settings_details().await.unwrap();
    let days = |days: u32| SettingsPatch([("blockDays".to_owned(), days.into())].into());
    let changed = app.administration().change_settings(read.version, &days(30)).await.unwrap();
    let row = changed.value.iter().find(|row| row.key == "blockDays").unwrap();
    assert_eq!((row.value.as_u64(), row.default.as_u64(), changed.version), (Some(30), Some(90), read.version + 1));
    let late = app.administration().change_settings(read.version, &days(31)).await;
    assert_eq!(code(&app, late), ErrorCode::PreconditionFailed.as_str());
    assert_eq!(app.administration().settings_details().await.unwrap(), changed);
    assert_eq!(app.administration().preview_settings(&days(31)).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_overview_has_figures_that_fit_together() {
    let (_fixture, app) = eva().await;
    let overview = app.administration().overview().await.unwrap();
    let people = overview.people;
    assert_eq!((people.enabled, people.enforced), (1, 6));
    assert_eq!(overview.registration.last().unwrap().registered, people.enforced);
    assert_eq!((overview.administrators, overview.database.takes_changes), (1, true));
    assert!(overview.sign_ins.iter().any(|day| day.passed > 0), "eva signed in");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_access_token_is_copied_until_its_dialog_closes_and_is_listed_until_it_is_revoked() {
    let (fixture, app) = eva().await;
    let body = CreateAccessToken {
        display_name: "SIEM".to_owned(),
        scopes: vec![MachineScope::SignInsRead],
        expires_in_days: 30,
    };
    let made = app.administration().create_access_token(&body).await.unwrap();
    app.administration().copy_access_token(&made.id).await.unwrap();
    assert_eq!(fixture.clipboard.holds(), Some(made.text));
    app.administration().close_access_token(&made.id);
    assert_eq!(code(&app, app.administration().copy_access_token(&made.id).await), "access_token_gone");

    assert_eq!(code(&app, app.administration().create_access_token(&body).await), "access_token_name_taken");
    let listed = app.administration().access_tokens().await.unwrap();
    assert_eq!((listed.len(), listed[0].created_by.as_str(), listed[0].usable), (1, EVA, true));
    app.administration().revoke_access_token(&made.id).await.unwrap();
    assert!(app.administration().access_tokens().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_in_log_is_checked_and_exported_into_files_that_only_the_person_can_read() {
    let (_fixture, app) = eva().await;
    let check = app.administration().check_log(None).await.unwrap();
    assert_eq!((check.fault, check.next), (None, None));

    let folder = tempfile::tempdir().unwrap();
    let export = async |format| {
        let everything = AdminSignInsRequest::default();
        let path =
            app.administration().export_sign_ins(&everything, format, folder.path().to_str().unwrap()).await.unwrap();
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(&path).unwrap());
            assert_eq!(mode & 0o777, 0o600, "{path}");
        }
        std::fs::read_to_string(path).unwrap()
    };
    let csv = export(LogFormat::Csv).await;
    assert!(csv.starts_with("id,createdDateTime,") && csv.contains(EVA), "{csv}");
    let rows: Vec<AdminSignIn> = serde_json::from_str(&export(LogFormat::Json).await).unwrap();
    assert_eq!(rows.len(), csv.lines().count() - 1);

    // The clock of the test stands still, so the name is taken.
    let everything = AdminSignInsRequest::default();
    let again = app.administration().export_sign_ins(&everything, LogFormat::Csv, folder.path().to_str().unwrap());
    again.await.expect_err("no file is written over");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "and none is removed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_without_a_role_is_refused() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    assert_eq!(code(&app, app.administration().people(search("ann")).await), ErrorCode::InsufficientScope.as_str());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_role_works_and_the_last_administrator_keeps_theirs() {
    let (_fixture, app) = eva().await;
    assert_eq!(code(&app, app.administration().set_person_roles(EVA, &[], None).await), "last_administrator");
    app.administration().set_person_roles(BEN, &[Role::HelpDesk], Some("joined the desk")).await.unwrap();
    assert_eq!(app.administration().person(BEN).await.unwrap().user.roles, [Role::HelpDesk]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_needs_a_second_step_of_the_last_ten_minutes_and_reading_one_of_the_last_hour() {
    let (fixture, app) = eva().await;
    fixture.time.advance(Duration::from_secs(660));
    app.administration().people(search("ben")).await.unwrap();
    let changing = tokio::spawn({
        let app = app.clone();
        async move { app.administration().act_on_person(BEN, UserAction::RevokeSessions, &UserActionBody::default()).await }
    });
    until(&app, |status| status.step_up.is_some()).await;
    let right: SecretText = fixture.code_on_phone(person(EVA).mobile);
    assert_eq!(app.sign_in().submit_code(right, false).await.unwrap(), SignInStep::SignedIn);
    changing.await.unwrap().unwrap();
    fixture.time.advance(Duration::from_secs(3_700));
    let looking = tokio::spawn({
        let app = app.clone();
        async move { app.administration().people(search("ben")).await }
    });
    until(&app, |status| status.step_up.is_some()).await;
    looking.abort();
}
