//! Decrypts a database. In version 4 a MAC tells a wrong password from damage; in version 3 the first bytes of the contents do.

use std::io::Read as _;

use cbc::cipher::{BlockModeDecrypt as _, KeyIvInit as _, block_padding::NoPadding};
use chacha20::cipher::StreamCipher as _;
use flate2::read::GzDecoder;
use hmac::Mac as _;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{
    DAMAGED, FORMAT,
    header::{Cipher, Header},
};
use crate::{
    imports::{ImportError, Opening, ciphers},
    kdbx::{BlockKeys, InnerStream, field, inner, master},
    limits,
};

/// The XML of a database, and the stream that its protected values are encrypted with.
pub(super) struct Contents {
    bytes: Zeroizing<Vec<u8>>,
    xml_from: usize,
    stream: InnerStream,
}

impl Contents {
    /// Both parts, for reading one while the other runs.
    pub(super) fn parts(&mut self) -> Option<(&str, &mut InnerStream)> {
        let xml = str::from_utf8(self.bytes.get(self.xml_from..)?).ok()?;
        Some((xml, &mut self.stream))
    }
}

/// How many bytes a length of the header has.
const LENGTH_3: usize = 2;
const LENGTH_4: usize = 4;
/// The bytes by which version 3 shows that the password is right.
const PROOF: usize = 32;
const HASH: usize = 32;

pub(super) fn open_3(bytes: &[u8], opening: Opening<'_>) -> Result<Contents, ImportError> {
    let header = Header::read(bytes, LENGTH_3)?;
    let (cipher, compressed) = (header.cipher()?, header.is_compressed()?);
    let (stream, stream_key) = (header.number(field::STREAM)?, header.get(field::STREAM_KEY)?);
    let stream = InnerStream::new(stream, stream_key).ok_or(unsupported())?;
    let (proof, iv) = (header.get(field::START)?, header.get(field::IV)?);
    let sealed = &bytes[header.length..];
    let first = sealed.get(..PROOF).filter(|_| proof.len() == PROOF).ok_or(DAMAGED)?;
    let key = master(header.get(field::MASTER_SEED)?, &*header.derive_3(opening)?);
    if first_bytes(cipher, &*key, iv, first).ok_or(DAMAGED)?.as_slice() != proof {
        return Err(ImportError::PasswordWrongOrDamaged { format: FORMAT });
    }
    let open = decrypt(cipher, &*key, iv, sealed).ok_or(DAMAGED)?;
    let blocks = blocks_3(&open[PROOF..]).ok_or(DAMAGED)?;
    Ok(Contents { bytes: unpacked(blocks, compressed)?, xml_from: 0, stream })
}

pub(super) fn open_4(bytes: &[u8], opening: Opening<'_>) -> Result<Contents, ImportError> {
    let header = Header::read(bytes, LENGTH_4)?;
    let (cipher, compressed) = (header.cipher()?, header.is_compressed()?);
    let (head, rest) = bytes.split_at(header.length);
    let (hash, rest) = rest.split_at_checked(HASH).ok_or(DAMAGED)?;
    let (mac, blocks) = rest.split_at_checked(HASH).ok_or(DAMAGED)?;
    if Sha256::digest(head).as_slice() != hash {
        return Err(DAMAGED);
    }
    let (seed, iv) = (header.get(field::MASTER_SEED)?, header.get(field::IV)?);
    let derived = header.derive_4(opening)?;
    let keys = BlockKeys::of(seed, &derived);
    if keys.of_header(head).verify_slice(mac).is_err() {
        return Err(ImportError::PasswordWrong { format: FORMAT });
    }
    let sealed = blocks_4(blocks, &keys).ok_or(DAMAGED)?;
    let open = decrypt(cipher, &*master(seed, &derived), iv, &sealed).ok_or(DAMAGED)?;
    let bytes = unpacked(open, compressed)?;
    let (stream, xml_from) = inner_header(&bytes)?;
    Ok(Contents { bytes, xml_from, stream })
}

const fn unsupported() -> ImportError {
    ImportError::VariantUnsupported { format: FORMAT, what: "cipher" }
}

fn decrypt(cipher: Cipher, key: &[u8], iv: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    match cipher {
        Cipher::Aes => ciphers::cbc(key, iv, sealed),
        Cipher::ChaCha20 => chacha20(key, iv, sealed),
    }
}

/// The same of the start alone, which has no padding.
fn first_bytes(cipher: Cipher, key: &[u8], iv: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    match cipher {
        Cipher::Aes => {
            let cipher = cbc::Decryptor::<aes::Aes256>::new_from_slices(key, iv).ok()?;
            cipher.decrypt_padded_vec::<NoPadding>(sealed).ok().map(Zeroizing::new)
        }
        Cipher::ChaCha20 => chacha20(key, iv, sealed),
    }
}

fn chacha20(key: &[u8], nonce: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut open = Zeroizing::new(sealed.to_vec());
    chacha20::ChaCha20::new_from_slices(key, nonce).ok()?.try_apply_keystream(&mut open).ok()?;
    Some(open)
}

/// Version 3: a number, a hash, a length and so many bytes; the last block is empty.
fn blocks_3(mut rest: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut open = Zeroizing::new(Vec::with_capacity(rest.len()));
    loop {
        let (_number, after) = rest.split_at_checked(4)?;
        let (hash, after) = after.split_at_checked(HASH)?;
        let (length, after) = after.split_first_chunk()?;
        let (block, after) = after.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        if block.is_empty() {
            return Some(open);
        }
        if Sha256::digest(block).as_slice() != hash {
            return None;
        }
        open.extend_from_slice(block);
        rest = after;
    }
}

/// Version 4: a MAC, a length and so many bytes; the last block is empty.
fn blocks_4(mut rest: &[u8], keys: &BlockKeys) -> Option<Zeroizing<Vec<u8>>> {
    let mut sealed = Zeroizing::new(Vec::with_capacity(rest.len()));
    for number in 0.. {
        let (mac, after) = rest.split_at_checked(HASH)?;
        let (length, after) = after.split_first_chunk()?;
        let (block, after) = after.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        keys.of_block(number, *length, block).verify_slice(mac).ok()?;
        if block.is_empty() {
            break;
        }
        sealed.extend_from_slice(block);
        rest = after;
    }
    Some(sealed)
}

/// What gzip packed; a small file may not become a huge one.
fn unpacked(packed: Zeroizing<Vec<u8>>, compressed: bool) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    if !compressed {
        return Ok(packed);
    }
    // The last bytes tell the length, so that the buffer need not grow and leave copies behind.
    let said = packed.last_chunk().map_or(0, |length| u32::from_le_bytes(*length) as usize);
    let mut open = Zeroizing::new(Vec::with_capacity(said.min(limits::UNPACKED_BYTES) + 1));
    let mut decoder = GzDecoder::new(packed.as_slice()).take(limits::UNPACKED_BYTES as u64 + 1);
    decoder.read_to_end(&mut open).map_err(|_| DAMAGED)?;
    if open.len() > limits::UNPACKED_BYTES { Err(ImportError::TooLarge) } else { Ok(open) }
}

/// The stream of version 4, and where the XML begins.
fn inner_header(bytes: &[u8]) -> Result<(InnerStream, usize), ImportError> {
    let (mut rest, mut number, mut key) = (bytes, None, None);
    loop {
        let (kind, after) = rest.split_first().ok_or(DAMAGED)?;
        let (length, after) = after.split_first_chunk().ok_or(DAMAGED)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| DAMAGED)?;
        let (value, after) = after.split_at_checked(length).ok_or(DAMAGED)?;
        rest = after;
        match *kind {
            inner::END => break,
            inner::STREAM => number = Some(u32::from_le_bytes(value.try_into().map_err(|_| DAMAGED)?)),
            inner::STREAM_KEY => key = Some(value),
            // Attached files.
            _ => {}
        }
    }
    let stream = InnerStream::new(number.ok_or(DAMAGED)?, key.ok_or(DAMAGED)?).ok_or(unsupported())?;
    Ok((stream, bytes.len() - rest.len()))
}
