//! Archives with one file in them that is read, plain or under a password: what `WinAuth` and Authenticator Plus write.
//!
//! An archive may ask for little: its members are counted, what they become is limited, their names are not looked at, and an archive
//! in an archive is not opened.

mod members;
mod sealed;

use std::io::Read as _;

use flate2::{Crc, read::DeflateDecoder};
use zeroize::Zeroizing;

use self::members::{Compression, Member, Sealing};
use super::{Format, Import, ImportError, Opening, probe, probe::Probe, registry};
use crate::limits;

const FORMAT: Format = Format::Zip;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.bytes.starts_with(members::LOCAL)
}

pub(super) fn read(archive: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    for member in members::of(archive.bytes).ok_or(DAMAGED)? {
        let open = open(&member?, opening)?;
        let text = probe::text_of(&open);
        let probe = Probe::of(&open, text.as_deref().map(String::as_str));
        if let Some(reader) = registry::find(&probe).filter(|reader| reader.format != FORMAT) {
            let mut import = (reader.read)(&probe, opening)?;
            import.format = FORMAT;
            return Ok(import);
        }
    }
    Err(ImportError::Unrecognised)
}

fn open(member: &Member<'_>, opening: Opening<'_>) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    let (packed, is_sealed) = match &member.sealing {
        Sealing::None => (Zeroizing::new(member.data.to_vec()), false),
        Sealing::Traditional { proof } => (sealed::traditional(member.data, *proof, opening.password(FORMAT)?)?, true),
        Sealing::Aes { strength } => (sealed::aes(member.data, *strength, opening)?, true),
    };
    let wrong = if is_sealed { ImportError::PasswordWrongOrDamaged { format: FORMAT } } else { DAMAGED };
    let open = match member.compression {
        Compression::Stored => packed,
        Compression::Deflated => {
            let room = usize::try_from(member.length).unwrap_or(usize::MAX).min(limits::IMPORT_BYTES);
            let mut open = Zeroizing::new(Vec::with_capacity(room + 1));
            let mut decoder = DeflateDecoder::new(packed.as_slice()).take(limits::IMPORT_BYTES as u64 + 1);
            decoder.read_to_end(&mut open).map_err(|_| wrong.clone())?;
            open
        }
    };
    if open.len() > limits::IMPORT_BYTES {
        return Err(ImportError::TooLarge);
    }
    let mut crc = Crc::new();
    crc.update(&open);
    // What has a MAC may have no sum.
    if member.crc.is_some_and(|wanted| wanted != crc.sum()) { Err(wrong) } else { Ok(open) }
}
