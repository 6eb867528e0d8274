//! Comparing, without a directory or a database.

use std::collections::HashSet;

use proofup_api::{MfaState, Role};
use proofup_store::sourced_people::SourcedPerson;
use proofup_store::users::User;

use super::{Plan, RefusedReason, Why};
use crate::directory::{DirectoryPerson, DirectorySettings, Members, People};

fn settings(more: &str) -> DirectorySettings {
    let text =
        "servers = ['ldaps://a']\nbind_dn = 'cn=a'\npassword_file = '/p'\nbase = 'dc=b'\nshare_limit_percent = 5\n";
    toml::from_str(&format!("{text}{more}")).unwrap()
}

fn entry(id: &str, upn: &str) -> DirectoryPerson {
    DirectoryPerson {
        id: Some(id.to_owned()),
        dn: format!("uid={id}"),
        user_name: Some(upn.to_owned()),
        display_name: Some(format!("Person {id}")),
        phone: None,
        disabled: false,
    }
}

/// Somebody of the directory, as a run kept them.
fn kept(id: &str, upn: &str) -> SourcedPerson {
    SourcedPerson {
        user: User {
            id: format!("user-{id}"),
            upn: upn.to_owned(),
            display_name: format!("Person {id}"),
            administrator: false,
            help_desk: false,
            auditor: false,
            blocked_until: 0,
            mfa_state: MfaState::Disabled,
            reregistration_required: false,
            preferred_method: None,
            source: Some("directory".to_owned()),
            changes: 0,
            created_at: 0,
        },
        source_id: Some(id.to_owned()),
        source_phone: None,
        blocked_by_source: false,
    }
}

fn local(upn: &str) -> SourcedPerson {
    let person = kept("local", upn);
    SourcedPerson { user: User { source: None, ..person.user }, source_id: None, ..person }
}

fn plan(kept: &[SourcedPerson], entries: Vec<DirectoryPerson>) -> Plan {
    Plan::of(&settings(""), kept, &People { people: entries, members: Vec::new() }, 1_000)
}

fn renamed(plan: &Plan) -> Vec<(&str, &str)> {
    plan.changes.iter().filter_map(|change| Some((change.user.upn.as_str(), change.upn.as_deref()?))).collect()
}

#[test]
fn those_who_are_as_they_were_make_an_empty_plan() {
    let plan = plan(&[kept("1", "ann@c.example")], vec![entry("1", "Ann@C.example")]);
    assert!(plan.is_empty() && plan.refused.is_empty(), "{plan:?}");
}

#[test]
fn a_name_that_somebody_has_is_never_taken_over() {
    let plan = plan(
        &[local("ann@c.example"), kept("1", "ben@c.example")],
        vec![entry("2", "ann@c.example"), entry("3", "ben@c.example")],
    );
    assert!(plan.new.is_empty());
    let reasons: Vec<_> = plan.refused.iter().map(|refused| refused.reason).collect();
    assert_eq!(reasons, [RefusedReason::UserNameTaken, RefusedReason::UserNameTaken]);
    assert_eq!(plan.changes.len(), 1, "Ben's entry is gone, although another one has his name");
    assert_eq!(plan.changes[0].block, Some(Why::Gone));
}

#[test]
fn a_name_that_looks_like_one_that_somebody_has_is_taken_too() {
    let plan = plan(&[local("straße@c.example")], vec![entry("2", "STRASSE@c.example")]);
    assert!(plan.new.is_empty() && plan.refused[0].reason == RefusedReason::UserNameTaken, "{plan:?}");
}

#[test]
fn two_people_may_change_names_and_a_newcomer_gets_the_one_that_is_given_up() {
    let before = [kept("1", "a@c.example"), kept("2", "b@c.example"), kept("3", "c@c.example")];
    let plan = plan(
        &before,
        vec![
            entry("1", "b@c.example"),
            entry("2", "a@c.example"),
            entry("3", "d@c.example"),
            entry("4", "c@c.example"),
        ],
    );
    let expected = [("a@c.example", "b@c.example"), ("b@c.example", "a@c.example"), ("c@c.example", "d@c.example")];
    assert_eq!(renamed(&plan), expected);
    assert_eq!(plan.new[0].upn, "c@c.example");
    assert!(plan.refused.is_empty());
}

#[test]
fn who_does_not_get_a_name_keeps_the_old_one_and_is_in_the_way_of_others() {
    let before = [kept("1", "a@c.example"), kept("2", "b@c.example"), local("x@c.example")];
    let plan = plan(&before, vec![entry("1", "x@c.example"), entry("2", "a@c.example"), entry("3", "b@c.example")]);
    assert!(renamed(&plan).is_empty() && plan.new.is_empty());
    assert_eq!(plan.refused.len(), 3);
}

#[test]
fn an_entry_that_is_in_doubt_is_refused_and_nobody_is_blocked_for_it() {
    let before = [kept("1", "ann@c.example"), kept("2", "ben@c.example"), kept("3", "carla@c.example")];
    let nameless = DirectoryPerson { user_name: Some("carla".to_owned()), ..entry("3", "") };
    let without_id = DirectoryPerson { id: None, ..entry("4", "dan@c.example") };
    let plan = plan(
        &before,
        vec![
            entry("1", "ann@c.example"),
            entry("1", "ann2@c.example"),
            entry("2", "ben@c.example"),
            entry("5", "ben@c.example"),
            nameless,
            without_id,
        ],
    );
    assert!(plan.is_empty(), "{plan:?}");
    let reasons: HashSet<_> = plan.refused.iter().map(|refused| format!("{:?}", refused.reason)).collect();
    assert_eq!(reasons, HashSet::from(["IdTwice", "UserNameTwice", "NoUserName", "NoId"].map(str::to_owned)));
}

#[test]
fn disabled_and_gone_people_are_blocked_once_and_come_back() {
    let disabled = |id: &str, upn: &str| DirectoryPerson { disabled: true, ..entry(id, upn) };
    let mut blocked = kept("1", "ann@c.example");
    blocked.user.blocked_until = i64::MAX;
    blocked.blocked_by_source = true;
    let again = plan(&[blocked.clone()], vec![disabled("1", "ann@c.example"), disabled("9", "new@c.example")]);
    assert!(again.is_empty(), "she is blocked already, and who is disabled is not added: {again:?}");
    assert!(
        plan(&[blocked.clone(), kept("2", "b@c.example")], vec![entry("2", "b@c.example")]).is_empty(),
        "gone for good"
    );
    let back = plan(&[blocked], vec![entry("1", "ann@c.example")]);
    assert!(back.changes[0].unblock);
    let first = plan(&[kept("1", "ann@c.example")], vec![disabled("1", "ann@c.example")]);
    assert_eq!(first.changes[0].block, Some(Why::Disabled));
}

#[test]
fn more_than_ten_and_more_than_the_share_are_too_many() {
    let people = |number: usize| (0..number).map(|id| kept(&format!("{id}"), &format!("p{id}@c.example"))).collect();
    let entries = |from: usize, to: usize| (from..to).map(|id| entry(&format!("{id}"), &format!("p{id}@c.example")));
    let all: Vec<_> = people(220);
    assert_eq!(plan(&all, entries(11, 220).collect()).blocks_too_many(5), None, "eleven are five percent");
    assert_eq!(plan(&all, entries(12, 220).collect()).blocks_too_many(5), Some((12, 220)));
    let few: Vec<_> = people(12);
    assert_eq!(plan(&few, entries(10, 12).collect()).blocks_too_many(5), None, "ten are few");
    assert_eq!(plan(&few, entries(11, 12).collect()).blocks_too_many(5), Some((11, 12)));
}

#[test]
fn groups_give_the_roles_that_they_are_named_for_and_take_no_other() {
    let rules = "[[groups]]\ndn = 'cn=h'\nrole = 'helpDesk'\n[[groups]]\ndn = 'cn=s'\nsecond_step = true\n";
    let members = |names: &[&str]| Members::Names(names.iter().map(|name| (*name).to_owned()).collect());
    let mut auditor = kept("1", "ann@c.example");
    auditor.user.auditor = true;
    let mut helper = kept("2", "ben@c.example");
    helper.user.help_desk = true;
    let people = People {
        people: vec![entry("1", "ann@c.example"), entry("2", "ben@c.example"), entry("3", "eva@c.example")],
        members: vec![members(&["uid=1", "uid=3"]), members(&["uid=2", "uid=3"])],
    };
    let plan = Plan::of(&settings(rules), &[auditor, helper], &people, 0);
    assert_eq!(plan.changes[0].roles.as_deref(), Some([Role::HelpDesk, Role::Auditor].as_slice()));
    assert_eq!((plan.changes[1].roles.as_deref(), plan.changes[1].second_step), (Some([].as_slice()), true));
    assert_eq!((plan.new[0].roles.as_slice(), plan.new[0].second_step), ([Role::HelpDesk].as_slice(), true));
}
