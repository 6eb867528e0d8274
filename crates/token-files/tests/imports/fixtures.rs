//! Real files of other programs, which are not part of the project. `PROOFUP_FIXTURES` names their folder; its README
//! lists the content of each.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use proofup_token_files::{Format, Import, ImportError, Opening, read_accounts};

use crate::support::{line, with};

/// The eight accounts in the files, as lines of [`crate::support::line`].
const ACCOUNTS: [&str; 8] = [
    "Deno|Mason|4SJHB4GSD43FZBAI7C2HLRJGPQ|totp 30|SHA1|6",
    "SPDX|James|5OM4WOOGPLQEF6UGN3CPEOOLWU|totp 20|SHA256|7",
    "Airbnb|Elijah|7ELGJSGXNCCTV3O6LKJWYFV2RA|totp 50|SHA512|8",
    "Issuu|James|YOOMIXWS5GN6RTBPUFFWKTW5M4|hotp 1|SHA1|6",
    "Air Canada|Benjamin|KUVJJOM753IHTNDSZVCNKL7GII|hotp 50|SHA256|7",
    "WWE|Mason|5VAML3X35THCEBVRLV24CGBKOY|hotp 10300|SHA512|8",
    "Boeing|Sophia|JRZCL47CMXVOQMNPZR2F7J4RGI|steam|SHA1|5",
    "Battle.net|US-2211-2050-3346|BMGRXPGFARQQF4GMT25JATL2VYLAHDBI|totp 30|SHA1|8",
];

/// How much of an account a format stores.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    /// Everything.
    Everything,
    /// Only the secrets, without parameters and names.
    Secrets,
}
use Holds::{Everything, Secrets};

/// File, format, password, numbers of the accounts, and how much the format stores.
#[rustfmt::skip]
const FILES: &[(&str, Format, &str, &[usize], Holds)] = &[
    ("plain.txt", Format::Links, "", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("ente_auth.txt", Format::Ente, "", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("aegis_plain.json", Format::Aegis, "", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("aegis_encrypted.json", Format::Aegis, "test", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("aegis_plain_grouped_v2.json", Format::Aegis, "", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("2fas_authenticator.json", Format::TwoFas, "", &[1, 2, 3, 4, 5, 6], Secrets),
    ("2fas_authenticator_plain.2fas", Format::TwoFas, "", &[1, 3, 4, 6], Secrets),
    ("2fas_authenticator_plain_v3.2fas", Format::TwoFas, "", &[1, 2, 3, 4, 5, 6], Everything),
    ("2fas_authenticator_plain_v4.2fas", Format::TwoFas, "", &[1, 4, 5, 6, 7], Everything),
    ("2fas_authenticator_encrypted.2fas", Format::TwoFas, "test", &[1, 3, 4, 6], Secrets),
    ("2fas_authenticator_encrypted_v3.2fas", Format::TwoFas, "test", &[1, 2, 3, 4, 5, 6], Everything),
    ("2fas_authenticator_encrypted_v4.2fas", Format::TwoFas, "test", &[1, 4, 5, 6, 7], Everything),
    ("andotp_plain.json", Format::AndOtp, "", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("andotp_encrypted.bin", Format::AndOtp, "test", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("andotp_encrypted_old.bin", Format::AndOtp, "test", &[1, 2, 3, 4, 5, 6], Everything),
    ("stratum_plain.json", Format::Stratum, "", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("stratum_encrypted.bin", Format::Stratum, "test", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("stratum_encrypted_legacy.bin", Format::Stratum, "test", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("stratum_internal.db", Format::Stratum, "", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("proton_authenticator.json", Format::Proton, "", &[1, 2, 3], Everything),
    ("bitwarden.json", Format::Bitwarden, "", &[1, 2, 3, 7], Secrets),
    ("bitwarden.csv", Format::Bitwarden, "", &[1, 2, 3, 7], Secrets),
    ("freeotp.xml", Format::FreeOtp, "", &[6, 3, 1, 4], Everything),
    ("freeotp_plus.json", Format::FreeOtp, "", &[6, 5, 4, 3, 2, 1], Everything),
    ("freeotp_plus_internal.xml", Format::FreeOtp, "", &[6, 5, 4, 3, 2, 1], Everything),
    ("freeotp_v2_api23.xml", Format::FreeOtp, "test", &[1, 2, 3, 4, 5, 6], Everything),
    ("freeotp_v2_api25.xml", Format::FreeOtp, "test", &[1, 2, 3, 4, 5, 6], Everything),
    ("freeotp_v2_api27.xml", Format::FreeOtp, "test", &[1, 2, 3, 4, 5, 6], Everything),
    ("freeotp_v2_api34.xml", Format::FreeOtp, "test", &[1, 2, 3, 4, 5, 6], Everything),
    ("freeotp_v2_null_algo.xml", Format::FreeOtp, "test", &[1], Everything),
    ("google_authenticator.sqlite", Format::GoogleDatabase, "", &[1, 2, 3, 4, 5, 6], Secrets),
    ("microsoft_authenticator.sqlite", Format::MicrosoftDatabase, "", &[1, 2, 3, 4, 5, 6, 7], Secrets),
    ("authy_plain.xml", Format::Authy, "", &[1, 2, 3], Secrets),
    ("authy_encrypted.xml", Format::Authy, "testtest", &[1, 2, 3], Secrets),
    ("steam.json", Format::Steam, "", &[7], Secrets),
    ("steam_old.json", Format::Steam, "", &[7], Secrets),
    ("duo.json", Format::Duo, "", &[1, 4], Secrets),
    ("battle_net_authenticator.xml", Format::BattleNet, "", &[8], Everything),
    ("authenticator_plus.zip", Format::Zip, "testtesttest", &[1, 2, 3, 4, 5, 6, 7], Everything),
    ("totp_authenticator.bin", Format::TotpAuthenticator, "Testtest1", &[1, 2, 3], Secrets),
    ("totp_authenticator_internal.xml", Format::TotpAuthenticator, "", &[1, 2, 3], Secrets),
];

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a test has no edge but itself")]
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = env::var_os("PROOFUP_FIXTURES").map(PathBuf::from);
    if folder.is_none() {
        println!("not run: PROOFUP_FIXTURES names no folder with real files of other programs");
    }
    folder
}

fn secrets(lines: impl Iterator<Item = String>) -> BTreeSet<String> {
    lines.filter_map(|line| line.split('|').nth(2).map(str::to_owned)).collect()
}

fn opening(password: &str) -> Opening<'_> {
    if password.is_empty() { Opening::default() } else { with(password) }
}

#[test]
fn real_files_have_the_content_that_their_readme_lists() {
    let Some(folder) = folder() else { return };
    for (name, format, password, numbers, holds) in FILES {
        let bytes = fs::read(folder.join("aegis").join(name)).expect("the file is there");
        let import: Import = match read_accounts(&bytes, opening(password)) {
            Ok(import) => import,
            Err(error) => panic!("{name}: {error}"),
        };
        assert_eq!(import.format, *format, "{name}");
        assert_eq!(import.rejected, [], "{name}");
        let wanted = numbers.iter().map(|number| ACCOUNTS[number - 1].to_owned());
        let found = import.accounts.iter().map(line);
        if *holds == Everything {
            assert_eq!(found.collect::<BTreeSet<_>>(), wanted.collect(), "{name}");
        } else {
            assert_eq!(secrets(found), secrets(wanted), "{name}");
        }
        assert_eq!(import.accounts.len(), numbers.len(), "{name}");
    }
}

#[test]
fn real_encrypted_files_distinguish_a_wrong_password_from_none() {
    let Some(folder) = folder() else { return };
    for (name, format, ..) in FILES.iter().filter(|(_, _, password, ..)| !password.is_empty()) {
        let bytes = fs::read(folder.join("aegis").join(name)).expect("the file is there");
        let format = *format;
        assert_eq!(read_accounts(&bytes, Opening::default()), Err(ImportError::PasswordNeeded { format }), "{name}");
        let wrong = read_accounts(&bytes, with("not this one")).expect_err(name);
        let is_wrong = [ImportError::PasswordWrong { format }, ImportError::PasswordWrongOrDamaged { format }];
        assert!(is_wrong.contains(&wrong), "{name}: {wrong}");
    }
}

/// How many keys of a container are imported, and how many are named as unusable. `None` for a container that is refused.
type Counts = Option<(usize, usize)>;

/// A container, its key or password, and what is in it.
#[rustfmt::skip]
const CONTAINERS: &[(&str, &str, Counts)] = &[
    ("rfc6030/figure2", "", Some((1, 0))),
    ("rfc6030/figure3", "", Some((1, 0))),
    ("rfc6030/figure4", "", Some((0, 1))),
    ("rfc6030/figure5", "", Some((1, 1))),
    ("rfc6030/figure6", "12345678901234567890123456789012", Some((1, 0))),
    ("rfc6030/figure7", "qwerty", Some((1, 0))),
    ("rfc6030/figure8", "", None),
    ("rfc6030/figure9", "", Some((1, 0))),
    ("rfc6030/figure10", "", Some((4, 0))),
    // No key of these says how its codes are made.
    ("encryption/aes128-cbc", "12345678901234567890123456789012", Some((0, 1))),
    ("encryption/tripledes-cbc", "12345678901234567890123456789012", Some((0, 1))),
    ("encryption/kw-aes256", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", Some((0, 1))),
    ("invalid/notxml", "", None),
    ("invalid/wrongelement", "", None),
    ("invalid/wrongversion", "", None),
    ("invalid/incomplete-derivation", "qwerty", None),
    ("invalid/unknown-encryption", "12345678901234567890123456789012", Some((0, 1))),
    // Its only key does not open, which is told as a wrong password.
    ("invalid/mac-value", "12345678901234567890123456789012", None),
    ("invalid/not-integer", "", Some((0, 1))),
    ("invalid/not-boolean", "", Some((0, 1))),
];

#[test]
fn real_containers_of_hardware_tokens_have_the_content_that_their_readme_lists() {
    let Some(folder) = folder() else { return };
    for (name, key, wanted) in CONTAINERS {
        let bytes = fs::read(folder.join("pskc").join(format!("{name}.pskcxml"))).expect("the file is there");
        let found = read_accounts(&bytes, opening(key));
        let counts = found.as_ref().ok().map(|import| (import.accounts.len(), import.rejected.len()));
        assert_eq!(counts, *wanted, "{name}: {found:?}");
    }
}
