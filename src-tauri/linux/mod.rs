//! Only for Linux: the desktop's portal, and the rendering of WebKitGTK.

pub(crate) mod portal;
pub(crate) mod rendering;
