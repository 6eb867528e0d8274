//! The service as clients see it, over HTTP, each test on SQLite and on PostgreSQL.

mod app_passwords;
mod at_once;
mod methods;
mod operations;
mod registration;
mod sign_in;
mod support;
mod tokens;
