//! The service as the desktop sees it.
