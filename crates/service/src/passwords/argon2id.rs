//! Argon2id in memory of ours.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{CustomizedPasswordHasher, Error, Result, Version as VersionNumber};
use argon2::{Algorithm, Argon2, Params, Version};

use super::PasswordCost;
use super::memory::HashMemory;

/// The hash function of people's passwords. Verifying one uses the cost that it was stored with.
#[derive(Debug, Clone, Default)]
pub(super) struct Argon2id {
    memory: HashMemory,
}

impl Argon2id {
    /// Hashes a new password.
    pub(super) fn hash(&self, password: &[u8], salt: &[u8], cost: PasswordCost) -> Result<PasswordHash> {
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
        let params_text = ParamsString::try_from(&params)?;
        let mut memory = self.memory.take(params.block_count());
        let argon2 = Argon2::new(algorithm, version, params);
        let hashed = argon2.hash_password_into_with_memory(password, &salt, output, &mut memory);
        self.memory.give_back(memory);
        hashed?;
        Ok(PasswordHash {
            algorithm: algorithm.ident(),
            version: Some(version.into()),
            params: params_text,
            salt: Some(salt),
            hash: Some(Output::new(output)?),
        })
    }
}
