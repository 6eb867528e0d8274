//! Errors over HTTP: RFC 9457 problems with a stable code and parameters, never prose for the person.

use serde::{Deserialize, Serialize};

/// Parameters of a code, for the texts of the UI.
pub type Params = serde_json::Map<String, serde_json::Value>;

crate::codes! {
    /// What `/v1` can answer besides success. The UI owns a title and a next step for each, in every language.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum ErrorCode {
        /// The body or a parameter is invalid; `field` names it.
        InvalidRequest => "invalid_request",
        /// The access token is missing, unknown or too old.
        InvalidToken => "invalid_token",
        /// The token does not reach this far.
        InsufficientScope => "insufficient_scope",
        /// The password that was to be changed is another one.
        WrongPassword => "wrong_password",
        /// The password is the directory's that the person comes from, and changes there.
        PasswordInDirectory => "password_in_directory",
        /// The new password cannot be used; `reason`: `too_short`, `too_long`, `too_common`, `same`.
        PasswordInvalid => "password_invalid",
        /// Somebody has this user principal name already.
        UserNameTaken => "user_name_taken",
        /// The organisation would be left without an administrator.
        LastAdministrator => "last_administrator",
        /// The help desk does nothing to an administrator.
        AdministratorProtected => "administrator_protected",
        /// The help desk does nothing to its own account, and neither does a change of many people.
        OwnAccount => "own_account",
        /// The organisation wants the caller verified first.
        CallerNotVerified => "caller_not_verified",
        /// A person reported that nobody calls them; who asked does nothing of the kind before `untilDateTime`.
        AgentStopped => "agent_stopped",
        /// The person does not stand any more as the change left them that is to be undone.
        ChangedSince => "changed_since",
        /// The change cannot be undone: it was another one than of a state, or it is older than a day.
        UndoNotPossible => "undo_not_possible",
        /// The person is not blocked, so there is no block to take back.
        NotBlocked => "not_blocked",
        /// No such thing, or not this person's.
        NotFound => "not_found",
        /// Somebody changed it since it was read.
        PreconditionFailed => "precondition_failed",
        /// Too many requests; `retryAfterSeconds`.
        RateLimited => "rate_limited",
        /// A second step not older than `maxAgeSeconds` is wanted first.
        StepUpRequired => "step_up_required",
        /// The service cannot reach its database, or cannot write to it; or the directory that knows the password does not answer.
        ServiceUnavailable => "service_unavailable",
        /// A fault of the service.
        InternalError => "internal_error",

        /// The number is none; `reason` is a `PhoneNumberFault`.
        PhoneNumberInvalid => "phone_number_invalid",
        /// There is a phone of this type already; change that one.
        PhoneTypeExists => "phone_type_exists",
        /// The text could not be handed to the gateway.
        TextNotSent => "text_not_sent",
        /// The call could not be handed to the gateway.
        CallNotPlaced => "call_not_placed",
        /// The alternate authentication phone needs the authentication phone first.
        AuthenticationPhoneNeeded => "authentication_phone_needed",
        /// The authentication phone stays as long as there is an alternate one.
        AlternatePhoneExists => "alternate_phone_exists",
        /// The name of a device or token is empty, too long or holds control characters; `reason`: `empty`, `too_long`,
        /// `control_characters`.
        DisplayNameInvalid => "display_name_invalid",
        /// The organisation does not allow this method.
        MethodNotAllowed => "method_not_allowed",
        /// The last usable method stays until there is another.
        LastMethod => "last_method",
        /// The option is not registered, or not allowed.
        PreferredMethodNotUsable => "preferred_method_not_usable",
        /// Apps and hardware tokens together reached `limit`; `methods` names them, so that one can go.
        OathLimitReached => "oath_limit_reached",
        /// No hardware token with this serial number can be added: there is none, or it is somebody else's.
        HardwareTokenNotFound => "hardware_token_not_found",
        /// The person has added this hardware token already.
        HardwareTokenExists => "hardware_token_exists",
        /// The hardware token is on somebody's account.
        HardwareTokenInUse => "hardware_token_in_use",
        /// The hardware token's dates do not allow it now; `validFrom`, `validUntil`.
        HardwareTokenNotValid => "hardware_token_not_valid",
        /// The two codes are not two of this token in a row.
        CodesNotConsecutive => "codes_not_consecutive",
        /// Nothing of the uploaded list of tokens can be read; `reason`, perhaps `line` and `column`.
        TokenFileInvalid => "token_file_invalid",

        /// A wrong code; `triesLeft`.
        IncorrectCode => "incorrect_code",
        /// The code, or the set-up it belongs to, lived its time.
        CodeExpired => "code_expired",
        /// A newer code was sent since.
        CodeSuperseded => "code_superseded",
        /// The code was right and has been used before.
        CodeAlreadyUsed => "code_already_used",
        /// Too many wrong codes; start again.
        TooManyIncorrectCodes => "too_many_incorrect_codes",

        /// No set-up has this activation code.
        ActivationCodeUnknown => "activation_code_unknown",
        /// The activation code lived its time.
        ActivationCodeExpired => "activation_code_expired",
        /// A device has used the activation code.
        ActivationCodeUsed => "activation_code_used",
        /// *Authentication request is not for an activated account*: this device is no longer registered.
        NotAnActivatedAccount => "not_an_activated_account",
        /// The decision is not signed by this device, or is about another request.
        DecisionNotSigned => "decision_not_signed",
        /// Another number was typed than the sign-in screen shows; the request is over.
        NumberMismatch => "number_mismatch",
        /// The request was decided before, here or on another device.
        RequestDecided => "request_decided",
        /// The request waited too long.
        RequestExpired => "request_expired",
        /// Too many notifications wait or were not approved; `retryAfterSeconds`.
        PushPaused => "push_paused",

        /// The person owes no registration.
        RegistrationNotRequired => "registration_not_required",
        /// Nothing verified yet, so there is nothing to complete.
        RegistrationIncomplete => "registration_incomplete",

        /// Another access token has this name.
        AccessTokenNameTaken => "access_token_name_taken",

        /// `limit` app passwords exist; delete one first.
        AppPasswordLimitReached => "app_password_limit_reached",
        /// The end date is later than the organisation allows; `days` is the longest lifetime.
        AppPasswordLifetimeTooLong => "app_password_lifetime_too_long",
        /// A limit to networks that are none.
        AppPasswordNetworksInvalid => "app_password_networks_invalid",
        /// Another app password has this name.
        AppPasswordNameTaken => "app_password_name_taken",
        /// The name is empty, too long or holds control characters; `reason`: `empty`, `too_long`, `control_characters`.
        AppPasswordNameInvalid => "app_password_name_invalid",
        /// `reason` is an `AppPasswordsUnavailable`.
        AppPasswordsNotAllowed => "app_passwords_not_allowed",
    }
}

/// The body of every error under `/v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `urn:proofup:problem:<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// One English line for operators.
    pub title: String,
    /// The HTTP status, repeated.
    pub status: u16,
    /// What happened.
    pub code: ErrorCode,
    /// What the words need.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub params: Params,
}

impl Problem {
    /// A problem with its type URN.
    pub fn new(code: ErrorCode, status: u16, title: impl Into<String>, params: Params) -> Self {
        Self { kind: format!("urn:proofup:problem:{code}"), title: title.into(), status, code, params }
    }
}
