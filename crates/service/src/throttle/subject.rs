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
    /// Not over a network.
    Unknown,
}

/// A subject.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject<'a> {
    /// Passwords for a name from one place, whether or not anybody has the name.
    Password { client: Client, name: &'a str, from: &'a str },
    /// Passwords for a name, from all networks.
    PasswordAnywhere { client: Client, name: &'a str },
    /// Names whose password a network did not know.
    Names { network: &'a str },
    /// Passwords for a name on a device that its owner's second step was remembered on.
    PasswordOnDevice { name: &'a str, device: &'a str },
    /// A person's own password, typed in a session of theirs.
    PasswordInSession { user: &'a str, session: &'a str },
    /// Codes of a person's apps and tokens.
    AppCode { user: &'a str },
    /// Codes sent to a person by text message.
    TextCode { user: &'a str },
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
            Place::Trusted(network) => vec![from(network)],
            Place::Network(network) => vec![from(network), anywhere, Self::Names { network }],
            Place::FrontEnd(front_end) => vec![from(front_end), anywhere],
            Place::Unknown => vec![from("-"), anywhere],
        }
    }

    /// Its row: names are hashed, because a name box also receives passwords by mistake.
    pub(super) fn row(self, context: &Context) -> Result<throttles::Subject, ServiceError> {
        let (kind, text, about, network) = match self {
            Self::Password { client, name, from } => (client.kind(), format!("{name}\0{from}"), Some(name), Some(from)),
            Self::PasswordAnywhere { client, name } => (client.kind_anywhere(), name.to_owned(), Some(name), None),
            Self::Names { network } => ("names", network.to_owned(), None, Some(network)),
            Self::PasswordOnDevice { name, device } => {
                ("passwordOnDevice", format!("{name}\0{device}"), Some(name), None)
            }
            Self::PasswordInSession { user, session } => ("passwordInSession", session.to_owned(), Some(user), None),
            Self::AppCode { user } => ("appCode", user.to_owned(), Some(user), None),
            Self::TextCode { user } => ("textCode", user.to_owned(), Some(user), None),
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
            Self::PasswordAnywhere { .. } | Self::Names { .. } => limit.times(10),
            Self::Password { .. }
            | Self::PasswordOnDevice { .. }
            | Self::PasswordInSession { .. }
            | Self::AppCode { .. }
            | Self::TextCode { .. }
            | Self::CodeInSession { .. } => limit,
        }
    }

    /// Whether a name counts once, however often it is tried.
    pub(super) fn counts_names(self) -> bool {
        matches!(self, Self::Names { .. })
    }

    /// Whether the place is known after a success.
    pub(super) fn becomes_known(self) -> bool {
        matches!(self, Self::Password { .. })
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
