//! Files that a person names.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use crate::trouble::Trouble;

/// One byte more than the largest picture or export that is looked at, so that what is larger is refused as that. Devices
/// and pipes have no size that could be asked for.
const MOST: u64 = (64 << 20) + 1;

/// Reads a file, and of an endless one no more than can be looked at.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| Trouble::NotRead { path: path.display().to_string(), error })
}
