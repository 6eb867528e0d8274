//! Nothing: the targets are beside, and `scripts/fuzz` builds and runs them.
