//! What the app does, without a window: use cases over the vault and the service.

pub mod view;
