//! Why a sign-in was denied: the same words in the log, over HTTP and on the screen.

crate::codes! {
    /// The denial reasons of the sign-in log.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum DenialReason {
        /// Unknown user or wrong password: one answer, so that nobody learns which names exist.
        InvalidCredentials => "invalid_credentials",
        /// In the log alone: nobody has this name. The answer is `invalid_credentials`.
        UserNotFound => "user_not_found",
        /// The sign-in that this step belongs to is over: finished, cancelled or too old.
        InvalidAuthentication => "invalid_authentication",
        /// A wrong code; `triesLeft` says how many more are taken.
        IncorrectCode => "incorrect_code",
        /// A wrong code from an app or token; with `clockOffsetSeconds` when a clock that is off would explain it, and
        /// with `nextCodeResynchronizes` when the token's next code would be taken.
        InvalidAppCode => "invalid_app_code",
        /// The code was right and has been used before.
        CodeAlreadyUsed => "code_already_used",
        /// The code lived its time.
        CodeExpired => "code_expired",
        /// The code was right, but a newer one was sent since.
        CodeSuperseded => "code_superseded",
        /// No code was ever entered.
        CodeNotEntered => "code_not_entered",
        /// Too many wrong codes in this sign-in.
        TooManyIncorrectCodes => "too_many_incorrect_codes",
        /// Too many denials in a row; `retryAfterSeconds` says when the account opens by itself.
        LockedOut => "account_locked",
        /// An administrator, or a fraud report, blocked the person.
        UserBlocked => "user_blocked",
        /// The phone was not reached; `reason` is `busy`, `no_answer`, `not_delivered`, `opted_out` or `gateway` where
        /// that is known.
        PhoneUnreachable => "phone_unreachable",
        /// The gateway says that the number is none.
        PhoneNumberInvalidFormat => "phone_number_invalid_format",
        /// A machine answered the call.
        CallWentToVoicemail => "call_went_to_voicemail",
        /// The call was hung up before `#` was pressed.
        CallHungUp => "call_hung_up",
        /// *Deny* was pressed on the device.
        UserDeclined => "user_declined",
        /// Nobody answered the notification in time.
        PushNoResponse => "push_no_response",
        /// No device fetched the notification in time: none of them runs, or is online.
        PushNotDelivered => "push_not_delivered",
        /// As many notifications wait as may; `retryAfterSeconds` says when the oldest ends.
        InProgress => "in_progress",
        /// Too many notifications were not approved; `retryAfterSeconds`.
        PushPaused => "push_paused",
        /// Another number was typed on the device than the sign-in screen shows.
        NumberMismatch => "number_mismatch",
        /// The device that approved is registered no more.
        AppNotActivated => "app_not_activated",
        /// Another request ended this sign-in with the same answer, at the same moment.
        DuplicateAttempt => "duplicate_attempt",
        /// The person reported that somebody else signs in.
        FraudReported => "fraud_reported",
        /// The person has no method that can be used.
        NoMethodsRegistered => "no_methods_registered",
        /// The method was switched off by the organisation.
        MethodDisabled => "method_disabled",
        /// The code was right, and the hardware token's dates do not allow it now.
        TokenNotValid => "hardware_token_not_valid",
        /// An app password that is unknown or deleted.
        AppPasswordInvalid => "app_password_invalid",
        /// The right password from an app that cannot do the second step.
        AppPasswordRequired => "app_password_required",
        /// The service is not set up to send texts or calls.
        Misconfiguration => "misconfiguration",
        /// The service failed.
        ServiceError => "service_error",
    }
}
