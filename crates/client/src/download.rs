//! An answer of any length, read piece by piece.

use std::time::Duration;

use reqwest::Response;

use crate::ClientError;

/// A service that sends nothing for longer has stopped.
const LONGEST_SILENCE: Duration = Duration::from_secs(60);

/// An answer that is still coming.
pub struct Download {
    response: Response,
}

impl Download {
    pub(crate) const fn new(response: Response) -> Self {
        Self { response }
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// [`ClientError::Unreachable`] when the connection broke, or nothing came for too long.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, ClientError> {
        let piece = tokio::time::timeout(LONGEST_SILENCE, self.response.chunk()).await;
        let piece = piece.map_err(|_| ClientError::Unreachable { detail: "no data in time".to_owned() })??;
        Ok(piece.map(|bytes| bytes.to_vec()))
    }
}
