//! How a server checks a typed code.

use proofup_otp::{Algorithm, HotpMatch, OtpCode, OtpParams, TotpMatch, Window};

use crate::{hotp, totp};

const SIGN_IN: Window = Window { steps: 1, drift: 0 };
const NOW: u64 = 1_700_000_010;
const STEP: u64 = NOW / 30;

fn account() -> OtpParams {
    totp(b"12345678901234567890", 30, Algorithm::Sha1, 6)
}

fn code_of(params: &OtpParams, step: u64) -> OtpCode {
    OtpCode::parse(params.code_for_step(step).as_str(), params.digits()).unwrap()
}

#[test]
fn takes_the_present_code_and_its_neighbours_only() {
    let account = account();
    for (step, expected) in [
        (STEP - 2, TotpMatch::NoMatch),
        (STEP - 1, TotpMatch::Fresh { step: STEP - 1, offset: -1 }),
        (STEP, TotpMatch::Fresh { step: STEP, offset: 0 }),
        (STEP + 1, TotpMatch::Fresh { step: STEP + 1, offset: 1 }),
        (STEP + 2, TotpMatch::NoMatch),
    ] {
        assert_eq!(account.match_totp(&code_of(&account, step), NOW, SIGN_IN, None), expected);
    }
}

#[test]
fn refuses_a_code_that_was_used_before() {
    let account = account();
    assert_eq!(account.match_totp(&code_of(&account, STEP), NOW, SIGN_IN, Some(STEP)), TotpMatch::AlreadyUsed);
}

#[test]
fn refuses_a_code_older_than_the_last_used() {
    let account = account();
    assert_eq!(
        account.match_totp(&code_of(&account, STEP - 1), NOW, SIGN_IN, Some(STEP)),
        TotpMatch::AlreadyUsed,
        "an onlooker must not get in with the code before"
    );
    assert_eq!(
        account.match_totp(&code_of(&account, STEP + 1), NOW, SIGN_IN, Some(STEP)),
        TotpMatch::Fresh { step: STEP + 1, offset: 1 }
    );
}

#[test]
fn a_wrong_code_is_wrong_with_every_last_used_step() {
    let account = account();
    let wrong = code_of(&account, STEP + 1_000);
    for last in [None, Some(0), Some(STEP), Some(u64::MAX)] {
        assert_eq!(account.match_totp(&wrong, NOW, SIGN_IN, last), TotpMatch::NoMatch);
    }
}

#[test]
fn a_fresh_step_wins_over_a_used_one_with_the_same_code() {
    // With one digit many steps share a code, so that the window has both kinds.
    let account = totp(b"12345678901234567890", 30, Algorithm::Sha1, 1);
    let window = Window { steps: 20, drift: 0 };
    let code = code_of(&account, STEP);
    let TotpMatch::Fresh { step, .. } = account.match_totp(&code, NOW, window, Some(STEP)) else {
        panic!("twenty later steps with ten possible codes hold this code again");
    };
    assert!(step > STEP);
    assert_eq!(account.code_for_step(step).as_str(), code.as_str());
}

#[test]
fn the_nearest_step_wins() {
    let account = totp(b"12345678901234567890", 30, Algorithm::Sha1, 1);
    let window = Window { steps: 20, drift: 0 };
    let matched = account.match_totp(&code_of(&account, STEP), NOW, window, None);
    assert_eq!(matched, TotpMatch::Fresh { step: STEP, offset: 0 });
}

#[test]
fn follows_a_known_drift() {
    let account = account();
    let fast_phone = Window { steps: 1, drift: 4 };
    assert_eq!(
        account.match_totp(&code_of(&account, STEP + 5), NOW, fast_phone, None),
        TotpMatch::Fresh { step: STEP + 5, offset: 5 }
    );
    assert_eq!(account.match_totp(&code_of(&account, STEP), NOW, fast_phone, None), TotpMatch::NoMatch);
}

#[test]
fn survives_every_edge_of_time() {
    let account = account();
    let code = code_of(&account, 0);
    for now in [0, 1, 29, u64::MAX] {
        for drift in [i64::MIN, -1, 0, 1, i64::MAX] {
            let window = Window { steps: 2, drift };
            let matched = account.match_totp(&code, now, window, None);
            if now < 30 && drift == 0 {
                assert_eq!(matched, TotpMatch::Fresh { step: 0, offset: 0 });
            }
        }
    }
}

#[test]
fn a_code_of_another_length_never_matches() {
    let account = account();
    let eight = OtpCode::parse("12345678", 8).unwrap();
    assert_eq!(account.match_totp(&eight, NOW, SIGN_IN, None), TotpMatch::NoMatch);
}

#[test]
fn hotp_looks_ahead_but_never_back() {
    let account = hotp(b"12345678901234567890", 5, 6);
    for (counter, expected) in [
        (4, HotpMatch::NoMatch),
        (5, HotpMatch::Fresh { counter: 5 }),
        (8, HotpMatch::Fresh { counter: 8 }),
        (9, HotpMatch::NoMatch),
    ] {
        assert_eq!(account.match_hotp(&code_of(&account, counter), 3), expected, "counter {counter}");
    }
}

#[test]
fn hotp_stops_at_the_last_counter() {
    let last = i64::MAX as u64;
    let account = hotp(b"12345678901234567890", last, 6);
    assert_eq!(account.match_hotp(&code_of(&account, last), 1_000), HotpMatch::Fresh { counter: last });
    assert_eq!(account.match_hotp(&code_of(&account, last + 1), 1_000), HotpMatch::NoMatch);
}

#[test]
fn time_based_and_counter_based_checks_do_not_mix() {
    let timed = account();
    let counted = hotp(b"12345678901234567890", STEP, 6);
    assert_eq!(timed.match_hotp(&code_of(&timed, STEP), 10), HotpMatch::NoMatch);
    assert_eq!(counted.match_totp(&code_of(&counted, STEP), NOW, SIGN_IN, None), TotpMatch::NoMatch);
}

#[test]
fn finds_two_codes_in_a_row_far_away() {
    let params = hotp(b"12345678901234567890", 0, 6);
    let code = |counter| code_of(&params, counter);
    assert_eq!(params.match_pair(&code(800), &code(801), 0..=1000), Some(801));
    assert_eq!(params.match_pair(&code(801), &code(800), 0..=1000), None, "in the wrong order");
    assert_eq!(params.match_pair(&code(800), &code(802), 0..=1000), None, "one was left out");
    assert_eq!(params.match_pair(&code(800), &code(801), 801..=1000), None, "the first lies before the range");
    assert_eq!(params.match_pair(&code(800), &code(801), 0..=800), None, "the second lies behind the range");
}
