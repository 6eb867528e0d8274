//! Why a call to the service failed.

use proofup_api::{DenialReason, ErrorCode, Params};
use thiserror::Error;

/// Why a call failed. No variant repeats what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ClientError {
    /// No answer: no network, a wrong address, a service that does not run, or one that is too slow.
    #[error("the service cannot be reached: {detail}")]
    Unreachable {
        /// The error text of the network library.
        detail: String,
    },
    /// The answer is not of our service, or is malformed.
    #[error("the service's answer makes no sense ({detail})")]
    InvalidAnswer {
        /// What is wrong with it.
        detail: String,
        /// The id of the request in the service's log.
        correlation_id: Option<String>,
    },
    /// The service refused the call.
    #[error("the service answered {code}")]
    Problem {
        /// The stable code.
        code: ErrorCode,
        /// Values for the text that explains the code.
        params: Params,
        /// The id of the request in the service's log.
        correlation_id: Option<String>,
    },
    /// The sign-in was denied.
    #[error("the sign-in was denied: {reason}")]
    Denied {
        /// The reason, as in the sign-in log.
        reason: DenialReason,
        /// Values for the text that explains the reason.
        params: Params,
        /// The id of the request in the service's log.
        correlation_id: Option<String>,
    },
    /// The session has ended: a sign-out elsewhere, too long without use, or a lost answer with the next token.
    #[error("the session has ended")]
    SignedOut {
        /// The id of the request in the service's log.
        correlation_id: Option<String>,
    },
}

impl ClientError {
    /// Whether the service may be down, rather than refusing.
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
        // reqwest's text says only that sending failed; the innermost cause says why.
        let mut cause: &dyn std::error::Error = &error;
        while let Some(inner) = cause.source() {
            cause = inner;
        }
        let detail = if error.is_timeout() { "no answer in time".to_owned() } else { cause.to_string() };
        Self::Unreachable { detail }
    }
}
