//! The check of the sign-in log for administrators and auditors, a part at a time.

use proofup_api::{CheckLog, LogCheck, LogFault, LogFaultKind as Kind, LogPlace};

use crate::ServiceError;
use crate::audit::sign_in_log::{Fault, Place, verify_part};
use crate::context::Context;

/// Checks a part: from the oldest row, or behind the place where the part before ended.
pub(crate) async fn check(context: &Context, body: CheckLog) -> Result<LogCheck, ServiceError> {
    let report = verify_part(context, body.after.map(|LogPlace { number, hash }| (number, hash))).await?;
    Ok(LogCheck {
        checked: report.sealed,
        waiting: report.waiting,
        forgotten: report.forgotten,
        head: Some(report.head).filter(|head| head.0 > 0).map(place),
        next: report.next.map(place),
        fault: report.fault.map(fault),
    })
}

fn place((number, hash): Place) -> LogPlace {
    LogPlace { number, hash }
}

fn fault(fault: Fault) -> LogFault {
    let (kind, first, last, id) = match fault {
        // No head is expected here, so none is missed.
        Fault::Ends | Fault::NotExpected { .. } => (Kind::Ends, None, None, None),
        Fault::NoEnds => (Kind::NoEnds, None, None, None),
        Fault::Changed { number, id } => (Kind::Changed, number, None, Some(id)),
        Fault::Moved { number, id } => (Kind::Moved, Some(number), None, Some(id)),
        Fault::Missing { first, last, before } => (Kind::Missing, Some(first), Some(last), before),
        Fault::Behind { number, id } => (Kind::Behind, Some(number), None, Some(id)),
        Fault::Removals => (Kind::Removals, None, None, None),
    };
    LogFault { kind, first, last, id }
}
