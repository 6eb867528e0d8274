//! Tokens for a device (RFC 7523): it signs an assertion, which opens one session of ten minutes, once.

use proofup_api::{DeviceClaims, ErrorCode, Jws, SecretText, TokenAnswer};
use proofup_store::{authenticators, used_assertions};

use super::signature::is_by;
use crate::ServiceError;
use crate::context::Context;
use crate::runtime::keys::Domain;
use crate::session;
use crate::session::TokenRefusal;

/// No assertion lives longer.
const LONGEST_LIFE_SECONDS: i64 = 300;
/// Clocks may differ by so much.
const LEEWAY_SECONDS: i64 = 60;
const LONGEST_JTI: usize = 64;

/// Answers an assertion.
///
/// # Errors
/// `not_an_activated_account` if the device is gone.
pub(crate) async fn grant(
    context: &Context,
    audiences: &[String],
    assertion: &SecretText,
) -> Result<Result<TokenAnswer, TokenRefusal>, ServiceError> {
    let refused = Ok(Err(TokenRefusal::Grant));
    let Ok(jws) = Jws::parse(assertion.expose()) else { return refused };
    let Ok(claims) = jws.claims::<DeviceClaims>() else { return refused };
    let device = authenticators::by_id(&mut context.store.read().await?, &claims.iss).await?;
    let Some((device, key)) = device.and_then(|device| device.public_key.clone().map(|key| (device, key))) else {
        return Err(ServiceError::refused(ErrorCode::NotAnActivatedAccount));
    };
    if !is_by(&key, &jws) || !is_acceptable(&claims, audiences, context.now() / 1000) {
        return refused;
    }
    let hash = context.keys.mac(Domain::Assertion, format!("{}\0{}", device.id, claims.jti).as_bytes())?;
    let mut transaction = context.store.begin().await?;
    let dead_at = (claims.exp + LEEWAY_SECONDS) * 1000;
    if !used_assertions::use_up(&mut transaction, &hash, dead_at).await? {
        return refused;
    }
    let answer = session::issue_to_device(context, &mut transaction, &device.user_id, &device.id).await?;
    transaction.commit().await?;
    Ok(answer.ok_or(TokenRefusal::Grant))
}

fn is_acceptable(claims: &DeviceClaims, audiences: &[String], now: i64) -> bool {
    let aud = claims.aud.strip_suffix("/oauth2/token").unwrap_or(&claims.aud);
    let for_us = audiences.iter().any(|audience| audience == aud);
    let begun = claims.iat.is_none_or(|issued| issued <= now + LEEWAY_SECONDS);
    let alive = claims.exp > now - LEEWAY_SECONDS && claims.exp <= now + LONGEST_LIFE_SECONDS + LEEWAY_SECONDS;
    let named = !claims.jti.is_empty() && claims.jti.len() <= LONGEST_JTI;
    claims.sub == claims.iss && for_us && begun && alive && named
}

#[cfg(test)]
mod tests {
    use proofup_api::DeviceClaims;

    const NOW: i64 = 1_772_442_000;
    const ISSUER: &str = "https://verify.contoso.example";

    fn is_acceptable(claims: &DeviceClaims, issuer: &str, now: i64) -> bool {
        super::is_acceptable(claims, &[issuer.to_owned()], now)
    }

    fn claims() -> DeviceClaims {
        let (iss, sub, aud, jti) = ("d1".to_owned(), "d1".to_owned(), ISSUER.to_owned(), "a".to_owned());
        DeviceClaims { iss, sub, aud, exp: NOW + 60, iat: Some(NOW), jti }
    }

    #[test]
    fn takes_an_assertion_for_this_service_in_its_time() {
        assert!(is_acceptable(&claims(), ISSUER, NOW));
        let endpoint = format!("{ISSUER}/oauth2/token");
        assert!(is_acceptable(&DeviceClaims { aud: endpoint, ..claims() }, ISSUER, NOW));
    }

    #[test]
    fn refuses_assertions_for_another_service_or_time() {
        for (what, odd) in [
            ("another service", DeviceClaims { aud: "https://verify.contoso.example.evil".into(), ..claims() }),
            ("another subject", DeviceClaims { sub: "d2".into(), ..claims() }),
            ("too old", DeviceClaims { exp: NOW - 60, ..claims() }),
            ("lives for an hour", DeviceClaims { exp: NOW + 3600, ..claims() }),
            ("the end of time", DeviceClaims { exp: i64::MAX, ..claims() }),
            ("from tomorrow", DeviceClaims { iat: Some(NOW + 86_400), ..claims() }),
            ("no id", DeviceClaims { jti: String::new(), ..claims() }),
            ("an endless id", DeviceClaims { jti: "a".repeat(65), ..claims() }),
        ] {
            assert!(!is_acceptable(&odd, ISSUER, NOW), "{what}");
        }
    }
}
