//! HTTP: decodes a request, calls one use case, encodes its answer. It decides nothing.

mod access_tokens;
mod admin;
mod app_passwords;
mod authenticator;
mod bulk;
mod caller;
mod caller_verifications;
mod client_address;
mod csv_text;
mod device_setup;
mod envelope;
mod event_hub;
mod event_streams;
mod events;
mod extract;
mod hardware_tokens;
mod health;
mod legacy;
mod me;
mod methods;
mod metrics;
mod oauth;
mod openapi;
mod problem;
mod reports;
mod slow_body;
mod telephony;
mod token_inventory;
mod twilio;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{any, delete, get, patch, post, put};
use axum::{Router, middleware};
use proofup_api::SecretText;
use tokio::sync::watch;

pub(crate) use caller::PeerAddress;
pub(super) use client_address::address_in;
pub(crate) use event_hub::EventHub;
pub(crate) use event_streams::EventStreams;
pub(crate) use health::Readiness;

use crate::ConnectionLimits;
use crate::context::Context;
use crate::endpoints::front_ends::FrontEnds;
use crate::runtime::networks::Networks;
use crate::runtime::slow_connections::SlowConnections;

/// No body of this interface is longer.
const BODY_BYTES: usize = 64 * 1024;

/// What handlers share.
#[derive(Clone)]
pub(crate) struct Http {
    pub(crate) context: Arc<Context>,
    /// Becomes true when the service stops: event streams end then.
    pub(crate) stopping: watch::Receiver<bool>,
    /// A proxy with TLS stands in front.
    pub(crate) behind_proxy: bool,
    /// Whose `X-Forwarded-For` is believed.
    pub(crate) trusted_proxies: Arc<Networks>,
    /// This service speaks TLS itself.
    pub(crate) tls: bool,
    /// `https://verify.contoso.example`, when it is known.
    pub(crate) public_url: Option<String>,
    /// What a device names as the service that its assertion is for; never what a request says of itself.
    pub(crate) audiences: Arc<[String]>,
    /// Who may ask in the name of old clients.
    pub(crate) front_ends: Arc<FrontEnds>,
    /// Must be sent to read `/metrics`.
    pub(crate) metrics_token: Option<SecretText>,
    /// How long a body may take.
    pub(crate) limits: ConnectionLimits,
    /// Where a body that took too long is counted.
    pub(crate) slow_connections: Arc<SlowConnections>,
    /// Looks for all of them.
    pub(crate) event_hub: Arc<EventHub>,
    /// Who listens here.
    pub(crate) event_streams: EventStreams,
    /// Whether the database takes a change.
    pub(crate) readiness: Arc<Readiness>,
}

/// All routes.
pub(crate) fn router(http: Http) -> Router {
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::metrics))
        .route("/v1/admin/overview", get(reports::overview))
        .route("/v1/admin/signIns", get(reports::sign_ins))
        .route("/v1/admin/signIns:verify", post(reports::verify_log))
        .route("/v1/admin/blocks", get(reports::blocks))
        .route("/v1/admin/oneTimeBypasses", get(reports::bypasses))
        .route("/v1/admin/reports/usage", get(reports::usage))
        .route("/openapi.json", get(openapi::describe))
        .route("/.well-known/oauth-authorization-server", get(oauth::metadata))
        .route("/oauth2/challenge", post(oauth::challenge))
        .route("/oauth2/token", post(oauth::token))
        .route("/oauth2/revoke", post(oauth::revoke))
        .route("/legacy/basic", any(legacy::basic))
        .route("/legacy/nginx-mail", get(legacy::nginx_mail))
        .route("/telephony/events", post(telephony::event))
        .route("/telephony/twilio/calls/{id}", post(twilio::call))
        .route("/telephony/twilio/calls/{id}/status", post(twilio::call_status))
        .route("/telephony/twilio/texts/{id}", post(twilio::text_status))
        .route("/telephony/twilio/replies", post(twilio::reply))
        .merge(person())
        .merge(administration())
        .merge(hardware_tokens::routes())
        .merge(token_inventory::routes())
        .merge(bulk::routes())
        .merge(caller_verifications::routes())
        .merge(access_tokens::routes())
        .merge(device())
        .merge(device_setup::routes())
        .fallback(problem::no_such_path)
        .method_not_allowed_fallback(problem::no_such_method)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(middleware::from_fn_with_state(http.clone(), slow_body::bound))
        .layer(middleware::from_fn_with_state(http.clone(), envelope::wrap))
        .with_state(http)
}

/// `/v1/admin`
fn administration() -> Router<Http> {
    Router::new()
        .route("/v1/admin/users", get(admin::users).post(admin::create_user))
        // `{upn}` holds the action too: `ann@contoso.example:block`.
        .route("/v1/admin/users/{upn}", get(admin::user).patch(admin::change_user).post(admin::act))
        .route("/v1/admin/users/{upn}/roles", put(admin::set_roles))
        .route("/v1/admin/users/{upn}/oneTimeBypass", delete(admin::withdraw_bypass))
        .route("/v1/admin/settings", get(admin::settings).patch(admin::change_settings))
        .route("/v1/admin/settings/details", get(admin::settings_details))
        .route("/v1/admin/settings:preview", post(admin::preview_settings))
        .route("/v1/admin/actions", get(admin::actions))
}

/// `/v1/authenticator`
fn device() -> Router<Http> {
    Router::new()
        .route("/v1/authenticator/activate", post(authenticator::activate))
        .route("/v1/authenticator/requests", get(authenticator::requests))
        .route("/v1/authenticator/requests/{id}/decision", post(authenticator::decide))
        .route("/v1/authenticator/events", get(authenticator::events))
}

/// `/v1/me`
fn person() -> Router<Http> {
    const METHODS: &str = "/v1/me/authentication";
    Router::new()
        .route("/v1/me", get(me::get))
        .route("/v1/me/changePassword", post(me::change_password))
        .route("/v1/me/events", get(events::stream))
        .route("/v1/me/activity", get(me::activity))
        .route("/v1/me/signIns", get(me::sign_ins))
        .route("/v1/me/revokeSignInSessions", post(me::revoke_sessions))
        .route("/v1/me/trustedDevices", get(me::trusted_devices).delete(me::forget_devices))
        .route("/v1/me/trustedDevices/{id}", patch(me::rename_device).delete(me::forget_device))
        .route("/v1/me/registration", delete(me::discard_registration))
        .route("/v1/me/registration:begin", post(me::begin_registration))
        .route("/v1/me/registration:complete", post(me::complete_registration))
        .route(
            "/v1/me/appPasswords",
            get(app_passwords::list).post(app_passwords::create).delete(app_passwords::delete_all),
        )
        .route("/v1/me/appPasswords/{id}", patch(app_passwords::rename).delete(app_passwords::delete))
        .route(&format!("{METHODS}/methods"), get(methods::all))
        .route(&format!("{METHODS}/signInPreferences"), get(me::preferences).patch(me::set_preferences))
        .route(&format!("{METHODS}/phoneMethods"), get(methods::phones).post(methods::add_phone))
        .route(&format!("{METHODS}/phoneMethods/{{id}}"), patch(methods::change_phone).delete(methods::delete_phone))
        .route(&format!("{METHODS}/verifications/{{id}}"), get(methods::verification).post(methods::verify))
        .route(&format!("{METHODS}/authenticatorMethods"), get(authenticator::list).post(authenticator::create))
        .route(
            &format!("{METHODS}/authenticatorMethods/{{id}}"),
            get(authenticator::state).patch(authenticator::rename).delete(authenticator::delete),
        )
        .route(&format!("{METHODS}/authenticatorMethods/{{id}}/test"), post(authenticator::test))
        .route(&format!("{METHODS}/softwareOathMethods"), get(methods::apps).post(methods::create_app))
        .route(&format!("{METHODS}/softwareOathMethods/{{id}}"), patch(methods::rename_app).delete(methods::delete_app))
        .route(&format!("{METHODS}/softwareOathMethods/{{id}}/activate"), post(methods::activate_app))
}
