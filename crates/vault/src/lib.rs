//! Where the authenticator keeps its accounts.
