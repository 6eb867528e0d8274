//! The bytes that are signed and hashed: the fields of a row, each after its length, so that no two rows give the same
//! bytes.

use data_encoding::HEXLOWER;
use proofup_store::sign_in_chain::Chain;
use proofup_store::sign_in_removals::Removal;
use proofup_store::sign_ins::StoredSignIn;
use sha2::{Digest as _, Sha256};

use crate::ServiceError;
use crate::runtime::keys::{Domain, ServerKeys};

/// The signature of the node that writes a row: over everything that never changes in it.
pub(super) fn signature(keys: &ServerKeys, row: &StoredSignIn) -> Result<String, ServiceError> {
    keys.mac(Domain::SignIn, &written(row))
}

/// The hash of the chain up to a row: over the hash before it, its place, and all of the row.
pub(super) fn link(before: &str, number: i64, row: &StoredSignIn) -> String {
    let mut bytes = Vec::with_capacity(1024);
    text(&mut bytes, Some(before));
    int(&mut bytes, Some(number));
    bytes.extend(written(row));
    text(&mut bytes, row.mac.as_deref());
    int(&mut bytes, Some(row.repeats));
    int(&mut bytes, row.last_at);
    HEXLOWER.encode(&Sha256::digest(&bytes))
}

/// The hash of the removals up to this one: over the hash before it and all of it.
pub(super) fn removal_hash(removal: &Removal) -> String {
    let mut bytes = Vec::with_capacity(256);
    text(&mut bytes, Some(&removal.before_hash));
    for number in [removal.number, removal.removed_at, removal.first_row, removal.last_row, removal.older_than] {
        int(&mut bytes, Some(number));
    }
    text(&mut bytes, Some(&removal.removed_by));
    HEXLOWER.encode(&Sha256::digest(&bytes))
}

/// What holds the ends of the chain: nobody without the server keys can move them.
pub(super) fn ends(keys: &ServerKeys, chain: &Chain) -> Result<String, ServiceError> {
    let mut bytes = Vec::with_capacity(256);
    int(&mut bytes, Some(chain.anchor_number));
    text(&mut bytes, Some(&chain.anchor_hash));
    int(&mut bytes, Some(chain.head_number));
    text(&mut bytes, Some(&chain.head_hash));
    int(&mut bytes, Some(chain.unsigned_rows));
    // Chain ends from before removals were recorded keep their form.
    if chain.removals > 0 {
        int(&mut bytes, Some(chain.removals));
        text(&mut bytes, Some(&chain.removals_hash));
    }
    keys.mac(Domain::SignInChain, &bytes)
}

/// The fields that are written once.
fn written(row: &StoredSignIn) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(768);
    for field in [
        Some(&row.id),
        row.user_id.as_ref(),
        row.user_name.as_ref(),
        row.first_name.as_ref(),
        row.last_name.as_ref(),
        row.email.as_ref(),
        row.phone_number.as_ref(),
        row.device_token.as_ref(),
        Some(&row.authentication_mode),
        row.detail.as_ref(),
        Some(&row.result),
        row.denial_reason.as_ref(),
        Some(&row.application),
        Some(&row.protocol),
        row.client_address.as_ref(),
        row.client_device.as_ref(),
        row.app_password_id.as_ref(),
        Some(&row.server_name),
        row.server_address.as_ref(),
        Some(&row.correlation_id),
    ] {
        text(&mut bytes, field.map(String::as_str));
    }
    int(&mut bytes, Some(row.created_at));
    int(&mut bytes, Some(row.duration_ms));
    // Rows of before this field are hashed as they were.
    if let Some(front_end) = &row.front_end {
        text(&mut bytes, Some(front_end));
    }
    bytes
}

fn text(bytes: &mut Vec<u8>, field: Option<&str>) {
    // Nothing and an empty text are two things.
    match field {
        None => bytes.push(0),
        Some(field) => {
            bytes.push(1);
            bytes.extend((field.len() as u64).to_be_bytes());
            bytes.extend(field.as_bytes());
        }
    }
}

fn int(bytes: &mut Vec<u8>, field: Option<i64>) {
    match field {
        None => bytes.push(0),
        Some(number) => {
            bytes.push(1);
            bytes.extend(number.to_be_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{link, written};
    use proofup_store::sign_ins::StoredSignIn;

    #[test]
    fn no_two_rows_read_the_same() {
        let row = |application: &str, protocol: &str, detail: Option<&str>| StoredSignIn {
            application: application.to_owned(),
            protocol: protocol.to_owned(),
            detail: detail.map(str::to_owned),
            ..StoredSignIn::default()
        };
        assert_ne!(written(&row("ab", "c", None)), written(&row("a", "bc", None)));
        assert_ne!(written(&row("a", "b", None)), written(&row("a", "b", Some(""))));
        let one = row("a", "b", None);
        assert_ne!(link("x", 1, &one), link("x", 2, &one), "a row belongs to its place");
        assert_ne!(link("x", 1, &one), link("y", 1, &one), "and to what stands before it");
        assert_ne!(link("x", 1, &one), link("x", 1, &StoredSignIn { repeats: 2, ..one.clone() }));
    }
}
