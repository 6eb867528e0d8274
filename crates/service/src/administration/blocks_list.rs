//! Everybody's blocks, a page at a time.

use proofup_api::{BlockState, Blocks, BlocksRequest, PersonBlock};
use proofup_store::blocks;

use super::people::record;
use crate::ServiceError;
use crate::context::Context;

const PAGE: u32 = 100;
const LARGEST_PAGE: u32 = 500;

/// A page, the newest first.
pub(crate) async fn page(context: &Context, request: &BlocksRequest) -> Result<Blocks, ServiceError> {
    let top = request.top.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let (mut db, now) = (context.store.read().await?, context.now());
    let mut rows = blocks::page(&mut db, request.state, request.after.as_deref(), now, i64::from(top) + 1).await?;
    let more = rows.len() > top as usize;
    rows.truncate(top as usize);
    let next = rows.last().filter(|_| more).map(|row| row.block.id.clone());
    let value = rows
        .into_iter()
        .map(|row| PersonBlock {
            id: row.block.id.clone(),
            user_principal_name: row.user_name,
            display_name: row.display_name,
            state: match row.block.lifted_at {
                None if row.block.ends_at > now => BlockState::Open,
                _ => BlockState::Ended,
            },
            block: record(row.block),
        })
        .collect();
    Ok(Blocks { value, next })
}
