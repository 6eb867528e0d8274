//! Rotating backups: whole earlier versions of the encrypted vault file.

use std::{collections::BTreeSet, fmt, fs, io, path::Path, str::FromStr};

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};

use super::Disk;

/// A backup that can be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its file name in the folder `backups`; the argument of `Vault::restore_backup`.
    pub name: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// When its content was saved.
    pub saved_at: Timestamp,
    /// How many accounts it contains.
    pub entries: usize,
}

/// `vault-YYYYMMDD-HHMMSSZ.age`, in UTC; the moment the backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct BackupName(civil::DateTime);

/// The name is not a backup's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ForeignName;

/// At most one backup is made in this time.
const INTERVAL: SignedDuration = SignedDuration::from_hours(1);
const NEWEST: usize = 5;
const DAYS: usize = 7;
const MONTHS: usize = 6;

impl BackupName {
    pub(crate) fn at(moment: Timestamp) -> Self {
        let exact = TimeZone::UTC.to_datetime(moment);
        Self(exact.with().subsec_nanosecond(0).build().unwrap_or(exact))
    }

    /// The moment in the name.
    pub(crate) fn moment(self) -> Option<Timestamp> {
        self.0.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    }

    fn distance(self, moment: Timestamp) -> SignedDuration {
        self.0.duration_since(TimeZone::UTC.to_datetime(moment)).abs()
    }
}

impl fmt::Display for BackupName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "vault-{}.age", stamp(self.0))
    }
}

impl FromStr for BackupName {
    type Err = ForeignName;

    /// Strict: it accepts only what [`fmt::Display`] writes, so that a foreign file is never pruned.
    fn from_str(name: &str) -> Result<Self, ForeignName> {
        let digits = |range: std::ops::Range<usize>| -> Result<i16, ForeignName> {
            let text = name.get(range).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
            text.and_then(|text| text.parse().ok()).ok_or(ForeignName)
        };
        let small = |range| digits(range).and_then(|number| i8::try_from(number).map_err(|_| ForeignName));
        let moment = civil::DateTime::new(
            digits(6..10)?,
            small(10..12)?,
            small(12..14)?,
            small(15..17)?,
            small(17..19)?,
            small(19..21)?,
            0,
        );
        let parsed = Self(moment.map_err(|_| ForeignName)?);
        if parsed.to_string() == name { Ok(parsed) } else { Err(ForeignName) }
    }
}

/// `YYYYMMDD-HHMMSSZ`, a moment in file names.
pub(crate) fn stamp(moment: civil::DateTime) -> String {
    let (date, time) = (moment.date(), moment.time());
    format!(
        "{:04}{:02}{:02}-{:02}{:02}{:02}Z",
        date.year(),
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// Our backups in a folder, newest first. Ignores other files.
pub(crate) fn backup_names(folder: &Path) -> io::Result<Vec<BackupName>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = BTreeSet::new();
    for entry in entries {
        names.extend(entry?.file_name().to_str().and_then(|name| name.parse::<BackupName>().ok()));
    }
    Ok(names.into_iter().rev().collect())
}

/// Copies the present vault file to the backups, and prunes old backups.
///
/// Unless `always`, it makes at most one per hour, even after the clock was wrong once.
pub(crate) fn keep_backup(
    disk: &Disk,
    vault: &Path,
    folder: &Path,
    now: Timestamp,
    always: bool,
    unique: &str,
) -> io::Result<()> {
    let names = backup_names(folder)?;
    if !always && names.iter().any(|name| name.distance(now) < INTERVAL) {
        return Ok(());
    }
    disk.make_folder(folder)?;
    // Two in one second are rare, but each may be the only one with its content: the later one takes the next second.
    let mut moment = now;
    while let Err(error) = disk.link_or_copy(vault, &folder.join(BackupName::at(moment).to_string()), unique) {
        if error.kind() != io::ErrorKind::AlreadyExists {
            return Err(error);
        }
        moment = moment.checked_add(SignedDuration::from_secs(1)).map_err(io::Error::other)?;
    }
    let mut names = backup_names(folder)?;
    let kept = worth_keeping(&names);
    names.retain(|name| !kept.contains(name));
    for name in names {
        // An extra backup does no harm; the next pruning tries again.
        let _ = disk.remove(&folder.join(name.to_string()));
    }
    Ok(())
}

/// The last five, the newest of each of the last seven days that have one, and the newest of each of the last six such
/// months.
fn worth_keeping(newest_first: &[BackupName]) -> BTreeSet<BackupName> {
    let newest_of = |count: usize, same: fn(&BackupName, &BackupName) -> bool| {
        let mut newest: Vec<BackupName> = Vec::new();
        for name in newest_first {
            if newest.len() < count && newest.last().is_none_or(|last| !same(last, name)) {
                newest.push(*name);
            }
        }
        newest
    };
    let by_day = newest_of(DAYS, |a, b| a.0.date() == b.0.date());
    let by_month = newest_of(MONTHS, |a, b| a.0.date().first_of_month() == b.0.date().first_of_month());
    newest_first.iter().take(NEWEST).copied().chain(by_day).chain(by_month).collect()
}

/// Renames a damaged vault file, before a restored one replaces it.
pub(crate) fn keep_damaged(disk: &Disk, vault: &Path, now: Timestamp, unique: &str) -> io::Result<()> {
    let mut moment = now;
    loop {
        let name = format!("vault.damaged-{}.age", stamp(TimeZone::UTC.to_datetime(moment)));
        match disk.link_or_copy(vault, &vault.with_file_name(name), unique) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                moment = moment.checked_add(SignedDuration::from_secs(1)).map_err(io::Error::other)?;
            }
            result => return result,
        }
    }
}
