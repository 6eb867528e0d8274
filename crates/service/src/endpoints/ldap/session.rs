//! The operations of one connection, one after the other, and the identity that is bound to it.

use std::net::IpAddr;

use proofup_api::SecretText;
use proofup_ldap::Base;
use proofup_ldap::control::LdapControl;
use proofup_ldap::directory::{self, START_TLS};
use proofup_ldap::proto::{
    LdapBindCred, LdapBindRequest, LdapBindResponse, LdapExtendedRequest, LdapExtendedResponse, LdapMsg, LdapOp,
    LdapResult, LdapResultCode, LdapSearchRequest, OID_WHOAMI,
};
use subtle::ConstantTimeEq as _;

use crate::app_passwords::check::{Login, Verdict, check};
use crate::context::{Caller, Context};
use crate::endpoints::front_ends::FrontEnd;
use crate::telephony::Language;

/// The protocol that app passwords must allow, where the front end has no other one.
const PROTOCOL: &str = "ldap";

/// The identity that is bound to the connection.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Identity {
    Anonymous,
    /// The front end itself, by its secret.
    Service,
    /// A person, by their name here and their distinguished name.
    Person {
        name: String,
        dn: String,
    },
}

/// What the connection does after an operation.
pub(super) enum Next {
    Answers(Vec<LdapMsg>),
    /// After this answer the connection continues under TLS.
    StartTls(LdapMsg),
    Close,
}

/// A connection of a front end.
pub(super) struct Session<'a> {
    context: &'a Context,
    front_end: &'a FrontEnd,
    base: &'a Base,
    peer: IpAddr,
    /// The service has a certificate.
    has_tls: bool,
    is_encrypted: bool,
    identity: Identity,
}

impl<'a> Session<'a> {
    pub(super) fn new(
        context: &'a Context,
        front_end: &'a FrontEnd,
        base: &'a Base,
        peer: IpAddr,
        has_tls: bool,
    ) -> Self {
        Self { context, front_end, base, peer, has_tls, is_encrypted: false, identity: Identity::Anonymous }
    }

    /// TLS has begun. It ends the bind, because operations before it may have been changed on the way.
    pub(super) fn now_encrypted(&mut self) {
        self.is_encrypted = true;
        self.identity = Identity::Anonymous;
    }

    /// A bind that could not be decoded failed.
    pub(super) fn refused(&mut self, answer: LdapMsg) -> Next {
        self.identity = Identity::Anonymous;
        Next::Answers(vec![answer])
    }

    /// Does one operation.
    pub(super) async fn take(&mut self, message: LdapMsg) -> Next {
        let id = message.msgid;
        let answer = |op| Next::Answers(vec![LdapMsg::new(id, op)]);
        if let Some(refusal) = refused_control(&message) {
            return answer(refusal);
        }
        match message.op {
            LdapOp::BindRequest(request) => answer(LdapOp::BindResponse(self.bind(request).await)),
            LdapOp::UnbindRequest => Next::Close,
            LdapOp::SearchRequest(request) => Next::Answers(self.search(id, &request)),
            LdapOp::ExtendedRequest(request) => self.extended(id, &request),
            // An operation ends before the next one is read, so nothing can be abandoned.
            LdapOp::AbandonRequest(_) => Next::Answers(Vec::new()),
            LdapOp::CompareRequest(_) => answer(LdapOp::CompareResult(unwilling())),
            LdapOp::ModifyRequest(_) => answer(LdapOp::ModifyResponse(unwilling())),
            LdapOp::AddRequest(_) => answer(LdapOp::AddResponse(unwilling())),
            LdapOp::DelRequest(_) => answer(LdapOp::DelResponse(unwilling())),
            LdapOp::ModifyDNRequest(_) => answer(LdapOp::ModifyDNResponse(unwilling())),
            // A front end sends no answers.
            _ => Next::Close,
        }
    }

    async fn bind(&mut self, request: LdapBindRequest) -> LdapBindResponse {
        // A failed bind leaves the connection anonymous (RFC 4511, section 4.2.1).
        self.identity = Identity::Anonymous;
        let res = self.bind_result(request).await;
        LdapBindResponse { res, saslcreds: None }
    }

    async fn bind_result(&mut self, request: LdapBindRequest) -> LdapResult {
        if request.version != 3 {
            return result(LdapResultCode::ProtocolError, "LDAP version 3 only");
        }
        let LdapBindCred::Simple(password) = request.cred else {
            return result(LdapResultCode::AuthMethodNotSupported, "simple bind only");
        };
        let password = SecretText::new(password);
        if request.dn.is_empty() && password.expose().is_empty() {
            return result(LdapResultCode::Success, "");
        }
        // A bind with a name and no password is anonymous, but front ends take its success for a right password
        // (RFC 4513, section 5.1.2).
        if password.expose().is_empty() {
            return result(LdapResultCode::UnwillingToPerform, "a password is needed");
        }
        if !is_private(self.is_encrypted, self.peer) {
            return result(LdapResultCode::ConfidentialityRequired, "StartTLS comes before a password");
        }
        if self.is_service(&request.dn, &password) {
            self.identity = Identity::Service;
            return result(LdapResultCode::Success, "");
        }
        let Some(name) = self.name_of(&request.dn) else {
            tracing::warn!(front_end = self.front_end.name, "the name of an LDAP bind is not below base");
            return result(LdapResultCode::InvalidCredentials, "");
        };
        self.bind_person(name, &password).await
    }

    /// Whether the front end itself binds: any name below the base, with its secret.
    fn is_service(&self, dn: &str, password: &SecretText) -> bool {
        let Some(secret) = &self.front_end.secret else { return false };
        let right: bool = secret.expose().as_bytes().ct_eq(password.expose().as_bytes()).into();
        right && self.base.person(dn).is_some()
    }

    /// `uid=ann,ou=people,BASE`, `ann@contoso.example` or `CONTOSO\ann`.
    fn name_of(&self, dn: &str) -> Option<String> {
        let named = self.base.person(dn);
        named.or_else(|| (!dn.contains('=') && (dn.contains('@') || dn.contains('\\'))).then(|| dn.to_owned()))
    }

    async fn bind_person(&mut self, name: String, password: &SecretText) -> LdapResult {
        let caller = Caller {
            address: self.front_end.address_of_client(None, self.peer),
            correlation_id: self.context.random.correlation_id(),
            language: Language::default(),
        };
        let whole = self.front_end.name_of(&name).into_owned();
        let login = Login {
            user_name: &whole,
            secret: password,
            protocol: self.front_end.protocol.as_deref().unwrap_or(PROTOCOL),
            device: None,
            front_end: &self.front_end.name,
            address_is_told: false,
            second_step: None,
        };
        match check(self.context, &caller, login).await {
            Ok(Verdict::Allowed(_)) => {
                let dn = self.base.dn_of(&name);
                self.identity = Identity::Person { name, dn };
                result(LdapResultCode::Success, "")
            }
            Ok(Verdict::Refused | Verdict::OwesSecondStep(_)) => result(LdapResultCode::InvalidCredentials, ""),
            Ok(Verdict::Blocked) => result(LdapResultCode::InvalidCredentials, "the account is blocked"),
            // Clients ask again at once after 52 and after a closed connection, and wait after 51.
            Ok(Verdict::Throttled(wait)) => {
                let text = format!("too many attempts, again in {} s", wait.seconds);
                result(LdapResultCode::Busy, &text)
            }
            Err(error) => {
                tracing::error!(%error, front_end = self.front_end.name, "an LDAP bind could not be checked");
                result(LdapResultCode::Busy, "try again later")
            }
        }
    }

    fn search(&self, id: i32, request: &LdapSearchRequest) -> Vec<LdapMsg> {
        let mut answers = Vec::new();
        if directory::is_for_root(request) {
            let root = directory::root(self.base, self.has_tls && !self.is_encrypted, request);
            answers.push(LdapMsg::new(id, LdapOp::SearchResultEntry(root)));
        } else if let Some(name) = directory::name_in(self.base, request).filter(|name| self.may_find(name)) {
            let whole = self.front_end.name_of(&name);
            let entry = directory::entry(self.base, &name, &whole, request);
            answers.push(LdapMsg::new(id, LdapOp::SearchResultEntry(entry)));
        }
        answers.push(LdapMsg::new(id, LdapOp::SearchResultDone(result(LdapResultCode::Success, ""))));
        answers
    }

    /// A front end with a secret must bind with it before it searches. A person finds only their own entry.
    fn may_find(&self, name: &str) -> bool {
        match &self.identity {
            Identity::Service => true,
            Identity::Anonymous => self.front_end.secret.is_none(),
            Identity::Person { name: own, .. } => own.eq_ignore_ascii_case(name),
        }
    }

    fn extended(&self, id: i32, request: &LdapExtendedRequest) -> Next {
        let answer = |code, text: &str, name: Option<&str>, value: Option<Vec<u8>>| {
            let response = LdapExtendedResponse { res: result(code, text), name: name.map(str::to_owned), value };
            LdapMsg::new(id, LdapOp::ExtendedResponse(response))
        };
        match request.name.as_str() {
            START_TLS if self.is_encrypted => Next::Answers(vec![answer(
                LdapResultCode::OperationsError,
                "TLS has begun already",
                Some(START_TLS),
                None,
            )]),
            START_TLS if !self.has_tls => Next::Answers(vec![answer(
                LdapResultCode::ProtocolError,
                "there is no certificate",
                Some(START_TLS),
                None,
            )]),
            START_TLS => Next::StartTls(answer(LdapResultCode::Success, "", Some(START_TLS), None)),
            OID_WHOAMI => {
                let who = match &self.identity {
                    Identity::Anonymous => String::new(),
                    Identity::Service => "u:service".to_owned(),
                    Identity::Person { dn, .. } => format!("dn:{dn}"),
                };
                Next::Answers(vec![answer(LdapResultCode::Success, "", None, Some(who.into_bytes()))])
            }
            _ => Next::Answers(vec![answer(LdapResultCode::ProtocolError, "not supported", None, None)]),
        }
    }
}

/// Refuses an operation with a critical control that is not known (RFC 4511, section 4.1.11).
fn refused_control(message: &LdapMsg) -> Option<LdapOp> {
    let is_critical = |control: &LdapControl| matches!(control, LdapControl::Unknown { criticality: true, .. });
    if !message.ctrl.iter().any(is_critical) {
        return None;
    }
    let refused = result(LdapResultCode::UnavailableCriticalExtension, "a critical control is not known");
    match &message.op {
        LdapOp::BindRequest(_) => Some(LdapOp::BindResponse(LdapBindResponse { res: refused, saslcreds: None })),
        LdapOp::SearchRequest(_) => Some(LdapOp::SearchResultDone(refused)),
        LdapOp::CompareRequest(_) => Some(LdapOp::CompareResult(refused)),
        LdapOp::ExtendedRequest(_) => {
            Some(LdapOp::ExtendedResponse(LdapExtendedResponse { res: refused, name: None, value: None }))
        }
        _ => None,
    }
}

fn unwilling() -> LdapResult {
    result(LdapResultCode::UnwillingToPerform, "nothing can be changed or compared here")
}

fn result(code: LdapResultCode, message: &str) -> LdapResult {
    LdapResult { code, matcheddn: String::new(), message: message.to_owned(), referral: Vec::new() }
}

/// Whether a password cannot be read on the way: under TLS, or on this computer.
fn is_private(is_encrypted: bool, peer: IpAddr) -> bool {
    is_encrypted || peer.to_canonical().is_loopback()
}

#[cfg(test)]
mod tests {
    use super::is_private;

    #[test]
    fn beyond_this_computer_a_password_needs_tls() {
        for (peer, private) in [
            ("127.0.0.1", true),
            ("::1", true),
            ("::ffff:127.0.0.1", true),
            ("192.0.2.5", false),
            ("2001:db8::1", false),
        ] {
            let peer = peer.parse().unwrap();
            assert_eq!(is_private(false, peer), private, "{peer}");
            assert!(is_private(true, peer));
        }
    }
}
