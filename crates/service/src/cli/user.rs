//! `proofup-service user`

use std::io::Read as _;

use clap::{Subcommand, ValueEnum};
use proofup_api::{MfaState, SecretText};

use super::configuration::Configuration;
use super::{Common, say};
use crate::people::{self, NewPerson, UserPrincipalName};
use crate::phone_numbers::masked;
use crate::standing::Standing;
use crate::store::users::{self, User};
use crate::store::{app_passwords, phones, software_oaths, trusted_devices};
use crate::world::World;
use crate::{ServiceError, sign_in, tokens};

#[derive(Debug, Subcommand)]
pub(super) enum UserCommand {
    /// Add a person
    Add {
        /// ann@contoso.example
        upn: String,
        /// The name shown
        #[arg(long)]
        name: String,
        /// Read the password from standard input, up to the first line end
        #[arg(long)]
        password_stdin: bool,
        /// An administrator
        #[arg(long)]
        admin: bool,
        /// Whether the person is to register a second step
        #[arg(long, value_enum, default_value_t = NewState::Disabled)]
        mfa: NewState,
    },
    /// List everybody
    List,
    /// Show where a person stands
    Show {
        /// ann@contoso.example
        upn: String,
    },
    /// Let a person begin anew. Without options: forget the verification methods, so that they register again
    Reset {
        /// ann@contoso.example
        upn: String,
        /// Forget the verification methods and remembered devices; the person registers again
        #[arg(long)]
        methods: bool,
        /// Delete all app passwords
        #[arg(long)]
        app_passwords: bool,
        /// Forget the remembered devices
        #[arg(long)]
        trusted_devices: bool,
        /// Open the account again after wrong passwords or codes
        #[arg(long)]
        unlock: bool,
        /// Set a new password, read from standard input
        #[arg(long)]
        password_stdin: bool,
    },
}

/// A state that an administrator may give. `enforced` comes from registration alone.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum NewState {
    Disabled,
    Enabled,
}

impl UserCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let world = Configuration::read(common)?.service()?.world().await?;
        match self {
            Self::Add { upn, name, password_stdin, admin, mfa } => {
                let password = if password_stdin { Some(password_from_stdin()?) } else { None };
                let mfa_state = match mfa {
                    NewState::Disabled => MfaState::Disabled,
                    NewState::Enabled => MfaState::Enabled,
                };
                let upn = parse(&upn)?;
                let person = NewPerson {
                    upn: &upn,
                    display_name: &name,
                    password: password.as_ref(),
                    administrator: admin,
                    mfa_state,
                };
                match people::add(&world, person).await? {
                    Some(user) => say(&format!("added {}", user.upn)),
                    None => return Err(ServiceError::Configuration(format!("{} is there already", upn.as_str()))),
                }
                Ok(())
            }
            Self::List => list(&world).await,
            Self::Show { upn } => show(&world, &find(&world, &upn).await?).await,
            Self::Reset { upn, methods, app_passwords, trusted_devices, unlock, password_stdin } => {
                let user = find(&world, &upn).await?;
                let password = if password_stdin { Some(password_from_stdin()?) } else { None };
                let nothing_chosen = !(methods || app_passwords || trusted_devices || unlock || password_stdin);
                let reset =
                    Reset { methods: methods || nothing_chosen, app_passwords, trusted_devices, unlock, password };
                reset.apply(&world, &user).await?;
                say(&format!("reset {}", user.upn));
                Ok(())
            }
        }
    }
}

/// What is to be forgotten.
struct Reset {
    methods: bool,
    app_passwords: bool,
    trusted_devices: bool,
    unlock: bool,
    password: Option<SecretText>,
}

impl Reset {
    async fn apply(&self, world: &World, user: &User) -> Result<(), ServiceError> {
        let password_hash = match &self.password {
            Some(password) => Some(world.hashing.hash(password).await?),
            None => None,
        };
        let mut db = world.store.begin_change(&user.id).await?;
        if self.methods {
            for phone in phones::of_user(&mut db, &user.id).await? {
                if !phone.read_only {
                    phones::delete(&mut db, &phone.id).await?;
                }
            }
            for oath in software_oaths::of_user(&mut db, &user.id).await? {
                software_oaths::delete(&mut db, &oath.id).await?;
            }
            // Who never registered owes it already; who is disabled owes nothing.
            let again = user.mfa_state == MfaState::Enforced;
            users::set_mfa_state(&mut db, &user.id, user.mfa_state, again).await?;
            users::set_preferred_method(&mut db, &user.id, None).await?;
        }
        if self.app_passwords {
            app_passwords::delete_all(&mut db, &user.id).await?;
        }
        if self.methods || self.trusted_devices || password_hash.is_some() {
            trusted_devices::delete_all(&mut db, &user.id).await?;
        }
        if let Some(hash) = &password_hash {
            users::set_password_hash(&mut db, &user.id, hash).await?;
        }
        if self.methods || password_hash.is_some() {
            tokens::end_sessions(world, &mut db, &user.id).await?;
        }
        if self.unlock {
            sign_in::forget_guesses(world, &mut db, &parse(&user.upn)?, &user.id).await?;
        }
        db.commit().await?;
        Ok(())
    }
}

async fn list(world: &World) -> Result<(), ServiceError> {
    for user in users::all(&mut *world.store.acquire().await?).await? {
        let role = if user.administrator { "administrator" } else { "" };
        say(format!("{}\t{}\t{}\t{role}", user.upn, user.display_name, state_word(user.mfa_state)).trim_end());
    }
    Ok(())
}

async fn show(world: &World, user: &User) -> Result<(), ServiceError> {
    let mut db = world.store.acquire().await?;
    let standing = Standing::load(&mut db, user.clone()).await?;
    say(&format!("{} ({})", standing.user.upn, standing.user.display_name));
    say(&format!("state: {}", state_word(standing.user.mfa_state)));
    for reason in standing.registration().reasons {
        say(&format!("registration owed: {reason}"));
    }
    for phone in &standing.phones {
        say(&format!("phone: {}", masked(&phone.number)));
    }
    for oath in &standing.oaths {
        say(&format!("authenticator app: {}", oath.display_name));
    }
    say(&format!("app passwords: {}", app_passwords::count(&mut db, &user.id).await?));
    let devices = trusted_devices::of_user(&mut db, &user.id, world.now()).await?;
    say(&format!("remembered devices: {}", devices.len()));
    Ok(())
}

fn state_word(state: MfaState) -> &'static str {
    match state {
        MfaState::Disabled => "disabled",
        MfaState::Enabled => "enabled",
        MfaState::Enforced => "enforced",
    }
}

fn parse(upn: &str) -> Result<UserPrincipalName, ServiceError> {
    UserPrincipalName::parse(upn)
        .ok_or_else(|| ServiceError::Configuration("a user principal name looks like ann@contoso.example".to_owned()))
}

async fn find(world: &World, upn: &str) -> Result<User, ServiceError> {
    let upn = parse(upn)?;
    users::by_upn(&mut *world.store.acquire().await?, upn.as_str())
        .await?
        .ok_or_else(|| ServiceError::Configuration(format!("there is no {}", upn.as_str())))
}

fn password_from_stdin() -> Result<SecretText, ServiceError> {
    let mut text = zeroize::Zeroizing::new(String::new());
    std::io::stdin()
        .take(4096)
        .read_to_string(&mut text)
        .map_err(|source| ServiceError::Io { what: "read the password".to_owned(), source })?;
    let password = text.lines().next().unwrap_or_default();
    if password.is_empty() {
        return Err(ServiceError::Configuration("standard input holds no password".to_owned()));
    }
    Ok(SecretText::new(password))
}
