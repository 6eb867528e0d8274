//! The verification service.
