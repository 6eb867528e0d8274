//! The guided tour: drives the real app through all its features, as a person would use it.
//!
//! It is a test: each step asserts, and each picture is taken in light and dark and checked by axe. The parts run in
//! parallel, each in its own display (`scripts/tour`), and leave numbered pictures and a report in `target/tour/PART/`.
//! One part keeps its keys in a real Secret Service, one under a passphrase.

#![expect(clippy::expect_used, reason = "a test says what it expected")]
#![expect(clippy::disallowed_methods, reason = "the tour is an edge: the Makefile tells it where its tools are")]

#[path = "../support/mod.rs"]
mod support;

mod activity;
mod administration;
mod another_computer;
mod app_passwords;
mod approvals;
mod authenticator;
mod calls;
mod demo;
mod guide;
mod hardware_token;
mod help;
mod languages;
mod offline;
mod organising;
mod pictures;
mod portal;
mod quick_access;
mod registration;
mod report;
mod scan;
mod security_info;
mod sign_in;
mod stage;
mod step_up;
mod terminal;
mod thousand;
mod tidying;
mod vault;

use guide::{Guide, Keys};
use report::Report;

mod tour {
    use super::*;

    /// The part that `make run` shows without a display.
    #[tokio::test]
    async fn the_main_job() {
        let mut guide = Guide::open(Report::begin("main-job").await, Keys::InTheKeyring).await;
        the_first_day(&mut guide).await;
        guide.end().await.write();
    }

    #[tokio::test]
    async fn an_employee_with_a_keyring() {
        let mut guide = Guide::open(Report::begin("keyring").await, Keys::InTheKeyring).await;
        the_first_day(&mut guide).await;
        guide.chapter("security info");
        security_info::look_after_methods(&mut guide).await;
        guide.chapter("hardware token");
        hardware_token::add_use_and_resynchronise(&mut guide).await;
        guide.chapter("second key");
        vault::keep_a_second_key(&mut guide).await;
        guide.chapter("authenticator");
        authenticator::keep_accounts(&mut guide).await;
        guide.chapter("organising");
        organising::keep_order(&mut guide).await;
        terminal::lists_the_same_accounts(&guide).await;
        guide.chapter("vault");
        vault::look_after_it(&mut guide).await;
        vault::lock_and_unlock(&mut guide).await;
        guide.chapter("offline");
        offline::work_without_the_service(&mut guide).await;
        guide.chapter("second step");
        sign_in::with_a_second_step(&mut guide).await;
        step_up::confirm_before_a_change(&mut guide).await;
        guide.end().await.write();
    }

    #[tokio::test]
    async fn colleagues_with_a_passphrase() {
        let mut guide = Guide::open(Report::begin("passphrase").await, Keys::UnderAPassphrase).await;
        guide.chapter("registration by mobile app");
        security_info::open_the_authenticator(&mut guide).await;
        registration::by_mobile_app(&mut guide).await;
        guide.chapter("scanning");
        vault::keep_a_second_key(&mut guide).await;
        authenticator::add_two_with_one_secret(&guide).await;
        terminal::lists_the_same_accounts(&guide).await;
        scan::every_way(&mut guide).await;
        guide.chapter("tidying");
        tidying::tidy_up(&mut guide).await;
        guide.chapter("vault");
        vault::look_after_it(&mut guide).await;
        vault::lock_and_unlock(&mut guide).await;
        guide.chapter("activity");
        activity::look_through_and_report(&mut guide).await;
        guide.chapter("help");
        help::look_it_up_and_do_it(&mut guide).await;
        guide.chapter("limit of app passwords");
        app_passwords::make_room_at_the_limit(&mut guide).await;
        guide.chapter("approvals");
        approvals::approve_and_deny(&mut guide).await;
        guide.end().await.write();
    }

    #[tokio::test]
    async fn an_administrator() {
        let mut guide = Guide::open(Report::begin("administrator").await, Keys::UnderAPassphrase).await;
        guide.chapter("settings of the service");
        administration::change_settings(&mut guide).await;
        guide.chapter("hardware tokens");
        administration::import_hardware_tokens(&mut guide).await;
        guide.chapter("access tokens");
        administration::make_an_access_token(&mut guide).await;
        guide.chapter("a caller");
        administration::verify_a_caller(&mut guide).await;
        guide.chapter("sign-in log and blocks");
        administration::check_the_log(&mut guide).await;
        guide.end().await.write();
    }

    #[tokio::test]
    async fn a_colleague_is_called_and_the_window_opens_elsewhere() {
        let mut guide = Guide::open(Report::begin("elsewhere").await, Keys::UnderAPassphrase).await;
        guide.chapter("calls");
        calls::on_every_phone(&mut guide).await;
        guide.chapter("demo");
        demo::the_phone_comes_back(&mut guide).await;
        demo::everything_begins_again(&mut guide).await;
        let mut report = guide.end().await;
        report.chapter("thousand accounts");
        thousand::accounts(&mut report).await;
        report.chapter("damaged vault");
        vault::a_damaged_file(&mut report).await;
        report.chapter("quick access");
        quick_access::in_the_tray(&mut report).await;
        quick_access::without_a_tray(&mut report).await;
        quick_access::on_wayland(&mut report).await;
        report.chapter("copy elsewhere");
        vault::a_month_without_a_copy(&mut report).await;
        terminal::shares_the_usual_folder().await;
        report.chapter("languages");
        languages::each_page_in_each_language(&mut report).await;
        report.write();
    }

    /// Each scenario, played by *Do it for me*; one of them twice, to compare.
    #[tokio::test]
    async fn a_presenter_plays_each_scenario() {
        let mut report = Report::begin("scenarios").await;
        report.chapter("old mail app");
        let first = stage::play(&mut report, "old-mail-app").await;
        let second = stage::play(&mut report, "old-mail-app").await;
        assert_eq!(first, second, "two runs of a scenario differ");
        for scenario in stage::scenarios().iter().filter(|scenario| *scenario != "old-mail-app") {
            report.chapter(scenario);
            stage::play(&mut report, scenario).await;
        }
        report.chapter("back");
        stage::goes_back(&mut report).await;
        report.write();
    }

    async fn the_first_day(guide: &mut Guide) {
        guide.chapter("registration by text message");
        registration::by_text_message(guide).await;
        guide.chapter("app passwords");
        app_passwords::create_and_delete(guide).await;
    }
}
