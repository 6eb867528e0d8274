//! `GET /openapi.json`, made from the handlers themselves.

use axum::Json;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{
    admin, app_passwords, authenticator, events, hardware_tokens, health, legacy, me, methods, metrics, oauth, reports,
    telephony, token_inventory, twilio,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Proofup verification service",
        description = "Errors under /v1 are RFC 9457 problems whose `code` and `params` are stable.",
    ),
    paths(
        health::alive, health::ready, metrics::metrics, reports::sign_ins, reports::usage,
        oauth::metadata, oauth::challenge, oauth::token, oauth::revoke,
        me::get, me::change_password, me::sign_ins, me::trusted_devices, me::forget_devices, me::forget_device,
        me::revoke_sessions, me::begin_registration, me::preferences, me::set_preferences,
        me::complete_registration, me::discard_registration,
        methods::all, methods::phones, methods::add_phone, methods::change_phone, methods::delete_phone,
        methods::verify, methods::verification, methods::apps, methods::create_app, methods::activate_app, methods::delete_app,
        hardware_tokens::list, hardware_tokens::add, hardware_tokens::resynchronize, hardware_tokens::remove,
        token_inventory::list, token_inventory::import,
        app_passwords::list, app_passwords::create, app_passwords::delete, app_passwords::delete_all,
        admin::users, admin::create_user, admin::user, admin::change_user, admin::act, admin::settings,
        admin::change_settings, admin::actions,
        authenticator::list, authenticator::create, authenticator::state, authenticator::test, authenticator::delete,
        authenticator::activate, authenticator::requests, authenticator::decide, authenticator::events,
        events::stream, legacy::basic, legacy::nginx_mail,
        telephony::event, twilio::call, twilio::call_status, twilio::text_status, twilio::reply,
    ),
    // What stands in a path or a query alone.
    components(schemas(proofup_api::DenialReason, proofup_api::SignInKind, proofup_api::SignInResult, proofup_api::UserAction)),
    modifiers(&BearerTokens),
    security(("bearer" = [])),
)]
struct Description;

struct BearerTokens;

impl Modify for BearerTokens {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let components = description.components.get_or_insert_default();
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Basic).build();
        components.add_security_scheme("basic", SecurityScheme::Http(scheme));
    }
}

pub(super) async fn describe() -> Json<utoipa::openapi::OpenApi> {
    Json(Description::openapi())
}
