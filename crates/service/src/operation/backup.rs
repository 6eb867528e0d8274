//! A backup is two files: a copy of the database, and beside it a description that a restore is checked against. The server keys
//! are in neither: who finds a backup alone learns no app password and no seed.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use proofup_api::AdminAction;
use proofup_store::{Database, backup, machine_tokens, trusted_devices, used_steps, users};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::audit::admin_actions::Actor;
use crate::audit::sign_in_log::{seal_all, verify};
use crate::context::Context;
use crate::methods::oath::PERIOD;
use crate::runtime::clock::timestamp;
use crate::session;
use crate::{ServiceConfig, ServiceError};

/// What a backup holds, in words that need no database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Manifest {
    /// The version of `proofup-service` that made it.
    pub(crate) made_by: String,
    pub(crate) made_at: String,
    /// `sqlite` or `postgres`: it goes back into a database of the same kind.
    pub(crate) kind: String,
    /// The number of the newest migration.
    pub(crate) schema_version: i64,
    /// The fingerprints of the server keys that belong to it.
    pub(crate) server_keys: Vec<(String, String)>,
    pub(crate) people: usize,
    /// The head of the sign-in log, as `log verify` prints it.
    pub(crate) log_head: String,
    /// Size and SHA-256 of the copy. Descriptions of earlier versions have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) copy: Option<Digest>,
}

/// By which a copy is recognised as whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Digest {
    pub(crate) bytes: u64,
    /// In hex.
    pub(crate) sha256: String,
}

impl Digest {
    async fn of(file: &Path) -> Result<Self, ServiceError> {
        let path = file.to_owned();
        let read = move || {
            let mut hash = Sha256::new();
            let mut file = std::fs::File::open(path)?;
            let mut buffer = vec![0; 64 * 1024];
            let mut bytes = 0;
            loop {
                match file.read(&mut buffer)? {
                    0 => return Ok(Self { bytes, sha256: HEXLOWER.encode(&hash.finalize()) }),
                    count => {
                        hash.update(&buffer[..count]);
                        bytes += count as u64;
                    }
                }
            }
        };
        let digest = tokio::task::spawn_blocking(read).await.unwrap_or_else(|error| Err(std::io::Error::other(error)));
        digest.map_err(|source| ServiceError::Io { what: format!("read {}", file.display()), source })
    }
}

/// A backup that was made.
pub(crate) struct Made {
    pub(crate) file: PathBuf,
    pub(crate) manifest: Manifest,
}

/// Makes a backup in a folder while the service goes on. The log is sealed and found whole first.
pub(crate) async fn make(context: &Context, database: &Database, folder: &Path) -> Result<Made, ServiceError> {
    seal_all(context).await?;
    let report = verify(context, None).await?;
    if let Some(fault) = report.fault {
        return Err(ServiceError::LogBroken(fault.to_string()));
    }
    make_private(folder)?;
    let now = context.now();
    let time = timestamp(now).to_string().replace([':', '-'], "");
    let time = time.split('.').next().unwrap_or_default().trim_end_matches('Z').to_owned();
    let file = folder.join(format!("proofup-{time}Z.{}", ending(database)));
    let people = users::all(&mut context.store.read().await?).await?.len();
    let mut manifest = Manifest {
        made_by: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: timestamp(now).to_string(),
        kind: kind(database).to_owned(),
        schema_version: context.store.schema_version().await?,
        server_keys: fingerprints(context)?,
        people,
        log_head: format!("{}:{}", report.head.0, report.head.1),
        copy: None,
    };
    backup::copy(database, &file).await?;
    manifest.copy = Some(Digest::of(&file).await?);
    // The description comes last: a copy without one was not finished.
    let description = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    backup::write_beside(&manifest_of(&file), &description)?;
    Ok(Made { file, manifest })
}

/// Reads the description of a backup.
pub(crate) fn read_manifest(file: &Path) -> Result<Manifest, ServiceError> {
    let path = manifest_of(file);
    let text = std::fs::read(&path);
    let text = text.map_err(|source| ServiceError::Io { what: format!("read {}", path.display()), source })?;
    serde_json::from_slice(&text)
        .map_err(|error| ServiceError::Command(format!("{} is no description of a backup: {error}", path.display())))
}

/// Refuses a backup that does not belong to this database and these keys, before anything is written.
pub(crate) fn check_fits(
    manifest: &Manifest,
    database: &Database,
    keys: &[(String, String)],
) -> Result<(), ServiceError> {
    if manifest.kind != kind(database) {
        let (of, into) = (&manifest.kind, kind(database));
        return Err(ServiceError::Command(format!("the backup is one of {of}, and the database is {into}")));
    }
    let differing: Vec<_> = keys.iter().filter(|key| !manifest.server_keys.contains(key)).collect();
    if !differing.is_empty() {
        let names: Vec<_> = differing.iter().map(|(name, _)| name.as_str()).collect();
        return Err(ServiceError::OtherKeys(names.join(" and ")));
    }
    Ok(())
}

/// Refuses a copy that is not whole.
pub(crate) async fn check_whole(manifest: &Manifest, database: &Database, file: &Path) -> Result<(), ServiceError> {
    let damaged = |why: String| ServiceError::BackupDamaged { file: file.display().to_string(), why };
    if let Some(expected) = &manifest.copy {
        let found = Digest::of(file).await?;
        if found.bytes != expected.bytes {
            return Err(damaged(format!("it has {} bytes instead of {}", found.bytes, expected.bytes)));
        }
        if found.sha256 != expected.sha256 {
            return Err(damaged("it was changed since it was made".to_owned()));
        }
    }
    backup::check(database, file).await.map_err(|error| damaged(error.to_string()))
}

/// Puts a copy back into its empty place. Until sessions, remembered devices and used codes of the time before have ended in
/// it, no node and no command finds it. What fails is removed, and what was interrupted is begun anew by the next call.
pub(crate) async fn restore(
    service: ServiceConfig,
    file: &Path,
    actor: impl FnOnce(&Context) -> Actor,
) -> Result<usize, ServiceError> {
    let database = service.database.clone();
    let work = backup::put_back(&database, file).await?;
    let restored = async {
        let context = ServiceConfig { database: work, ..service }.context().await?;
        let people = end_the_past(&context, &database, &actor(&context), file).await;
        context.store.close().await;
        // Its connections keep the file open until they are dropped.
        drop(context);
        let people = people?;
        backup::complete(&database).await?;
        Ok::<_, ServiceError>(people)
    };
    let restored = restored.await;
    if restored.is_err() {
        backup::give_up(&database).await?;
    }
    restored
}

/// Ends what came alive again with the old rows: sessions, remembered devices and codes that were used since.
async fn end_the_past(
    context: &Context,
    database: &Database,
    actor: &Actor,
    file: &Path,
) -> Result<usize, ServiceError> {
    let people = users::all(&mut context.store.read().await?).await?;
    let mut transaction = context.store.begin().await?;
    for user in &people {
        users::note_change(&mut transaction, &user.id).await?;
        session::end_all(context, &mut transaction, &user.id, None, None).await?;
        trusted_devices::delete_all(&mut transaction, &user.id).await?;
    }
    // One that was revoked since would work again.
    machine_tokens::delete_all(&mut transaction).await?;
    used_steps::use_up_until(&mut transaction, context.now() / 1000, i64::try_from(PERIOD).unwrap_or(30)).await?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let detail = Some(format!("restored from {name}"));
    actor.record(context, &mut transaction, AdminAction::SessionsRevoked, None, detail, None).await?;
    backup::unmark(database, &mut transaction).await?;
    transaction.commit().await?;
    Ok(people.len())
}

/// The fingerprints of the keys in use.
pub(crate) fn fingerprints(context: &Context) -> Result<Vec<(String, String)>, ServiceError> {
    Ok(context.keys.fingerprints()?.into_iter().map(|(name, of)| (name.to_owned(), of)).collect())
}

fn kind(database: &Database) -> &'static str {
    match database {
        Database::Sqlite(_) => "sqlite",
        Database::Postgres(_) => "postgres",
    }
}

fn ending(database: &Database) -> &'static str {
    match database {
        Database::Sqlite(_) => "db",
        Database::Postgres(_) => "dump",
    }
}

fn manifest_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".json");
    name.into()
}

/// Makes the folder for its owner alone; one that is there stays as it is.
fn make_private(folder: &Path) -> Result<(), ServiceError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| ServiceError::Io { what: format!("make {}", folder.display()), source })
}
