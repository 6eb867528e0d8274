//! Checks the log from its anchor to its head, and finds the first row that is not as it was sealed.

use std::fmt;
use std::str::FromStr;

use proofup_api::ErrorCode;
use proofup_store::Connection;
use proofup_store::sign_in_chain::{self, Chain};
use proofup_store::sign_in_removals::{self, Removal};
use proofup_store::sign_ins::{self, StoredSignIn};

use super::fingerprint::{ends, link, removal_hash, signature};
use crate::ServiceError;
use crate::context::Context;

/// Rows that are read at a time.
const PAGE: i64 = 1_000;
/// Rows that one call over HTTP checks: some tenths of a second.
const PART: i64 = 20_000;

/// What `log verify` found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// Rows in the chain that were looked at, up to the fault if there is one.
    pub(crate) sealed: i64,
    /// Rows that were written and not sealed yet.
    pub(crate) waiting: i64,
    /// Rows that retention removed.
    pub(crate) forgotten: i64,
    /// When they went, the last time last.
    pub(crate) removals: Vec<Removal>,
    removals_hash: String,
    /// The place and the hash of the last sealed row: to be kept elsewhere, and compared later.
    pub(crate) head: (i64, String),
    /// The expected head is older than the anchor.
    pub(crate) cannot_compare: Option<i64>,
    /// Where the check goes on; none if it came to the end, or found a fault.
    pub(crate) next: Option<Place>,
    pub(crate) fault: Option<Fault>,
}

/// The number and the hash of a row.
pub(crate) type Place = (i64, String);

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The ends of the chain were not written by a node with these keys.
    Ends,
    /// Rows were sealed, and the record of the chain's ends is gone.
    NoEnds,
    /// A row is not what its node signed.
    Changed { number: Option<i64>, id: String },
    /// A row is what its node signed, but not at its place, or its count was changed.
    Moved { number: i64, id: String },
    /// The rows of these places are gone; `before` is the next row.
    Missing { first: i64, last: i64, before: Option<String> },
    /// A row comes after the end.
    Behind { number: i64, id: String },
    /// The record of removed rows was changed.
    Removals,
    /// The row of the head that was kept elsewhere is another one, or gone.
    NotExpected { number: i64 },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ends => f.write_str("the record of the chain's ends was changed, or written under other server keys"),
            Self::NoEnds => f.write_str("the record of the chain's ends was removed"),
            Self::Changed { number: Some(number), id } => {
                write!(f, "row {number} (id {id}) was changed, or was not written by this service")
            }
            Self::Changed { number: None, id } => {
                write!(f, "a row that is not sealed yet (id {id}) was changed, or was not written by this service")
            }
            Self::Moved { number, id } => {
                write!(f, "row {number} (id {id}) does not belong at this place, or its count was changed")
            }
            Self::Missing { first, last, before } => {
                if first == last {
                    write!(f, "row {first} is missing")?;
                } else {
                    write!(f, "rows {first} to {last} are missing")?;
                }
                match before {
                    Some(id) => write!(f, ", before the row with id {id}"),
                    None => f.write_str(", at the end"),
                }
            }
            Self::Behind { number, id } => {
                write!(f, "row {number} (id {id}) stands behind the end of the chain")
            }
            Self::Removals => f.write_str("the record of what retention removed was changed"),
            Self::NotExpected { number } => write!(f, "row {number} is not the one that --expect names"),
        }
    }
}

/// A head that was kept elsewhere: `NUMBER:HASH`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expected {
    number: i64,
    hash: String,
}

impl FromStr for Expected {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let read = || {
            let (number, hash) = text.split_once(':')?;
            let hash = hash.to_ascii_lowercase();
            let whole = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            Some(Self { number: number.parse().ok().filter(|number| *number > 0 && whole)?, hash })
        };
        read().ok_or_else(|| "a head looks like 1234:9f86d081…, as log verify prints it".to_owned())
    }
}

/// Checks the whole log while the service goes on.
pub(crate) async fn verify(context: &Context, expected: Option<&Expected>) -> Result<Report, ServiceError> {
    check(context, expected, None, i64::MAX).await
}

/// Checks a part of the log: as many rows as one call may take, behind the place where the part before ended.
pub(crate) async fn verify_part(context: &Context, after: Option<Place>) -> Result<Report, ServiceError> {
    check(context, None, after, PART).await
}

async fn check(
    context: &Context,
    expected: Option<&Expected>,
    after: Option<Place>,
    most: i64,
) -> Result<Report, ServiceError> {
    loop {
        let report = walk(context, expected, after.clone(), most).await?;
        if !matches!(report.fault, Some(Fault::Missing { .. } | Fault::Removals)) {
            return Ok(report);
        }
        // Retention may have moved the anchor while the rows were read.
        let chain = sign_in_chain::find(&mut context.store.read().await?).await?.unwrap_or_default();
        if chain.anchor_number == report.forgotten && chain.removals_hash == report.removals_hash {
            return Ok(report);
        }
    }
}

async fn walk(
    context: &Context,
    expected: Option<&Expected>,
    after: Option<Place>,
    most: i64,
) -> Result<Report, ServiceError> {
    let mut db = context.store.read().await?;
    // In this order, so that a row that is sealed in between never seems to stand behind the end.
    let last = sign_ins::last_sealed_number(&mut db).await?;
    let chain = sign_in_chain::find(&mut db).await?.unwrap_or_default();
    let mut report = Report {
        waiting: sign_ins::unsealed_count(&mut db).await?,
        forgotten: chain.anchor_number,
        removals: sign_in_removals::all(&mut db).await?,
        removals_hash: chain.removals_hash.clone(),
        head: (chain.head_number, chain.head_hash.clone()),
        cannot_compare: expected.map(|expected| expected.number).filter(|number| *number < chain.anchor_number),
        ..Report::default()
    };
    if chain == Chain::default() {
        report.fault = (last > 0).then_some(Fault::NoEnds);
    } else if ends(&context.keys, &chain)? != chain.mac {
        report.fault = Some(Fault::Ends);
    }
    if report.fault.is_none() && !are_whole(&report.removals, &chain) {
        report.fault = Some(Fault::Removals);
    }
    if report.fault.is_some() {
        return Ok(report);
    }
    let anchor = (chain.anchor_number, chain.anchor_hash.clone());
    report.fault = check_expected(expected, &chain, &anchor);
    // Retention may have removed the rows around the place since.
    let mut place = after.filter(|after| after.0 > anchor.0).unwrap_or(anchor);
    if place.0 > chain.head_number {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "after"));
    }
    while report.fault.is_none() && place.0 < chain.head_number {
        if report.sealed >= most {
            report.next = Some(place);
            return Ok(report);
        }
        let rows = sign_ins::sealed_after(&mut db, place.0, PAGE).await?;
        if rows.is_empty() {
            report.fault = Some(Fault::Missing { first: place.0 + 1, last: chain.head_number, before: None });
        }
        for row in rows {
            if place.0 == chain.head_number {
                break;
            }
            report.fault = check_sealed(context, &chain, &place, &row)?;
            if report.fault.is_some() {
                return Ok(report);
            }
            place = (place.0 + 1, row.seal_hash.unwrap_or_default());
            report.sealed += 1;
            if expected.is_some_and(|expected| expected.number == place.0 && expected.hash != place.1) {
                report.fault = Some(Fault::NotExpected { number: place.0 });
                return Ok(report);
            }
        }
    }
    if report.fault.is_none() && place.1 != chain.head_hash {
        report.fault = Some(Fault::Ends);
    }
    if report.fault.is_none() && last > chain.head_number {
        let behind = sign_ins::sealed_after(&mut db, chain.head_number, 1).await?.into_iter().next();
        let id = behind.map_or_else(String::new, |row| row.id);
        report.fault = Some(Fault::Behind { number: chain.head_number + 1, id });
    }
    if report.fault.is_none() {
        report.fault = check_waiting(context, &mut db).await?;
    }
    Ok(report)
}

/// Whether the removals are those that were written down, one after the other, up to the anchor.
fn are_whole(removals: &[Removal], chain: &Chain) -> bool {
    let mut hash = String::new();
    let mut before: Option<&Removal> = None;
    for (number, removal) in (1_i64..).zip(removals) {
        let follows = before.is_none_or(|before| before.last_row + 1 == removal.first_row);
        if removal.number != number || removal.before_hash != hash || !follows {
            return false;
        }
        hash = removal_hash(removal);
        before = Some(removal);
    }
    let up_to_the_anchor = before.is_none_or(|last| last.last_row == chain.anchor_number);
    removals.len() as i64 == chain.removals && hash == chain.removals_hash && up_to_the_anchor
}

/// The result for an expected head before any row is read.
fn check_expected(expected: Option<&Expected>, chain: &Chain, anchor: &(i64, String)) -> Option<Fault> {
    let expected = expected?;
    let gone = expected.number > chain.head_number;
    let other = expected.number == anchor.0 && expected.hash != anchor.1;
    (gone || other).then_some(Fault::NotExpected { number: expected.number })
}

fn check_sealed(
    context: &Context,
    chain: &Chain,
    before: &(i64, String),
    row: &StoredSignIn,
) -> Result<Option<Fault>, ServiceError> {
    let due = before.0 + 1;
    let number = row.seal_number.unwrap_or(due);
    if number > due {
        return Ok(Some(Fault::Missing { first: due, last: number - 1, before: Some(row.id.clone()) }));
    }
    let older_than_signatures = row.mac.is_none() && number <= chain.unsigned_rows;
    if !older_than_signatures && !is_signed(context, row)? {
        return Ok(Some(Fault::Changed { number: Some(number), id: row.id.clone() }));
    }
    if row.seal_hash.as_deref() != Some(&link(&before.1, due, row)) {
        return Ok(Some(Fault::Moved { number, id: row.id.clone() }));
    }
    Ok(None)
}

async fn check_waiting(context: &Context, db: &mut Connection) -> Result<Option<Fault>, ServiceError> {
    let mut after = String::new();
    let chained = sign_in_chain::find(&mut *db).await?.is_some();
    loop {
        let rows = sign_ins::unsealed_after(&mut *db, &after, PAGE).await?;
        let Some(last) = rows.last() else { return Ok(None) };
        after.clone_from(&last.id);
        for row in rows {
            if !is_signed(context, &row)? && (chained || row.mac.is_some()) {
                return Ok(Some(Fault::Changed { number: None, id: row.id }));
            }
        }
    }
}

fn is_signed(context: &Context, row: &StoredSignIn) -> Result<bool, ServiceError> {
    Ok(row.mac.as_deref() == Some(&signature(&context.keys, row)?))
}
