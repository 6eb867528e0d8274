//! Who may call what: one table of calls, roles, and scopes of programs. What is not in it is open to nobody.

use proofup_api::{MachineScope, Role};

use crate::methods::freshness::{MAX_AGE_SECONDS, READING_MAX_AGE_SECONDS};

/// A call under `/v1/admin`.
#[derive(Debug)]
pub struct AdminCall {
    /// `GET`
    pub method: &'static str,
    /// As routes have it; an action stands behind a colon: `/v1/admin/users/{upn}:unlock`.
    pub path: &'static str,
    /// Who may make it.
    pub roles: &'static [Role],
    /// How old the second step may be, in seconds.
    pub max_age_seconds: u32,
    /// The scope of a program that may make it; none for people alone.
    pub scope: Option<MachineScope>,
}

impl AdminCall {
    /// The same call, which a program with this scope may make too.
    const fn or(self, scope: MachineScope) -> Self {
        Self { scope: Some(scope), ..self }
    }
}

const EVERYBODY: &[Role] = &[Role::Administrator, Role::HelpDesk, Role::Auditor];
const HELPERS: &[Role] = &[Role::Administrator, Role::HelpDesk];
const READERS: &[Role] = &[Role::Administrator, Role::Auditor];
const ADMINISTRATORS: &[Role] = &[Role::Administrator];

const fn reads(path: &'static str, roles: &'static [Role]) -> AdminCall {
    AdminCall { method: "GET", path, roles, max_age_seconds: READING_MAX_AGE_SECONDS, scope: None }
}

/// A question that has a body.
const fn reads_by_post(path: &'static str, roles: &'static [Role]) -> AdminCall {
    AdminCall { method: "POST", path, roles, max_age_seconds: READING_MAX_AGE_SECONDS, scope: None }
}

const fn changes(method: &'static str, path: &'static str, roles: &'static [Role]) -> AdminCall {
    AdminCall { method, path, roles, max_age_seconds: MAX_AGE_SECONDS, scope: None }
}

/// Every call.
pub const ADMIN_CALLS: &[AdminCall] = &[
    reads("/v1/admin/overview", READERS).or(MachineScope::ReportsRead),
    reads("/v1/admin/users", HELPERS).or(MachineScope::UsersRead),
    changes("POST", "/v1/admin/users", ADMINISTRATORS).or(MachineScope::UsersWrite),
    // The help desk acts on one person at a time.
    changes("POST", "/v1/admin/users:bulk", ADMINISTRATORS).or(MachineScope::UsersWrite),
    reads("/v1/admin/users/{upn}", HELPERS).or(MachineScope::UsersRead),
    changes("PATCH", "/v1/admin/users/{upn}", ADMINISTRATORS).or(MachineScope::UsersWrite),
    changes("PUT", "/v1/admin/users/{upn}/roles", ADMINISTRATORS),
    changes("POST", "/v1/admin/users/{upn}:unlock", HELPERS),
    changes("POST", "/v1/admin/users/{upn}:oneTimeBypass", HELPERS),
    changes("DELETE", "/v1/admin/users/{upn}/oneTimeBypass", HELPERS),
    changes("POST", "/v1/admin/users/{upn}:requireReregistration", HELPERS),
    changes("POST", "/v1/admin/users/{upn}:deleteAppPasswords", HELPERS).or(MachineScope::UsersWrite),
    changes("POST", "/v1/admin/users/{upn}/callerVerifications", HELPERS),
    reads("/v1/admin/users/{upn}/callerVerifications/{id}", HELPERS),
    changes("POST", "/v1/admin/users/{upn}/callerVerifications/{id}:confirm", HELPERS),
    changes("POST", "/v1/admin/users/{upn}:restoreMfa", ADMINISTRATORS).or(MachineScope::UsersWrite),
    changes("POST", "/v1/admin/users/{upn}:revokeSessions", ADMINISTRATORS).or(MachineScope::UsersWrite),
    changes("POST", "/v1/admin/users/{upn}:block", ADMINISTRATORS).or(MachineScope::UsersWrite),
    changes("POST", "/v1/admin/users/{upn}:unblock", ADMINISTRATORS),
    reads("/v1/admin/settings", ADMINISTRATORS),
    reads("/v1/admin/settings/details", ADMINISTRATORS),
    reads_by_post("/v1/admin/settings:preview", ADMINISTRATORS),
    changes("PATCH", "/v1/admin/settings", ADMINISTRATORS),
    reads("/v1/admin/actions", EVERYBODY).or(MachineScope::ActionsRead),
    reads("/v1/admin/signIns", READERS).or(MachineScope::SignInsRead),
    reads_by_post("/v1/admin/signIns:verify", READERS).or(MachineScope::SignInsRead),
    reads("/v1/admin/blocks", READERS).or(MachineScope::SignInsRead),
    reads("/v1/admin/oneTimeBypasses", READERS).or(MachineScope::SignInsRead),
    reads("/v1/admin/reports/usage", READERS).or(MachineScope::ReportsRead),
    reads("/v1/admin/hardwareOathDevices", ADMINISTRATORS).or(MachineScope::HardwareOathDevicesRead),
    changes("POST", "/v1/admin/hardwareOathDevices:import", ADMINISTRATORS),
    changes("POST", "/v1/admin/hardwareOathDevices/{id}:assign", ADMINISTRATORS),
    changes("POST", "/v1/admin/hardwareOathDevices/{id}:unassign", ADMINISTRATORS),
    changes("POST", "/v1/admin/hardwareOathDevices/{id}:activate", ADMINISTRATORS),
    changes("POST", "/v1/admin/hardwareOathDevices/{id}:resynchronize", ADMINISTRATORS),
    changes("DELETE", "/v1/admin/hardwareOathDevices/{id}", ADMINISTRATORS),
    // No program makes a token for another one.
    reads("/v1/admin/accessTokens", ADMINISTRATORS),
    changes("POST", "/v1/admin/accessTokens", ADMINISTRATORS),
    changes("DELETE", "/v1/admin/accessTokens/{id}", ADMINISTRATORS),
];

/// The call of a request: `path` is that of its route, `action` what stands behind the colon of its last part.
pub(crate) fn call_of(method: &str, path: &str, action: Option<&str>) -> Option<&'static AdminCall> {
    ADMIN_CALLS.iter().find(|call| {
        let rest = call.path.strip_prefix(path);
        let asked = match action {
            Some(action) => rest.and_then(|rest| rest.strip_prefix(':')) == Some(action),
            None => rest == Some(""),
        };
        call.method == method && asked
    })
}

/// Whether somebody with these roles may make a call.
pub(crate) fn permits(roles: &[Role], call: &AdminCall) -> bool {
    roles.iter().any(|role| call.roles.contains(role))
}

/// Whether a program with these scopes may make a call.
pub(crate) fn permits_machine(scopes: &[MachineScope], call: &AdminCall) -> bool {
    call.scope.is_some_and(|scope| scopes.contains(&scope))
}

#[cfg(test)]
mod tests {
    use proofup_api::Role;

    use super::{call_of, permits};

    #[test]
    fn an_action_is_a_call_of_its_own() {
        let unlock = call_of("POST", "/v1/admin/users/{upn}", Some("unlock")).unwrap();
        let block = call_of("POST", "/v1/admin/users/{upn}", Some("block")).unwrap();
        assert!(permits(&[Role::HelpDesk], unlock));
        assert!(!permits(&[Role::HelpDesk], block));
        assert!(permits(&[Role::HelpDesk, Role::Administrator], block));
    }

    #[test]
    fn a_call_that_is_not_in_the_table_is_refused() {
        assert!(call_of("POST", "/v1/admin/users/{upn}", Some("promote")).is_none());
        assert!(call_of("POST", "/v1/admin/users/{upn}", None).is_none());
        assert!(call_of("DELETE", "/v1/admin/users", None).is_none());
        assert!(call_of("GET", "/v1/admin/users/{up", None).is_none());
    }
}
