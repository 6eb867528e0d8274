//! `KeePass` databases, versions 3 and 4, that a password opens. Only what makes codes is taken; passwords are never looked at.

mod entry;
mod envelope;
mod header;
mod tree;

use super::{Format, Import, ImportError, Opening, probe::Probe};
use crate::kdbx::SIGNATURE;

const FORMAT: Format = Format::Kdbx;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
/// What every database of `KeePass` begins with; the next byte tells the generation.
const FAMILY: &[u8] = SIGNATURE.split_at(4).0;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.bytes.starts_with(FAMILY)
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    if !probe.bytes.starts_with(&SIGNATURE) {
        let generation = probe.bytes.get(4).ok_or(DAMAGED)?;
        let found = if *generation == 0x65 { "1".to_owned() } else { format!("{generation:#04x}") };
        return Err(ImportError::VersionUnsupported { format: FORMAT, found });
    }
    let (minor, major) = header::version(probe.bytes).ok_or(DAMAGED)?;
    let contents = match major {
        3 => envelope::open_3(probe.bytes, opening)?,
        4 => envelope::open_4(probe.bytes, opening)?,
        _ => return Err(ImportError::VersionUnsupported { format: FORMAT, found: format!("{major}.{minor}") }),
    };
    tree::read(contents)
}
