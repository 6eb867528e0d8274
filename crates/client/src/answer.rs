//! Reads an answer: a success, a problem, or an answer of another program.

use proofup_api::{ErrorCode, Params, Problem};
use reqwest::{Response, StatusCode, header::HeaderMap};
use serde::{Deserialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use crate::ClientError;

/// The service sends no larger answer.
const LARGEST_ANSWER: usize = 4 * 1024 * 1024;

/// The header that names a request in the service's log.
const CORRELATION_ID: &str = "proofup-correlation-id";

/// A whole answer. Its body may contain secrets, so it is wiped.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) correlation_id: Option<String>,
    body: Zeroizing<Vec<u8>>,
}

/// A problem. Its code may be newer than this app.
#[derive(Deserialize)]
struct AnyProblem {
    code: String,
    #[serde(default)]
    params: Params,
}

impl Answer {
    pub(crate) async fn read(mut response: Response) -> Result<Self, ClientError> {
        let (status, correlation_id) = (response.status(), correlation_id(response.headers()));
        let mut body = Zeroizing::new(Vec::new());
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > LARGEST_ANSWER {
                return Err(ClientError::invalid("larger than any answer", correlation_id));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Self { status, correlation_id, body })
    }

    /// The body as a value, for every status.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, ClientError> {
        // serde_json's error text repeats pieces of the body, so the error takes only the position of the fault.
        serde_json::from_slice(&self.body).map_err(|error| {
            let detail = format!("status {}, line {} column {}", self.status.as_u16(), error.line(), error.column());
            ClientError::invalid(detail, self.correlation_id.clone())
        })
    }

    /// The body of a success; otherwise the problem.
    pub(crate) fn success<T: DeserializeOwned>(&self) -> Result<T, ClientError> {
        if self.status.is_success() { self.json() } else { Err(self.problem()) }
    }

    /// Ignores the body of a success; otherwise the problem.
    pub(crate) fn done(&self) -> Result<(), ClientError> {
        if self.status.is_success() { Ok(()) } else { Err(self.problem()) }
    }

    /// The problem that the body describes.
    pub(crate) fn problem(&self) -> ClientError {
        let correlation_id = self.correlation_id.clone();
        if let Ok(Problem { code, params, .. }) = self.json::<Problem>() {
            return ClientError::Problem { code, params, correlation_id };
        }
        match self.json::<AnyProblem>() {
            // A newer service may have codes that this app has no words for. The status still tells whether the client
            // is at fault.
            Ok(AnyProblem { code, mut params }) if self.status.is_client_error() => {
                params.insert("code".into(), code.into());
                ClientError::Problem { code: ErrorCode::InvalidRequest, params, correlation_id }
            }
            _ if is_gateway_fault(self.status) => {
                ClientError::Unreachable { detail: format!("status {}", self.status.as_u16()) }
            }
            _ => ClientError::invalid(format!("status {}", self.status.as_u16()), correlation_id),
        }
    }
}

/// A proxy answers, and the service behind it does not.
fn is_gateway_fault(status: StatusCode) -> bool {
    matches!(status, StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT)
}

pub(crate) fn correlation_id(headers: &HeaderMap) -> Option<String> {
    headers.get(CORRELATION_ID).and_then(|value| value.to_str().ok()).map(|id| id.chars().take(64).collect())
}
