//! Events that the service sends over Server-Sent Events.

crate::codes! {
    /// The `event:` of `/v1/me/events`. The data is empty: the app asks for what changed.
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum Event {
        /// Methods, preferences, app passwords or trusted devices changed.
        SecurityInfoChanged => "securityInfoChanged",
        /// A request to approve came, or one that was open is settled.
        ApprovalRequested => "approvalRequested",
        /// A row was added to the sign-in log.
        SignInLogged => "signInLogged",
        /// This session was ended elsewhere.
        SignedOut => "signedOut",
    }
}
