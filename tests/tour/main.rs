//! The guided tour: the real app, driven through the main job as a person would do it.
//!
//! It is a test: each step asserts, and each picture is checked by axe. It leaves numbered pictures and a report of each part in
//! `target/tour/`. The light round keeps its keys in a real Secret Service, the dark one under a passphrase.

#![expect(clippy::expect_used, reason = "a test says what it expected")]
#![expect(clippy::disallowed_methods, reason = "the tour is an edge: the Makefile tells it where its tools are")]

#[path = "../support/mod.rs"]
mod support;

mod activity;
mod app_passwords;
mod approvals;
mod at_hand;
mod authenticator;
mod calls;
mod guide;
mod hardware_token;
mod help;
mod languages;
mod offline;
mod organising;
mod pictures;
mod portal;
mod registration;
mod scan;
mod security_info;
mod sign_in;
mod step_up;
mod terminal;
mod thousand;
mod tidying;
mod vault;

use guide::{Guide, Keys, Report, Theme};

mod tour {
    use super::*;

    #[tokio::test]
    async fn an_employee_does_the_whole_job_in_the_light() {
        let mut report = Report::begin("light");
        the_whole_job(Theme::Light, Keys::InTheKeyring, &mut report).await;
        report.write();
    }

    #[tokio::test]
    async fn an_employee_does_the_whole_job_in_the_dark() {
        let mut report = Report::begin("dark");
        the_whole_job(Theme::Dark, Keys::UnderAPassphrase, &mut report).await;
        report.write();
    }

    #[tokio::test]
    async fn the_window_in_other_places_and_languages() {
        let mut report = Report::begin("places");
        thousand::accounts(&mut report).await;
        vault::a_damaged_file(&mut report).await;
        at_hand::in_the_tray(&mut report).await;
        at_hand::without_a_tray(&mut report).await;
        at_hand::on_wayland(&mut report).await;
        vault::a_month_without_a_copy(&mut report).await;
        terminal::shares_the_usual_folder().await;
        languages::each_page_in_each_language(&mut report).await;
        report.write();
    }

    async fn the_whole_job(theme: Theme, keys: Keys, report: &mut Report) {
        let mut guide = Guide::open(theme, keys).await;
        registration::by_text_message(&mut guide).await;
        app_passwords::create_and_delete(&mut guide).await;
        if std::env::var_os("PROOFUP_TOUR_MAIN_JOB").is_some() {
            return guide.end(report).await;
        }
        security_info::look_after_methods(&mut guide).await;
        hardware_token::add_use_and_resynchronise(&mut guide).await;
        vault::keep_a_second_key(&mut guide).await;
        authenticator::keep_accounts(&mut guide).await;
        organising::keep_order(&mut guide).await;
        terminal::lists_the_same_accounts(&guide).await;
        vault::look_after_it(&mut guide).await;
        scan::every_way(&mut guide).await;
        tidying::tidy_up(&mut guide).await;
        vault::lock_and_unlock(&mut guide).await;
        offline::work_without_the_service(&mut guide).await;
        sign_in::with_a_second_step(&mut guide).await;
        step_up::confirm_before_a_change(&mut guide).await;
        activity::look_through_and_report(&mut guide).await;
        help::look_it_up_and_do_it(&mut guide).await;
        app_passwords::make_room_at_the_limit(&mut guide).await;
        registration::by_mobile_app(&mut guide).await;
        calls::on_every_phone(&mut guide).await;
        approvals::approve_and_deny(&mut guide).await;
        guide.end(report).await;
    }
}
