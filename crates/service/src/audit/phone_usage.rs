//! Texts and calls, counted as they are handed over: for monitoring, and by month and country for the invoice.

use std::future::Future;

use proofup_store::phone_usage;

use crate::ServiceError;
use crate::context::Context;
use crate::runtime::clock::timestamp;
use crate::telephony::numbers::country;

/// A text or a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhoneKind {
    Text,
    Call,
}

impl PhoneKind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Call => "call",
        }
    }
}

/// Waits for the gateway and counts its answer. A failure to count does not fail the sign-in.
pub(crate) async fn counted<E>(
    context: &Context,
    kind: PhoneKind,
    number: &str,
    handing_over: impl Future<Output = Result<(), E>>,
) -> Result<(), E> {
    let outcome = handing_over.await;
    let taken = outcome.is_ok();
    match kind {
        PhoneKind::Text => context.metrics.text(taken),
        PhoneKind::Call => context.metrics.call(taken),
    }
    if let Err(error) = note(context, kind, number, taken).await {
        tracing::warn!(%error, "a text or call is missing in the usage report");
    }
    outcome
}

async fn note(context: &Context, kind: PhoneKind, number: &str, taken: bool) -> Result<(), ServiceError> {
    let mut transaction = context.store.begin().await?;
    phone_usage::note(&mut transaction, &month_of(context.now()), kind.as_str(), &country(number), taken).await?;
    Ok(transaction.commit().await?)
}

/// `2026-11`, by UTC.
pub(crate) fn month_of(ms: i64) -> String {
    timestamp(ms).to_string().chars().take(7).collect()
}

#[cfg(test)]
mod tests {
    use super::{PhoneKind, month_of};

    #[test]
    fn months_are_those_of_the_calendar() {
        assert_eq!(month_of(1_772_442_000_000), "2026-03");
        assert_eq!(month_of(0), "1970-01");
        assert_ne!(PhoneKind::Text.as_str(), PhoneKind::Call.as_str());
    }
}
