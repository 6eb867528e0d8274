//! Codes for errors of the service or the connection to it.

use proofup_client::ClientError;

use super::Coded;
use crate::view::LocalFault;

pub(super) fn code(error: &ClientError) -> Coded {
    match error {
        ClientError::Unreachable { detail } => {
            Coded::from(LocalFault::ServiceUnreachable).with("detail", detail.as_str())
        }
        ClientError::InvalidAnswer { detail, correlation_id } => Coded {
            correlation_id: correlation_id.clone(),
            ..Coded::from(LocalFault::ServiceAnswerInvalid).with("detail", detail.as_str())
        },
        ClientError::Problem { code, params, correlation_id } => {
            Coded { code: code.as_str(), params: params.clone(), correlation_id: correlation_id.clone() }
        }
        ClientError::Denied { reason, params, correlation_id } => {
            Coded { code: reason.as_str(), params: params.clone(), correlation_id: correlation_id.clone() }
        }
        ClientError::SignedOut { correlation_id } => {
            Coded { correlation_id: correlation_id.clone(), ..Coded::from(LocalFault::SignedOut) }
        }
    }
}
