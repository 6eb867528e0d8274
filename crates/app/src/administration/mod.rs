//! Administration: other people, looked up and looked after. Nothing of it is kept, in memory or on disk: what the window
//! shows is asked of the service each time.

mod log;
mod people;
mod usage;
