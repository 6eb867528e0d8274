//! The time limit of a request body: a client that sends it very slowly is disconnected.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes, HttpBody as _};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use proofup_api::ErrorCode;
use tokio::time::Sleep;
use tokio_stream::Stream;

use super::{Http, PeerAddress, problem};
use crate::runtime::error::param;
use crate::runtime::metrics::TooSlow;

/// Bytes that earn a second more.
const BYTES_A_SECOND: usize = 16 * 1024;

/// Answers 408 if the body did not come in time. The connection ends with it.
pub(super) async fn bound(State(http): State<Http>, request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let peer = request.extensions().get::<ConnectInfo<PeerAddress>>().map(|info| info.0.0);
    let late = Arc::new(AtomicBool::new(false));
    let request = request.map(|body| Body::from_stream(Timely::new(body, http.limits.body, Arc::clone(&late))));
    let response = next.run(request).await;
    if !late.load(Ordering::Relaxed) {
        return response;
    }
    http.slow_connections.closed(TooSlow::Body, peer);
    let mut response = problem::problem(ErrorCode::InvalidRequest, param("field", "body"));
    *response.status_mut() = StatusCode::REQUEST_TIMEOUT;
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

struct Timely {
    data: BodyDataStream,
    deadline: Pin<Box<Sleep>>,
    late: Arc<AtomicBool>,
}

impl Timely {
    fn new(body: Body, within: Duration, late: Arc<AtomicBool>) -> Self {
        Self { data: body.into_data_stream(), deadline: Box::pin(tokio::time::sleep(within)), late }
    }
}

impl Stream for Timely {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = Pin::new(&mut self.data).poll_next(context);
        if let Poll::Ready(Some(Ok(bytes))) = &piece {
            let earned = Duration::from_secs_f64(bytes.len() as f64 / BYTES_A_SECOND as f64);
            let deadline = self.deadline.deadline() + earned;
            self.deadline.as_mut().reset(deadline);
        }
        if piece.is_pending() && self.deadline.as_mut().poll(context).is_ready() {
            self.late.store(true, Ordering::Relaxed);
            let late = std::io::Error::from(std::io::ErrorKind::TimedOut);
            return Poll::Ready(Some(Err(axum::Error::new(late))));
        }
        piece
    }
}
