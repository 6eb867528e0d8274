//! A database knows the server keys that it was written with. With other keys every app password is wrong, no seed opens
//! and the sign-in log seems broken, so nothing is done with it.

use proofup_store::{Store, server_keys, sign_in_chain};

use crate::ServiceError;
use crate::audit::sign_in_log;
use crate::runtime::keys::ServerKeys;

/// Refuses keys that are not those of the database. A database without fingerprints takes these as its own, unless its rows
/// were written under others.
pub(crate) async fn recognise(store: &Store, keys: &ServerKeys, now: i64) -> Result<(), ServiceError> {
    let ours = keys.fingerprints()?;
    let mut db = store.read().await?;
    let known = server_keys::all(&mut db).await?;
    let is_known = |name: &str, fingerprint: &str| known.iter().any(|(n, f)| n == name && f == fingerprint);
    if ours.iter().all(|(name, fingerprint)| is_known(name, fingerprint)) {
        return Ok(());
    }
    if known.is_empty() {
        // From before fingerprints were kept.
        if let Some(chain) = sign_in_chain::find(&mut db).await?
            && !sign_in_log::was_sealed_with(keys, &chain)?
        {
            return Err(other(&["pepper"]));
        }
        if let Some((row, seed)) = server_keys::any_sealed_seed(&mut db).await?
            && keys.open_seed(&row, &seed).is_err()
        {
            return Err(other(&["seed_key"]));
        }
    }
    drop(db);
    let mut transaction = store.begin().await?;
    let mut differing = Vec::new();
    for (name, fingerprint) in &ours {
        if server_keys::keep(&mut transaction, name, fingerprint, now).await? != *fingerprint {
            differing.push(*name);
        }
    }
    if !differing.is_empty() {
        return Err(other(&differing));
    }
    Ok(transaction.commit().await?)
}

/// Whether nothing was ever written under a server key, so that new ones can be made.
pub(crate) async fn may_be_made(store: &Store) -> Result<bool, ServiceError> {
    Ok(server_keys::none_was_used(&mut store.read().await?).await?)
}

fn other(names: &[&str]) -> ServiceError {
    ServiceError::OtherKeys(names.join(" and "))
}
