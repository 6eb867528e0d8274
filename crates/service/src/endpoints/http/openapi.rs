//! `GET /openapi.json`, made from the handlers themselves.

use std::sync::OnceLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse as _;
use utoipa::openapi::schema::{SchemaType, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Content, ObjectBuilder, PathItem, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{Modify, OpenApi};

use super::{
    access_tokens, admin, app_passwords, authenticator, bulk, caller_verifications, device_setup, events,
    hardware_tokens, health, legacy, me, methods, metrics, oauth, reports, telephony, token_inventory, twilio,
};
use crate::settings::{Kind, SETTINGS, Settings};

const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Proofup verification service",
        description = "Errors under /v1 are RFC 9457 problems whose `code` and `params` are stable.",
    ),
    paths(
        health::alive, health::ready, metrics::metrics, reports::overview, reports::sign_ins, reports::verify_log, reports::blocks, reports::bypasses, reports::usage,
        oauth::metadata, oauth::challenge, oauth::token, oauth::revoke,
        me::get, me::change_password, me::activity, me::sign_ins, me::rename_device, me::trusted_devices, me::forget_devices, me::forget_device,
        me::revoke_sessions, me::begin_registration, me::preferences, me::set_preferences,
        me::complete_registration, me::discard_registration,
        methods::all, methods::phones, methods::add_phone, methods::change_phone, methods::delete_phone,
        methods::verify, methods::verification, methods::apps, methods::create_app, methods::activate_app, methods::rename_app, methods::delete_app,
        hardware_tokens::list, hardware_tokens::add, hardware_tokens::resynchronize, hardware_tokens::rename, hardware_tokens::remove,
        token_inventory::list, token_inventory::import, token_inventory::act, token_inventory::remove,
        access_tokens::list, access_tokens::create, access_tokens::revoke,
        caller_verifications::ask, caller_verifications::progress, caller_verifications::confirm,
        app_passwords::list, app_passwords::create, app_passwords::rename, app_passwords::delete, app_passwords::delete_all,
        device_setup::servers, device_setup::create_profile, device_setup::profile, device_setup::thunderbird, device_setup::outlook,
        admin::users, bulk::change, admin::create_user, admin::user, admin::change_user, admin::set_roles, admin::withdraw_bypass, admin::act, admin::settings,
        admin::settings_details, admin::preview_settings, admin::change_settings, admin::actions,
        authenticator::list, authenticator::create, authenticator::state, authenticator::test, authenticator::rename, authenticator::delete,
        authenticator::activate, authenticator::requests, authenticator::decide, authenticator::events,
        events::stream, legacy::basic, legacy::nginx_mail,
        telephony::event, twilio::call, twilio::call_status, twilio::text_status, twilio::reply,
    ),
    // What stands in a path or a query alone.
    components(schemas(proofup_api::ActivityKind, proofup_api::MethodKind, proofup_api::MfaState, proofup_api::Role, proofup_api::DenialReason, proofup_api::SignInKind, proofup_api::BlockState, proofup_api::SignInResult, proofup_api::UserAction, proofup_api::HardwareOathStatus, proofup_api::HardwareOathAction)),
    modifiers(&BearerTokens, &CommonAnswers, &EverySetting),
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

/// The properties of `SettingsPatch`: every setting with its bounds, default and meaning.
struct EverySetting;

impl Modify for EverySetting {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let defaults = Settings::default();
        let object = SETTINGS.iter().fold(ObjectBuilder::new(), |object, setting| {
            let property =
                ObjectBuilder::new().description(Some(setting.meaning)).default(Some(setting.value(&defaults)));
            let nullable = |kind| SchemaType::from_iter([kind, Type::Null]);
            let property = match setting.kind {
                Kind::Truth => property.schema_type(nullable(Type::Boolean)),
                Kind::Number { least, most } => {
                    property.schema_type(nullable(Type::Integer)).minimum(Some(least)).maximum(Some(most))
                }
                Kind::Text => property.schema_type(nullable(Type::String)),
            };
            object.property(setting.key, property)
        });
        let object =
            object.description(Some("Every setting, or those to change; `null` gives a setting its default back"));
        let components = description.components.get_or_insert_default();
        components.schemas.insert("SettingsPatch".to_owned(), object.into());
    }
}

/// What any call may answer, said in one place; and that problems are `application/problem+json`.
struct CommonAnswers;

impl Modify for CommonAnswers {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        for (path, item) in &mut description.paths.paths {
            let PathItem { get, post, put, patch, delete, .. } = item;
            for operation in [get, post, put, patch, delete].into_iter().flatten() {
                // Everything else says by itself who may call it.
                let needs_token = path.starts_with("/v1/") && operation.security.is_none();
                if !path.starts_with("/v1/") && operation.security.is_none() {
                    operation.security = Some(Vec::from([SecurityRequirement::default()]));
                }
                let answers = &mut operation.responses.responses;
                for (status, what) in common_answers(path, needs_token, operation.request_body.is_some()) {
                    answers.entry(status.to_owned()).or_insert_with(|| problem(what));
                }
                for answer in answers.values_mut() {
                    if let RefOr::T(answer) = answer {
                        as_problem(answer);
                    }
                }
            }
        }
    }
}

fn common_answers(path: &str, needs_token: bool, has_body: bool) -> Vec<(&'static str, &'static str)> {
    let mut answers = Vec::new();
    if path.starts_with("/v1/") {
        answers.push(("400", "The request is not what this endpoint takes"));
        answers.push(("503", "The database or the directory cannot be reached"));
    }
    if needs_token {
        answers.push(("401", "The access token is missing, unknown or too old, or the second step is not fresh"));
        answers.push(("403", "The token does not reach this far"));
    }
    if path.starts_with("/v1/") && path.contains('{') {
        answers.push(("404", "There is no such thing here"));
    }
    if has_body {
        answers.push(("408", "The body did not come in its time"));
    }
    answers
}

fn problem(what: &str) -> RefOr<Response> {
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    ResponseBuilder::new().description(what).content(PROBLEM, content).build().into()
}

/// A `Problem` is JSON of its own type (RFC 9457, section 3).
fn as_problem(answer: &mut Response) {
    let is_problem = |content: &RefOr<Content>| match content {
        RefOr::T(Content { schema: Some(RefOr::Ref(schema)), .. }) => schema.ref_location.ends_with("/Problem"),
        _ => false,
    };
    if answer.content.get(JSON).is_some_and(is_problem)
        && let Some(content) = answer.content.shift_remove(JSON)
    {
        answer.content.insert(PROBLEM.to_owned(), content);
    }
}

/// Made once: it does not change while the service runs.
pub(super) async fn describe() -> axum::response::Response {
    static TEXT: OnceLock<String> = OnceLock::new();
    let text = TEXT.get_or_init(|| Description::openapi().to_json().unwrap_or_default());
    ([(CONTENT_TYPE, JSON)], text.as_str()).into_response()
}
