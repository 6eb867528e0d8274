//! Texts and calls over Twilio's REST API; what happens to them comes back with `X-Twilio-Signature`.
//!
//! <https://www.twilio.com/docs/usage/webhooks/webhooks-security>,
//! <https://www.twilio.com/docs/voice/twiml>

use std::fmt::Write as _;
use std::time::Duration;

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use proofup_api::SecretText;
use reqwest::StatusCode;
use serde::Deserialize;
use sha1::Sha1;

use super::{
    Again, EventKind, Failure, Language, Line, NotTaken, OutgoingCall, OutgoingText, SendFault, Sending, Telephony,
    waits,
};
use crate::{Clock, ServiceError};

const API: &str = "https://api.twilio.com";
/// An answer that takes longer is none.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);
/// Seconds that a phone rings.
const RINGS: &str = "40";
/// Seconds in which a key is awaited before the words are said again.
const KEY_WITHIN: u32 = 8;

/// Errors that say that `To` is no number, or none that takes texts: <https://www.twilio.com/docs/api/errors>.
const NOT_A_NUMBER: [u32; 8] = [13223, 13224, 21211, 21217, 21268, 21401, 21614, 21635];
/// Errors that say that `From` or the account is not set up for this, or not for this country.
const NOT_SET_UP: [u32; 12] = [13227, 20003, 21210, 21212, 21215, 21219, 21408, 21603, 21606, 21608, 21659, 32205];
/// The person has answered a text with STOP.
const OPTED_OUT: u32 = 21610;

/// The Twilio end of telephony.
#[derive(Clone)]
pub struct Twilio {
    api: reqwest::Url,
    account: String,
    token: SecretText,
    from: String,
    /// Where Twilio reaches this service; its signatures are made over it.
    public_url: String,
    http: reqwest::Client,
    clock: Clock,
}

/// The credentials and numbers of an account at Twilio.
#[derive(Debug)]
pub struct TwilioAccount {
    /// `AC…`
    pub account_sid: String,
    /// The account's secret.
    pub auth_token: SecretText,
    /// A number of the account, `+14255550100`.
    pub from: String,
    /// Another place than Twilio's own.
    pub api_url: Option<String>,
}

/// Where calls are made.
const CALLS: &str = "Calls";

impl Twilio {
    /// An account, and the address under which Twilio reaches this service.
    ///
    /// # Errors
    /// [`ServiceError::Configuration`] if something is missing or TLS cannot be set up.
    pub fn new(account: TwilioAccount, public_url: &str, clock: Clock) -> Result<Self, ServiceError> {
        let wrong = |what: &str| ServiceError::Configuration(format!("telephony = \"twilio\": {what}"));
        let api = account.api_url.as_deref().unwrap_or(API);
        let api = reqwest::Url::parse(api).map_err(|_| wrong("telephony_twilio_url is no address"))?;
        if account.auth_token.expose().is_empty() {
            return Err(wrong("telephony_twilio_auth_token is empty"));
        }
        if !account.account_sid.bytes().all(|byte| byte.is_ascii_alphanumeric()) || account.account_sid.is_empty() {
            return Err(wrong("telephony_twilio_account_sid is letters and digits"));
        }
        // Refused if the process has one already, which then serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .timeout(ANSWER_WITHIN)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|_| wrong("TLS cannot be set up"))?;
        Ok(Self {
            api,
            account: account.account_sid,
            token: account.auth_token,
            from: dialled(&account.from).0,
            public_url: public_url.trim_end_matches('/').to_owned(),
            http,
            clock,
        })
    }

    /// Whether Twilio signed this form for this path and query. It signs some requests over the address without its port and
    /// some over the address with it, and says to try both.
    pub(crate) fn signed(&self, signature: &str, path_and_query: &str, form: &[(String, String)]) -> bool {
        let mut sorted: Vec<_> = form.iter().collect();
        sorted.sort();
        let fields: String = sorted.into_iter().flat_map(|(name, value)| [name.as_str(), value]).collect();
        let Ok(given) = BASE64.decode(signature.as_bytes()) else { return false };
        let is_signed = |address: &str| {
            let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(self.token.expose().as_bytes()) else { return false };
            mac.update(format!("{address}{path_and_query}{fields}").as_bytes());
            // Compares in constant time.
            mac.verify_slice(&given).is_ok()
        };
        is_signed(&self.public_url) || is_signed(&with_other_port(&self.public_url))
    }

    /// The event of a request about an answered call; `None` if nobody pressed a key.
    pub(crate) fn call_event(form: &[(String, String)]) -> Option<EventKind> {
        let answered_by = field(form, "AnsweredBy").unwrap_or_default();
        if answered_by.starts_with("machine") || answered_by == "fax" {
            return Some(EventKind::Voicemail);
        }
        field(form, "Digits").filter(|digits| !digits.is_empty()).map(|digits| EventKind::Keys(digits.to_owned()))
    }

    /// How a call ended.
    pub(crate) fn call_ended(form: &[(String, String)]) -> EventKind {
        match field(form, "CallStatus").unwrap_or_default() {
            "busy" => EventKind::Busy,
            "no-answer" => EventKind::NoAnswer,
            "failed" => EventKind::Failed,
            "completed" | "canceled" => EventKind::HungUp,
            _ => EventKind::Delivered,
        }
    }

    /// What became of a text.
    pub(crate) fn text_event(form: &[(String, String)]) -> EventKind {
        match field(form, "MessageStatus").unwrap_or_default() {
            "failed" | "undelivered" => EventKind::Failed,
            _ => EventKind::Delivered,
        }
    }

    /// The sender of a reply and its text.
    pub(crate) fn reply(form: &[(String, String)]) -> Option<(&str, SecretText)> {
        Some((field(form, "From")?, SecretText::new(field(form, "Body")?)))
    }

    /// Says a line and awaits a key; says it again if none comes. `nonce` makes each request different from the others,
    /// so that each signature is.
    pub(crate) fn say(&self, call_id: &str, line: Option<&Line>, nonce: &str) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>");
        let said = line.map(|line| format!("<Say language=\"{}\">{}</Say>", voice(line.language), escaped(&line.text)));
        let said = said.unwrap_or_default();
        if line.is_some_and(|line| line.hang_up) {
            let _ = write!(xml, "{said}<Hangup/>");
        } else {
            let url = format!("{}/telephony/twilio/calls/{call_id}?nonce={nonce}", self.public_url);
            // Every key by itself: also # is one, and none ends the others.
            let _ = write!(
                xml,
                "<Gather input=\"dtmf\" numDigits=\"1\" finishOnKey=\"\" timeout=\"{KEY_WITHIN}\" method=\"POST\" \
                 action=\"{url}k\">{said}</Gather><Redirect method=\"POST\">{url}r</Redirect>"
            );
        }
        xml.push_str("</Response>");
        xml
    }

    async fn post(&self, resource: &str, form: &[(&str, String)]) -> Result<(), Failure> {
        let path = format!("2010-04-01/Accounts/{}/{resource}.json", self.account);
        let url =
            self.api.join(&path).map_err(|_| Failure::for_good(NotTaken::by_gateway("the address cannot be made")))?;
        let request = self.http.post(url).basic_auth(&self.account, Some(self.token.expose())).form(form);
        let answer = request.send().await.map_err(Failure::unanswered)?;
        let status = answer.status();
        if status.is_success() {
            return Ok(());
        }
        let again = match status {
            StatusCode::TOO_MANY_REQUESTS => Again::Always,
            // Said by something in between, which does not know.
            StatusCode::BAD_GATEWAY | StatusCode::GATEWAY_TIMEOUT => Again::UnlessItRings,
            status if status.is_server_error() => Again::Always,
            _ => Again::Never,
        };
        let code = if status.is_client_error() { error_code(answer).await } else { None };
        let fault = match (status, code) {
            (_, Some(code)) if NOT_A_NUMBER.contains(&code) => SendFault::Number,
            (_, Some(OPTED_OUT)) => SendFault::OptedOut,
            (_, Some(code)) if NOT_SET_UP.contains(&code) => SendFault::Configuration,
            (StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND, _) => SendFault::Configuration,
            _ => SendFault::Gateway,
        };
        let code = code.map(|code| format!(", error {code}")).unwrap_or_default();
        let why = format!("Twilio answered {}{code}", status.as_u16());
        Err(Failure { error: NotTaken { why, fault }, again })
    }

    async fn hand_over(
        &self,
        id: String,
        expires: jiff::Timestamp,
        resource: &'static str,
        form: Vec<(&'static str, String)>,
    ) -> Result<(), NotTaken> {
        match self.post(resource, &form).await {
            Ok(()) => Ok(()),
            Err(failure) => {
                if failure.is_worth_another_try(resource == CALLS) {
                    tokio::spawn(self.clone().repeat(id, expires, resource, form));
                }
                Err(failure.error)
            }
        }
    }

    /// Goes on trying as long as the code lives. The person was told already; it may still arrive in time.
    async fn repeat(
        self,
        id: String,
        expires: jiff::Timestamp,
        resource: &'static str,
        form: Vec<(&'static str, String)>,
    ) {
        for wait in waits() {
            tokio::time::sleep(wait).await;
            if self.clock.now_ms() >= expires.as_millisecond() {
                return;
            }
            match self.post(resource, &form).await {
                Ok(()) => return,
                Err(failure) => {
                    tracing::warn!(message_id = id, error = %failure.error, "Twilio still does not take it");
                    if !failure.is_worth_another_try(resource == CALLS) {
                        return;
                    }
                }
            }
        }
    }
}

impl Telephony for Twilio {
    fn send_text(&self, text: OutgoingText) -> Sending<'_> {
        Box::pin(async move {
            let left = (text.expires.as_millisecond() - self.clock.now_ms()) / 1000;
            let form = vec![
                ("To", dialled(&text.to).0),
                ("From", self.from.clone()),
                ("Body", text.text.expose().to_owned()),
                ("ValidityPeriod", left.max(1).to_string()),
                ("StatusCallback", format!("{}/telephony/twilio/texts/{}", self.public_url, text.id)),
            ];
            self.hand_over(text.id, text.expires, "Messages", form).await
        })
    }

    fn place_call(&self, call: OutgoingCall) -> Sending<'_> {
        Box::pin(async move {
            let (number, extension) = dialled(&call.to);
            let from = call.caller_id.as_deref().map_or_else(|| self.from.clone(), |number| dialled(number).0);
            let url = format!("{}/telephony/twilio/calls/{}", self.public_url, call.id);
            let mut form = vec![
                ("To", number),
                ("From", from),
                ("Url", url.clone()),
                ("Method", "POST".to_owned()),
                ("StatusCallback", format!("{url}/status")),
                ("StatusCallbackMethod", "POST".to_owned()),
                ("MachineDetection", "Enable".to_owned()),
                ("Timeout", RINGS.to_owned()),
            ];
            if let Some(extension) = extension {
                // Half a second for each w: the switchboard answers first.
                form.push(("SendDigits", format!("wwww{extension}")));
            }
            self.hand_over(call.id, call.expires, CALLS, form).await
        })
    }

    fn twilio(&self) -> Option<&Twilio> {
        Some(self)
    }
}

impl std::fmt::Debug for Twilio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Twilio").field("account", &self.account).finish_non_exhaustive()
    }
}

/// What Twilio says about a request that it refuses.
#[derive(Deserialize)]
struct Refusal {
    code: Option<u32>,
}

/// A refusal is some hundred bytes long.
const LONGEST_REFUSAL: usize = 64 * 1024;

/// The error that a refusal names. It may come in several pieces.
async fn error_code(mut answer: reqwest::Response) -> Option<u32> {
    let mut refusal = Vec::new();
    while let Some(piece) = answer.chunk().await.ok()? {
        if refusal.len() + piece.len() > LONGEST_REFUSAL {
            return None;
        }
        refusal.extend_from_slice(&piece);
    }
    serde_json::from_slice::<Refusal>(&refusal).ok()?.code
}

/// The same address without its port, or with the one that its scheme stands for.
fn with_other_port(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let port = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    match port {
        Some((host, _)) => format!("{scheme}://{host}{path}"),
        None => format!("{scheme}://{host}:{}{path}", if scheme == "http" { 80 } else { 443 }),
    }
}

/// The number in E.164, and its extension.
fn dialled(number: &str) -> (String, Option<&str>) {
    let (number, extension) = match number.split_once('x') {
        Some((number, extension)) => (number, Some(extension)),
        None => (number, None),
    };
    (number.replace(' ', ""), extension)
}

fn field<'a>(form: &'a [(String, String)], name: &str) -> Option<&'a str> {
    form.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
}

fn voice(language: Language) -> &'static str {
    match language {
        Language::English => "en-US",
        Language::TraditionalChinese => "zh-TW",
        Language::SimplifiedChinese => "zh-CN",
        Language::Dutch => "nl-NL",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&apos;")
}

#[cfg(test)]
mod tests {
    use super::with_other_port;

    #[test]
    fn an_address_has_two_spellings() {
        for (one, other) in [
            ("https://verify.contoso.example:8443", "https://verify.contoso.example"),
            ("https://verify.contoso.example", "https://verify.contoso.example:443"),
            ("http://verify.contoso.example/proofup", "http://verify.contoso.example:80/proofup"),
            ("https://[2001:db8::1]:8443/a:1", "https://[2001:db8::1]/a:1"),
            ("https://[2001:db8::1]", "https://[2001:db8::1]:443"),
        ] {
            assert_eq!(with_other_port(one), other);
        }
    }
}
