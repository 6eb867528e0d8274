//! What only Linux has: the desktop's portal, and how WebKitGTK draws.

pub(crate) mod portal;
pub(crate) mod rendering;
