//! The sign of life of this node, so that the others and administrators know which nodes there are.

use proofup_store::nodes::{self, Node};

use crate::ServiceError;
use crate::context::Context;
use crate::server::tls::Certificates;

/// Writes it down.
pub(crate) async fn note_this_node(context: &Context, certificates: Option<&Certificates>) -> Result<(), ServiceError> {
    let Some(address) = context.server_address.clone() else { return Ok(()) };
    let node = Node {
        name: context.server_name.clone(),
        address,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        seen_at: context.now(),
        // A file that cannot be read now is no reason to count the node as dead.
        certificate_until: certificates.and_then(|certificates| certificates.valid_until_ms().ok()),
    };
    let mut transaction = context.store.begin().await?;
    nodes::note(&mut transaction, &node).await?;
    Ok(transaction.commit().await?)
}

/// A node that was asked to stop is not missed.
pub(crate) async fn forget_this_node(context: &Context) -> Result<(), ServiceError> {
    let Some(address) = &context.server_address else { return Ok(()) };
    let mut transaction = context.store.begin().await?;
    nodes::forget(&mut transaction, &context.server_name, address).await?;
    Ok(transaction.commit().await?)
}
