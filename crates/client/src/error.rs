//! What a call to the service can come to, besides its answer.

use proofup_api::{DenialReason, ErrorCode, Params};
use thiserror::Error;

/// Why there is no answer. Nothing here repeats what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ClientError {
    /// No answer: no network, wrong address, not running, or too slow.
    #[error("the service cannot be reached: {detail}")]
    Unreachable {
        /// The network's own word.
        detail: String,
    },
    /// Something answered that is not our service, or not in its manner.
    #[error("the service's answer makes no sense ({detail})")]
    InvalidAnswer {
        /// What is odd about it.
        detail: String,
        /// Names the request in the service's log.
        correlation_id: Option<String>,
    },
    /// The service refused, and says why.
    #[error("the service answered {code}")]
    Problem {
        /// The stable code.
        code: ErrorCode,
        /// What its words need.
        params: Params,
        /// Names the request in the service's log.
        correlation_id: Option<String>,
    },
    /// The sign-in was denied.
    #[error("the sign-in was denied: {reason}")]
    Denied {
        /// The reason, as it stands in the sign-in log.
        reason: DenialReason,
        /// What its words need.
        params: Params,
        /// Names the request in the service's log.
        correlation_id: Option<String>,
    },
    /// The session has ended: signed out elsewhere, too long away, or an answer with the next token was lost.
    #[error("the session has ended")]
    SignedOut {
        /// Names the request in the service's log.
        correlation_id: Option<String>,
    },
}

impl ClientError {
    /// Whether the service may be gone, rather than of another opinion.
    pub fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::Problem { code: ErrorCode::ServiceUnavailable, .. })
    }

    pub(crate) fn invalid(detail: impl Into<String>, correlation_id: Option<String>) -> Self {
        Self::InvalidAnswer { detail: detail.into(), correlation_id }
    }
}

impl From<reqwest::Error> for ClientError {
    fn from(error: reqwest::Error) -> Self {
        let error = error.without_url();
        if error.is_builder() {
            return Self::invalid(error.to_string(), None);
        }
        // reqwest's own text says only that sending failed; the innermost cause says why.
        let mut cause: &dyn std::error::Error = &error;
        while let Some(inner) = cause.source() {
            cause = inner;
        }
        let detail = if error.is_timeout() { "no answer in time".to_owned() } else { cause.to_string() };
        Self::Unreachable { detail }
    }
}
