//! The organisation's mail server: it takes letters over SMTP, with TLS.

use std::net::IpAddr;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use proofup_api::SecretText;

use super::letter::address;
use super::{Letter, MailFault, NotMailed};
use crate::ServiceError;

/// The library's own limit covers connecting alone.
const WITHIN: Duration = Duration::from_secs(30);
/// The longest answer of a server that is kept.
const LONGEST_ANSWER: usize = 200;

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTls {
    /// It begins in the clear and turns to TLS before anything is said. A server that does not offer it gets no letter.
    StartTls,
    /// TLS from the start.
    Wrapper,
    /// None. To this computer alone.
    None,
}

/// What the operator configured.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// Its name, as its certificate has it.
    pub server: String,
    /// 587 or 465, mostly.
    pub port: u16,
    /// How the connection is protected.
    pub tls: MailTls,
    /// User and password, where the server wants them.
    pub account: Option<(String, SecretText)>,
    /// `Contoso security <security@contoso.example>`
    pub from: String,
    /// Authorities in PEM that are trusted instead of the system's.
    pub authorities: Option<Vec<u8>>,
}

/// A mail server. Cheap to clone.
#[derive(Clone)]
pub struct MailServer {
    server: String,
    port: u16,
    tls: MailTls,
    parameters: Option<TlsParameters>,
    account: Option<(String, SecretText)>,
    from: Mailbox,
}

impl MailServer {
    /// A server that is not asked yet.
    ///
    /// # Errors
    /// [`ServiceError::Configuration`] if the sender is no address, a certificate cannot be read, or TLS is left out beyond this computer.
    pub fn new(settings: MailSettings) -> Result<Self, ServiceError> {
        let wrong = |why: String| ServiceError::Configuration(format!("mail: {why}"));
        let from: Mailbox = settings.from.parse().map_err(|_| wrong("from is no mail address".to_owned()))?;
        if settings.tls == MailTls::None && !is_this_computer(&settings.server) {
            return Err(wrong("tls = \"none\" is for a server on this computer alone".to_owned()));
        }
        let parameters = match settings.tls {
            MailTls::None => None,
            MailTls::StartTls | MailTls::Wrapper => {
                let _ = rustls::crypto::ring::default_provider().install_default();
                let mut builder = TlsParameters::builder(settings.server.clone());
                if let Some(pem) = &settings.authorities {
                    builder = builder.certificate_store(CertificateStore::None);
                    let authority = Certificate::from_pem(pem).map_err(|error| wrong(format!("ca_file: {error}")))?;
                    builder = builder.add_root_certificate(authority);
                }
                Some(builder.build().map_err(|error| wrong(format!("TLS cannot be set up: {error}")))?)
            }
        };
        let MailSettings { server, port, tls, account, .. } = settings;
        Ok(Self { server, port, tls, parameters, account, from })
    }

    /// The domain of the sender.
    pub(crate) fn domain(&self) -> &str {
        self.from.email.domain()
    }

    /// Hands a letter over. Errors tell whether to try again.
    pub(crate) async fn send(&self, letter: &Letter) -> Result<(), NotMailed> {
        let message = letter.message(&self.from)?.formatted();
        within(self.hand_over(&letter.to, &message)).await
    }

    /// Connects and signs in, and sends nothing.
    pub(crate) async fn try_out(&self) -> Result<(), NotMailed> {
        within(async {
            let mut connection = self.connect().await?;
            let _ = connection.quit().await;
            Ok(())
        })
        .await
    }

    async fn hand_over(&self, to: &str, message: &[u8]) -> Result<(), NotMailed> {
        let to = address(to).ok_or_else(|| NotMailed::passing("no address"))?;
        let mut connection = self.connect().await?;
        let mut parameters = Vec::new();
        if !<_ as AsRef<str>>::as_ref(&to).is_ascii() {
            if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
                let answer = "the server takes no addresses beyond ASCII (SMTPUTF8)".to_owned();
                return Err(NotMailed { why: answer.clone(), fault: MailFault::Refused(answer) });
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let sender = Some(self.from.email.clone());
        connection.command(Mail::new(sender, parameters)).await.map_err(|error| ours("the sender", &error))?;
        connection.command(Rcpt::new(to, Vec::new())).await.map_err(|error| theirs("the recipient", &error))?;
        connection.command(Data).await.map_err(|error| theirs("the letter", &error))?;
        connection.message(message).await.map_err(|error| theirs("the letter", &error))?;
        // It is taken; a server that does not say goodbye changes nothing.
        let _ = tokio::time::timeout(Duration::from_secs(2), connection.quit()).await;
        Ok(())
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, NotMailed> {
        let hello = ClientId::Domain(self.domain().to_owned());
        let at_once = self.parameters.clone().filter(|_| self.tls == MailTls::Wrapper);
        let place = (self.server.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(place, Some(WITHIN), &hello, at_once, None).await.map_err(not_there)?;
        if let Some(parameters) = self.parameters.clone().filter(|_| self.tls == MailTls::StartTls) {
            if !connection.can_starttls() {
                return Err(NotMailed::configuration("the server offers no STARTTLS, so nothing is sent to it"));
            }
            connection.starttls(parameters, &hello).await.map_err(not_there)?;
        }
        if let Some((user, password)) = &self.account {
            let credentials = Credentials::new(user.clone(), password.expose().to_owned());
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            connection.auth(&mechanisms, &credentials).await.map_err(|error| ours("user and password", &error))?;
        }
        Ok(connection)
    }
}

impl std::fmt::Debug for MailServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailServer").field("server", &self.server).field("port", &self.port).finish_non_exhaustive()
    }
}

async fn within<T>(work: impl Future<Output = Result<T, NotMailed>>) -> Result<T, NotMailed> {
    tokio::time::timeout(WITHIN, work).await.unwrap_or_else(|_| {
        Err(NotMailed::passing(format!("the mail server did not answer within {} s", WITHIN.as_secs())))
    })
}

/// A server that is away, or whose certificate is not trusted.
fn not_there(error: Error) -> NotMailed {
    if let Some(why) = tls_fault(&error) {
        return NotMailed::configuration(format!("the certificate of the mail server: {why}"));
    }
    if error.is_permanent() {
        return NotMailed::configuration(format!("the mail server refuses this one: {}", answer(&error)));
    }
    NotMailed::passing(format!("the mail server cannot be reached: {error}"))
}

/// Refused for good is a fault of the configuration.
fn ours(what: &str, error: &Error) -> NotMailed {
    if error.is_permanent() || error.is_client() {
        NotMailed::configuration(format!("the mail server refuses {what}: {}", answer(error)))
    } else {
        passing(what, error)
    }
}

/// Refused for good is a fault of this recipient, or this letter.
fn theirs(what: &str, error: &Error) -> NotMailed {
    if error.is_permanent() {
        let why = format!("the mail server refuses {what}{}", status(error));
        NotMailed { why, fault: MailFault::Refused(answer(error)) }
    } else {
        passing(what, error)
    }
}

fn passing(what: &str, error: &Error) -> NotMailed {
    NotMailed::passing(format!("the mail server does not take {what} now{}", status(error)))
}

fn status(error: &Error) -> String {
    error.status().map(|code| format!(" ({code})")).unwrap_or_default()
}

/// Code and words of the server, on one line.
fn answer(error: &Error) -> String {
    let words = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let code = error.status().map(|code| code.to_string()).unwrap_or_default();
    let line: String = format!("{code} {words}").chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.trim().chars().take(LONGEST_ANSWER).collect()
}

/// What is wrong with a certificate, if that is what the error comes from. The library calls it an error of the connection.
fn tls_fault(error: &Error) -> Option<String> {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if let Some(fault) = cause.downcast_ref::<rustls::Error>() {
            return Some(fault.to_string());
        }
        if let Some(fault) = cause.downcast_ref::<std::io::Error>()
            && let Some(fault) = fault.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>())
        {
            return Some(fault.to_string());
        }
        source = cause.source();
    }
    None
}

fn is_this_computer(server: &str) -> bool {
    server == "localhost" || server.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
