//! The subjects under which failed attempts are counted.

use proofup_store::throttles;

use super::limit::Limit;
use crate::ServiceError;
use crate::context::Context;
use crate::runtime::keys::Domain;
use crate::settings::Settings;

/// Who tries a password: the app, or an old client. They are counted apart, so that a phone with an old password never
/// locks its owner out of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Client {
    App,
    Old,
}

/// Codes are counted apart by where they come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeKind {
    /// Of a person's apps and tokens.
    App,
    /// Sent to a person by text message.
    Text,
}

/// Where a password comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    /// A remembered device of the person, by its id.
    Device(&'a str),
    /// A network that the organisation trusts.
    Trusted(&'a str),
    /// Any other network.
    Network(&'a str),
    /// A front end that does not tell where its clients are.
    FrontEnd(&'a str),
    /// Nothing readable is said of it, or it is no network.
    Unknown,
}

/// A subject.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject<'a> {
    /// Passwords for a name from one place, whether or not anybody has the name.
    Password { client: Client, name: &'a str, from: &'a str },
    /// Passwords for a name, from all networks.
    PasswordAnywhere { client: Client, name: &'a str },
    /// Names whose password a place did not know.
    Names { place: Place<'a> },
    /// Passwords for a name on a device that its owner's second step was remembered on.
    PasswordOnDevice { name: &'a str, device: &'a str },
    /// A person's own password, typed in a session of theirs.
    PasswordInSession { user: &'a str, session: &'a str },
    /// Codes of one kind for a person, from one place.
    Code { kind: CodeKind, user: &'a str, from: &'a str },
    /// The same, from everywhere.
    CodeAnywhere { kind: CodeKind, user: &'a str },
    /// Codes of either kind, typed in a session that had its second step.
    CodeInSession { user: &'a str, session: &'a str },
}

impl<'a> Subject<'a> {
    /// The subjects of a password for a name, in the order of locks.
    pub(crate) fn of_password(client: Client, name: &'a str, place: Place<'a>) -> Vec<Self> {
        let anywhere = Self::PasswordAnywhere { client, name };
        let from = |from| Self::Password { client, name, from };
        match place {
            Place::Device(device) => vec![Self::PasswordOnDevice { name, device }],
            // Strangers cannot use up what is counted here, so what all networks share does not count.
            Place::Trusted(network) => vec![from(network), Self::Names { place }],
            Place::Network(text) | Place::FrontEnd(text) => vec![from(text), anywhere, Self::Names { place }],
            Place::Unknown => vec![from("-"), anywhere, Self::Names { place }],
        }
    }

    /// The subjects of a code for a person, in the order of locks. An attacker who knows the password can type wrong codes, so a place
    /// where a code was right is counted for itself, as with passwords.
    pub(crate) fn of_code(kind: CodeKind, user: &'a str, from: Option<&'a str>) -> Vec<Self> {
        vec![Self::Code { kind, user, from: from.unwrap_or("-") }, Self::CodeAnywhere { kind, user }]
    }

    /// Its row: names are hashed, because a name box also receives passwords by mistake.
    pub(super) fn row(self, context: &Context) -> Result<throttles::Subject, ServiceError> {
        let (kind, text, about, network) = match self {
            Self::Password { client, name, from } => (client.kind(), format!("{name}\0{from}"), Some(name), Some(from)),
            Self::PasswordAnywhere { client, name } => (client.kind_anywhere(), name.to_owned(), Some(name), None),
            Self::Names { place } => ("names", place.key(), None, Some(place.text())),
            Self::PasswordOnDevice { name, device } => {
                ("passwordOnDevice", format!("{name}\0{device}"), Some(name), None)
            }
            Self::PasswordInSession { user, session } => ("passwordInSession", session.to_owned(), Some(user), None),
            Self::Code { kind, user, from } => (kind.as_str(), format!("{user}\0{from}"), Some(user), Some(from)),
            Self::CodeAnywhere { kind, user } => (kind.as_str(), user.to_owned(), Some(user), None),
            Self::CodeInSession { user, session } => ("codeInSession", session.to_owned(), Some(user), None),
        };
        let mac = context.keys.mac(Domain::Subject, format!("{kind}\0{text}").as_bytes())?;
        Ok(throttles::Subject {
            key: format!("{kind}:{mac}"),
            kind,
            about: about.map(|about| about_key(context, about)).transpose()?,
            network: network.map(str::to_owned),
        })
    }

    /// How many failures it bears. What strangers share bears more, so that one of them alone locks nobody out.
    pub(super) fn limit(self, settings: &Settings) -> Limit {
        let limit = Limit::lockout(settings);
        match self {
            Self::Names { place: Place::Trusted(_) } => limit.times(50),
            Self::PasswordAnywhere { .. } | Self::Names { .. } | Self::CodeAnywhere { .. } => limit.times(10),
            Self::Password { .. }
            | Self::PasswordOnDevice { .. }
            | Self::PasswordInSession { .. }
            | Self::Code { .. }
            | Self::CodeInSession { .. } => limit,
        }
    }

    /// Whether a name counts once, however often it is tried.
    pub(super) fn counts_names(self) -> bool {
        matches!(self, Self::Names { .. })
    }

    /// Whether the organisation trusts the place, so that its people need not wait behind strangers.
    pub(super) fn is_trusted(self) -> bool {
        matches!(self, Self::Names { place: Place::Trusted(_) })
    }

    /// Whether the place is known after a success.
    pub(super) fn becomes_known(self) -> bool {
        matches!(self, Self::Password { .. } | Self::Code { .. })
    }
}

impl<'a> Place<'a> {
    fn text(self) -> &'a str {
        match self {
            Self::Device(text) | Self::Trusted(text) | Self::Network(text) | Self::FrontEnd(text) => text,
            Self::Unknown => "-",
        }
    }

    /// A front end may be called like a network, and a network may be trusted from now on.
    fn key(self) -> String {
        let kind = match self {
            Self::Device(_) => "device\0",
            Self::Trusted(_) => "trusted\0",
            Self::Network(_) => "",
            Self::FrontEnd(_) => "front end\0",
            Self::Unknown => "unknown\0",
        };
        format!("{kind}{}", self.text())
    }
}

impl CodeKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::App => "appCode",
            Self::Text => "textCode",
        }
    }
}

impl Client {
    const fn kind(self) -> &'static str {
        match self {
            Self::App => "password",
            Self::Old => "oldClient",
        }
    }

    const fn kind_anywhere(self) -> &'static str {
        match self {
            Self::App => "passwordAnywhere",
            Self::Old => "oldClientAnywhere",
        }
    }
}

/// What all subjects of a name, or of a person's id, are found by.
pub(super) fn about_key(context: &Context, name_or_id: &str) -> Result<String, ServiceError> {
    context.keys.mac(Domain::Subject, format!("about\0{name_or_id}").as_bytes())
}
