//! NT hashes of app passwords for VPN and Wi-Fi, for MS-CHAPv2. The client hashes what was typed, so each spelling has a hash.

use proofup_api::SecretText;
use proofup_radius::NtHash;
use proofup_store::Connection;
use proofup_store::app_passwords::{self, AppPasswordRow};
use zeroize::Zeroizing;

use crate::ServiceError;
use crate::context::Context;
use crate::settings::Settings;

/// The protocol that an app password must name: one that works everywhere has no NT hash.
const PROTOCOL: &str = "radius";
/// The app passwords whose hashes are deleted in one transaction.
const AT_ONCE: u16 = 1000;
const LENGTH: usize = 16;
/// The spellings of an app password.
pub(super) const SPELLINGS: usize = 4;

/// Keeps the hashes of a new app password, encrypted, if the organisation allows MS-CHAPv2 and it is for VPN and Wi-Fi.
pub(super) async fn keep(
    context: &Context,
    db: &mut Connection,
    settings: &Settings,
    row: &AppPasswordRow,
    secret: &SecretText,
) -> Result<(), ServiceError> {
    let is_for_it = row.protocols.split_whitespace().any(|protocol| protocol == PROTOCOL);
    if !settings.ms_chap_allowed || !is_for_it {
        return Ok(());
    }
    let mut hashes = Zeroizing::new(Vec::with_capacity(SPELLINGS * LENGTH));
    for spelling in spellings(secret.expose()) {
        hashes.extend_from_slice(NtHash::of(&spelling).as_bytes());
    }
    let sealed = context.keys.seal_seed(context.random, &sealed_for(&row.id), &hashes)?;
    app_passwords::set_nt_hashes(db, &row.id, &sealed).await?;
    Ok(())
}

/// Deletes the hashes of all app passwords, if the organisation refuses MS-CHAPv2.
pub(crate) async fn forget_refused(context: &Context) -> Result<(), ServiceError> {
    if Settings::load(&mut context.store.read().await?).await?.ms_chap_allowed {
        return Ok(());
    }
    loop {
        let mut transaction = context.store.begin().await?;
        let forgotten = app_passwords::forget_nt_hashes(&mut transaction, AT_ONCE.into()).await?;
        transaction.commit().await?;
        if forgotten < AT_ONCE.into() {
            return Ok(());
        }
    }
}

/// As it is copied, with spaces as it is shown, with hyphens, and in capitals.
fn spellings(secret: &str) -> [Zeroizing<String>; SPELLINGS] {
    let grouped = |between: char| {
        let mut text = Zeroizing::new(String::with_capacity(2 * secret.len()));
        for (at, symbol) in secret.chars().enumerate() {
            if at > 0 && at.is_multiple_of(4) {
                text.push(between);
            }
            text.push(symbol);
        }
        text
    };
    [Zeroizing::new(secret.to_owned()), grouped(' '), grouped('-'), Zeroizing::new(secret.to_ascii_uppercase())]
}

/// The hashes of the app password `id`.
pub(super) fn opened(context: &Context, id: &str, sealed: &str) -> Result<Vec<NtHash>, ServiceError> {
    let hashes = context.keys.open_seed(&sealed_for(id), sealed)?;
    Ok(hashes.chunks_exact(LENGTH).filter_map(|hash| hash.try_into().ok()).map(NtHash::from_bytes).collect())
}

fn sealed_for(id: &str) -> String {
    format!("nt-hashes\0{id}")
}
