//! What the person chose.

mod stopped_page;

pub use stopped_page::StoppedPageWords;
