//! What mail apps ask for by themselves when somebody types an address: Thunderbird's autoconfig and Outlook's Autodiscover.
//! The answers are public, hold no secret, and are the same for every address, so that they tell nobody who exists.

use proofup_api::{MailSecurity, MailServer};

use super::xml::escaped;
use crate::ServiceError;
use crate::context::Context;
use crate::settings::Settings;

/// The organisation's mail servers; `None` if the settings have none.
async fn mail_servers(context: &Context) -> Result<Option<(String, MailServer, MailServer)>, ServiceError> {
    let settings = Settings::load(&mut context.store.read().await?).await?;
    let servers = settings.incoming_mail().zip(settings.outgoing_mail());
    Ok(servers.map(|(incoming, outgoing)| (settings.organization, incoming, outgoing)))
}

/// `config-v1.1.xml` for the domain of an address.
pub(crate) async fn thunderbird(context: &Context, address: Option<&str>) -> Result<Option<String>, ServiceError> {
    let Some((organization, incoming, outgoing)) = mail_servers(context).await? else { return Ok(None) };
    let domain = address.and_then(|address| address.rsplit_once('@')).map(|(_, domain)| domain);
    let domain = domain.filter(|domain| domain.len() <= 253).unwrap_or(&incoming.host);
    let server = |element: &str, server: &MailServer| {
        let socket = if server.security == MailSecurity::Tls { "SSL" } else { "STARTTLS" };
        format!(
            "<{element} type=\"{}\"><hostname>{}</hostname><port>{}</port><socketType>{socket}</socketType>\
             <authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username></{element}>",
            server.protocol,
            escaped(&server.host),
            server.port,
        )
    };
    Ok(Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clientConfig version=\"1.1\"><emailProvider id=\"{0}\"><domain>{0}</domain>\
         <displayName>{1}</displayName>{2}{3}</emailProvider></clientConfig>\n",
        escaped(domain),
        escaped(&organization),
        server("incomingServer", &incoming),
        server("outgoingServer", &outgoing),
    )))
}

/// The answer to Outlook's request, in which an address stands.
pub(crate) async fn outlook(context: &Context, request: &str) -> Result<Option<String>, ServiceError> {
    let Some((organization, incoming, outgoing)) = mail_servers(context).await? else { return Ok(None) };
    let address = request
        .split_once("<EMailAddress>")
        .and_then(|(_, rest)| rest.split_once("</EMailAddress>"))
        .map(|(address, _)| address.trim())
        .filter(|address| address.len() <= 320 && !address.contains(['<', '>', '&']))
        .unwrap_or_default();
    let protocol = |server: &MailServer| {
        let encryption = if server.security == MailSecurity::Tls { "SSL" } else { "TLS" };
        format!(
            "<Protocol><Type>{}</Type><Server>{}</Server><Port>{}</Port><LoginName>{}</LoginName><SPA>off</SPA><SSL>on</SSL>\
             <Encryption>{encryption}</Encryption><AuthRequired>on</AuthRequired></Protocol>",
            server.protocol.to_uppercase(),
            escaped(&server.host),
            server.port,
            escaped(address),
        )
    };
    Ok(Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Autodiscover xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006\">\
         <Response xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a\">\
         <User><DisplayName>{}</DisplayName></User><Account><AccountType>email</AccountType><Action>settings</Action>{}{}\
         </Account></Response></Autodiscover>\n",
        escaped(&organization),
        protocol(&incoming),
        protocol(&outgoing),
    )))
}
