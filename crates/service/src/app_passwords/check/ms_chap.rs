//! MS-CHAPv2 with an app password. A wrong proof is logged, and nobody waits for it: an app password has a hundred bits, so there is
//! nothing to guess, and a device that repeats a deleted one makes another proof every time, which cannot be told from a guess.

use proofup_api::{AuthenticationMode, DenialReason};
use proofup_radius::{MsChap2, NtHash, Proven};
use proofup_store::Wanted;

use super::{Check, Login, Verdict};
use crate::ServiceError;
use crate::app_passwords::{LIMIT, nt_hashes};
use crate::context::{Caller, Context};
use crate::people::names::UserPrincipalName;
use crate::settings::Settings;

/// Checks the proof of a client, and logs the outcome. `login` has no secret. The service proves itself to a client that is allowed.
pub(crate) async fn check_ms_chap(
    context: &Context,
    caller: &Caller,
    login: Login<'_>,
    proof: &MsChap2,
) -> Result<(Verdict, Option<Proven>), ServiceError> {
    let began_at = context.now();
    let upn = UserPrincipalName::parse(login.user_name);
    let upn_text = upn.as_ref().map_or("", UserPrincipalName::as_str).to_owned();
    let found = context.store.credentials(Wanted { upn: upn_text, mac: String::new(), ms_chap: true }).await?;
    let (settings, user) = (Settings::of_rows(&found.settings)?, found.user);
    let is_allowed = settings.ms_chap_allowed;
    let check = Check { context, settings, caller, login: &login, began_at, upn: upn.as_ref(), user: user.as_ref() };
    if !is_allowed {
        return Ok((check.refuse_ms_chap(DenialReason::MethodDisabled).await?, None));
    }
    let (mut rows, mut hashes) = (Vec::new(), Vec::new());
    for stored in &found.ms_chap {
        for hash in nt_hashes::opened(context, &stored.row.id, &stored.nt_hashes)? {
            rows.push(&stored.row);
            hashes.push(hash);
        }
    }
    // The same work for everybody, also for a name that nobody has.
    hashes.resize(usize::from(LIMIT) * nt_hashes::SPELLINGS, NtHash::from_bytes([0; 16]));
    let proven = proof.proven_by(&hashes);
    let found = proven.and_then(|(place, proven)| Some((user.as_ref()?, *rows.get(place)?, proven)));
    let Some((user, row, proven)) = found else {
        return Ok((check.refuse_ms_chap(DenialReason::AppPasswordInvalid).await?, None));
    };
    Ok((check.app_password(user, row).await?, Some(proven)))
}

impl Check<'_> {
    /// Clients repeat it often.
    async fn refuse_ms_chap(&self, reason: DenialReason) -> Result<Verdict, ServiceError> {
        self.log_repeated(self.denied(AuthenticationMode::AppPassword, reason)).await?;
        Ok(Verdict::Refused)
    }
}
