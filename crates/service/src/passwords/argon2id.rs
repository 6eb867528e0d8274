//! Argon2id in memory that goes back to the system after each hash.
//!
//! The library's own buffer of 19 MiB would stay with the process: after the first one is freed, glibc keeps blocks of up
//! to 32 MiB for later, one set a thread. A buffer above that bound is mapped for itself and unmapped when it is dropped; the
//! part of it that no hash touches costs addresses, not memory.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{CustomizedPasswordHasher, Error, Result, Version as VersionNumber};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use super::PasswordCost;

/// The largest block that glibc may keep (`M_MMAP_THRESHOLD` of mallopt(3)), in Argon2's blocks, and one more.
const ABOVE_WHAT_IS_KEPT: usize = 32 * 1024 * 1024 / Block::SIZE + 1;

/// The hash function of people's passwords. Verifying one uses the cost that it was stored with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Argon2id;

impl Argon2id {
    /// Hashes a new password.
    pub(super) fn hash(self, password: &[u8], salt: &[u8], cost: PasswordCost) -> Result<PasswordHash> {
        self.hash_password_with_params(password, salt, cost.params()?)
    }
}

impl CustomizedPasswordHasher<PasswordHash> for Argon2id {
    type Params = Params;

    fn hash_password_customized(
        &self,
        password: &[u8],
        salt: &[u8],
        algorithm: Option<&str>,
        version: Option<VersionNumber>,
        params: Params,
    ) -> Result<PasswordHash> {
        let algorithm = algorithm.map(Algorithm::try_from).transpose()?.unwrap_or(Algorithm::Argon2id);
        let version = version.map(Version::try_from).transpose()?.unwrap_or(Version::V0x13);
        let salt = Salt::new(salt)?;
        let mut output = [0; Output::MAX_LENGTH];
        let output =
            output.get_mut(..params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN)).ok_or(Error::OutputSize)?;
        let mut memory = Vec::with_capacity(params.block_count().max(ABOVE_WHAT_IS_KEPT));
        memory.resize(params.block_count(), Block::default());
        let params_text = ParamsString::try_from(&params)?;
        Argon2::new(algorithm, version, params).hash_password_into_with_memory(password, &salt, output, &mut memory)?;
        Ok(PasswordHash {
            algorithm: algorithm.ident(),
            version: Some(version.into()),
            params: params_text,
            salt: Some(salt),
            hash: Some(Output::new(output)?),
        })
    }
}
