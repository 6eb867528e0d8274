//! One request: what it asks, and the packet that says what came of it.

use std::net::IpAddr;

use proofup_api::SecretText;
use proofup_radius::{Code, MsChap2, Packet, Reply, attribute};

use super::prompts;
use super::readings::readings;
use crate::ServiceError;
use crate::app_passwords::check::{Login, SecondStepHere, Verdict, check_ms_chap};
use crate::context::{Caller, Context};
use crate::endpoints::front_ends::FrontEnd;
use crate::endpoints::http::address_in;
use crate::sign_in::Via;
use crate::sign_in::front_end::{Answer, Question, Refusal, Typed, begin, go_on, refuse_proof};

/// What app passwords must allow.
const PROTOCOL: &str = "radius";

/// A request that is genuine as far as its front end says.
pub(super) struct Exchange<'a> {
    pub(super) context: &'a Context,
    pub(super) front_end: &'a FrontEnd,
    pub(super) packet: Packet<'a>,
    pub(super) peer: IpAddr,
    pub(super) secret: &'a [u8],
}

impl Exchange<'_> {
    /// The answer. `None`: there is none to give here.
    pub(super) async fn reply(&self) -> Result<Option<Reply>, ServiceError> {
        let station = self.packet.first(attribute::CALLING_STATION_ID).map(proofup_text::from_old_client);
        let told =
            station.as_ref().filter(|_| self.front_end.client_address.is_some()).and_then(|text| address_in(text));
        let caller = Caller {
            address: self.front_end.address_of_client(told, self.peer.to_canonical()),
            correlation_id: self.context.random.correlation_id(),
            language: self.front_end.radius.language,
        };
        let device = station.as_ref().filter(|_| told.is_none()).map(|text| text.as_str());
        if self.front_end.radius.takes_ms_chap
            && let Some(proof) = MsChap2::in_request(&self.packet)
        {
            return self.to_ms_chap(&caller, device, told.is_some(), &proof).await.map(Some);
        }
        let answer = self.answer(&caller, device, told.is_some()).await?;
        Ok(match answer {
            Answer::ComeIn(upn) => Some(self.come_in(&upn, &caller)),
            Answer::Refused(refusal) => Some(self.refuse(refusal)),
            Answer::Asks(question) => Some(self.ask(&question)),
            Answer::Elsewhere => None,
        })
    }

    /// The answer to a proof of MS-CHAPv2.
    async fn to_ms_chap(
        &self,
        caller: &Caller,
        device: Option<&str>,
        address_is_told: bool,
        proof: &MsChap2,
    ) -> Result<Reply, ServiceError> {
        let name = self.user_name();
        let none = SecretText::new("");
        let login = self.login(&name, &none, device, address_is_told);
        Ok(match check_ms_chap(self.context, caller, login, proof).await? {
            (Verdict::Allowed(upn), Some(proven)) => {
                let salt = u16::from_be_bytes(*self.context.random.bytes::<2>()?);
                proven.put_into(self.come_in(&upn, caller), &self.packet, self.secret, salt)
            }
            (Verdict::Blocked, _) => self.refuse(Refusal::Blocked),
            _ => self.refuse(Refusal::Wrong),
        })
    }

    fn protocol(&self) -> &str {
        self.front_end.protocol.as_deref().unwrap_or(PROTOCOL)
    }

    /// The name, with the domain that this front end adds.
    fn user_name(&self) -> String {
        let sent = self.packet.first(attribute::USER_NAME).map(proofup_text::from_old_client).unwrap_or_default();
        self.front_end.name_of(&sent).into_owned()
    }

    fn login<'a>(
        &'a self,
        user_name: &'a str,
        secret: &'a SecretText,
        device: Option<&'a str>,
        address_is_told: bool,
    ) -> Login<'a> {
        let (protocol, front_end) = (self.protocol(), self.front_end.name.as_str());
        Login { user_name, secret, protocol, device, front_end, address_is_told, second_step: None }
    }

    async fn answer(
        &self,
        caller: &Caller,
        device: Option<&str>,
        address_is_told: bool,
    ) -> Result<Answer, ServiceError> {
        let via = Via { front_end: &self.front_end.name, protocol: self.protocol(), device };
        let name = self.user_name();
        if self.proves_otherwise() {
            return refuse_proof(self.context, caller, via, &name).await;
        }
        // Nothing that anybody has holds NUL.
        let Some(secret) = self.packet.password(self.secret).ok().filter(|bytes| !bytes.contains(&0)) else {
            return Ok(Answer::Refused(Refusal::Wrong));
        };
        let secret = SecretText::new(proofup_text::from_old_client(&secret).as_str());
        if let Some(state) = self.packet.first(attribute::STATE) {
            let Some((token, number)) = parsed(state) else { return Ok(Answer::Refused(Refusal::Wrong)) };
            let patience = self.front_end.radius.patience;
            let typed = Typed { user_name: &name, token: &token, number, text: &secret, patience };
            return go_on(self.context, caller, via, typed).await;
        }
        let with_code = readings(secret.expose());
        let here = SecondStepHere { with_code: &with_code, can_be_asked: self.front_end.radius.prompts };
        let login = Login { second_step: Some(here), ..self.login(&name, &secret, device, address_is_told) };
        begin(self.context, caller, login).await
    }

    /// CHAP, MS-CHAP and EAP: their proofs need the password in clear, or a hash that is as good.
    fn proves_otherwise(&self) -> bool {
        let microsoft = [attribute::MS_CHAP_RESPONSE, attribute::MS_CHAP2_RESPONSE];
        self.packet.first(attribute::CHAP_PASSWORD).is_some()
            || self.packet.first(attribute::EAP_MESSAGE).is_some()
            || microsoft.into_iter().any(|number| self.packet.vendor(attribute::MICROSOFT, number).is_some())
    }

    fn come_in(&self, upn: &str, caller: &Caller) -> Reply {
        let configured = self.front_end.radius.replies.iter().find(|reply| reply.are_for(upn));
        let mut reply = Reply::to(&self.packet, Code::AccessAccept).with(attribute::USER_NAME, upn.as_bytes());
        // Comes back in accounting, where it names the row of the sign-in log and nobody.
        if configured.is_none_or(|configured| !configured.has_class()) {
            reply = reply.with(attribute::CLASS, caller.correlation_id.as_bytes());
        }
        for (number, value) in configured.map(super::ReplyAttributes::all).unwrap_or_default() {
            reply = reply.with(*number, value);
        }
        reply
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        let text = prompts::refusal(self.front_end.radius.language, refusal);
        let reply = Reply::to(&self.packet, Code::AccessReject).with_text(attribute::REPLY_MESSAGE, &text);
        match MsChap2::in_request(&self.packet) {
            Some(proof) => reply.with_vendor(attribute::MICROSOFT, attribute::MS_CHAP_ERROR, &proof.error()),
            None => reply,
        }
    }

    fn ask(&self, question: &Question) -> Reply {
        let text = prompts::question(self.front_end.radius.language, question);
        let state = format!("{}.{}", question.token.expose(), question.number);
        Reply::to(&self.packet, Code::AccessChallenge)
            .with_text(attribute::REPLY_MESSAGE, &text)
            .with(attribute::STATE, state.as_bytes())
    }
}

/// Token and number of a `State` that came back.
fn parsed(state: &[u8]) -> Option<(SecretText, i64)> {
    let (token, number) = std::str::from_utf8(state).ok()?.rsplit_once('.')?;
    Some((SecretText::new(token), number.parse().ok()?))
}
