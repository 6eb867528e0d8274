//! Tests of the client over a real connection, against a service whose answers each test writes.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod calls;
mod events;
mod session;
mod sign_in;
mod stage;
mod step_up;
