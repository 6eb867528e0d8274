//! The enrollment of a person: the methods that they can use now, whether they owe registration, and their preferred option.
//!
//! It holds active methods alone. Provisional methods of a registration are not part of it.

use proofup_api::{DenialReason, MethodHint, MethodType, MfaState, PhoneType, Registration, RegistrationReason};
use proofup_store::Connection;
use proofup_store::authenticators::{self, Authenticator};
use proofup_store::hardware_oaths::{self, HardwareOath};
use proofup_store::phones::{self, Phone};
use proofup_store::software_oaths::{self, SoftwareOath};
use proofup_store::users::User;

use crate::ServiceError;
use crate::methods::oath::OathDevice;
use crate::settings::Settings;
use crate::telephony::numbers::masked;

/// The `id` under which codes from apps and tokens are offered at sign-in: one code box serves all of them.
pub(crate) const OATH_METHOD_ID: &str = "oath";

/// The `id` under which notifications are offered: one request reaches all of the person's devices.
pub(crate) const PUSH_METHOD_ID: &str = "push";

/// Begins the `id` of a text message to a phone.
const SMS_PREFIX: &str = "sms-";

/// Begins the `id` of a call to a phone.
const VOICE_PREFIX: &str = "voice-";

/// A person's real methods beside the organisation's settings.
pub(crate) struct Enrollment {
    pub(crate) user: User,
    pub(crate) settings: Settings,
    pub(crate) phones: Vec<Phone>,
    pub(crate) oaths: Vec<SoftwareOath>,
    pub(crate) tokens: Vec<HardwareOath>,
    pub(crate) devices: Vec<Authenticator>,
}

impl Enrollment {
    /// Reads a person's methods.
    pub(crate) async fn load(db: &mut Connection, user: User) -> Result<Self, ServiceError> {
        let phones = phones::of_user(&mut *db, &user.id).await?;
        let devices = authenticators::of_user(&mut *db, &user.id).await?;
        Ok(Self {
            phones: phones.into_iter().filter(|phone| phone.provisional_for.is_none()).collect(),
            devices: devices
                .into_iter()
                .filter(|device| device.provisional_for.is_none() && device.verified_at.is_some())
                .collect(),
            ..Self::load_codes(db, user).await?
        })
    }

    /// Reads apps and tokens alone, to check a code. A statement costs more than the check.
    pub(crate) async fn load_codes(db: &mut Connection, user: User) -> Result<Self, ServiceError> {
        let settings = Settings::load(&mut *db).await?;
        let oaths = software_oaths::of_user(&mut *db, &user.id).await?;
        let tokens = hardware_oaths::of_user(db, &user.id).await?;
        Ok(Self {
            user,
            settings,
            phones: Vec::new(),
            devices: Vec::new(),
            oaths: oaths
                .into_iter()
                .filter(|oath| oath.provisional_for.is_none() && oath.activated_at.is_some())
                .collect(),
            tokens: tokens.into_iter().filter(|token| token.provisional_for.is_none()).collect(),
        })
    }

    /// The options that this person can choose, in the order in which one takes another's place.
    pub(crate) fn usable_options(&self) -> Vec<MethodType> {
        let mut options = Vec::new();
        if self.usable_devices() > 0 {
            options.push(MethodType::Push);
        }
        if self.settings.methods.code_from_mobile_app && !self.oath_devices().is_empty() {
            options.push(MethodType::Oath);
        }
        if self.text_phone().is_some() {
            options.push(MethodType::Sms);
        }
        options.extend(CALLED.into_iter().filter(|kind| self.called_phone(*kind).is_some()));
        options
    }

    /// How many single methods the person can use: phones and apps counted one by one.
    pub(crate) fn usable_methods(&self) -> usize {
        let apps = if self.settings.methods.code_from_mobile_app { self.oath_devices().len() } else { 0 };
        let phones = self.phones.iter().filter(|phone| self.can_text(phone) || self.settings.methods.call_to_phone);
        // The codes of a device are counted among the apps.
        let devices = self.usable_devices();
        let counted = self.oaths.iter().filter(|oath| apps > 0 && oath.device_id.is_some()).count();
        apps + devices.saturating_sub(counted) + phones.count()
    }

    /// How many devices can be sent notifications.
    fn usable_devices(&self) -> usize {
        if self.settings.methods.notification_through_mobile_app { self.devices.len() } else { 0 }
    }

    /// The phone that texts go to, if texts are allowed.
    pub(crate) fn text_phone(&self) -> Option<&Phone> {
        self.phones.iter().find(|phone| self.can_text(phone))
    }

    fn can_text(&self, phone: &Phone) -> bool {
        phone.phone_type == PhoneType::Mobile && self.settings.methods.text_message_to_phone
    }

    /// The phone that an option calls, if calls are allowed.
    fn called_phone(&self, kind: MethodType) -> Option<&Phone> {
        self.phones.iter().find(|phone| self.settings.methods.call_to_phone && option_to_call(phone.phone_type) == kind)
    }

    /// Whether the method of this id is a text message.
    pub(crate) fn is_text(&self, id: &str) -> bool {
        matches!(self.method(id), Some(SignInMethod::Sms(_)))
    }

    /// The preferred option, if it is usable; else the first usable one.
    pub(crate) fn preferred(&self) -> Option<MethodType> {
        let options = self.usable_options();
        self.user.preferred_method.filter(|method| options.contains(method)).or_else(|| options.first().copied())
    }

    /// The methods on offer at sign-in, the preferred one first.
    pub(crate) fn hints(&self) -> Vec<MethodHint> {
        let mut options = self.usable_options();
        let preferred = self.preferred();
        options.sort_by_key(|option| Some(*option) != preferred);
        options
            .into_iter()
            .filter_map(|kind| match kind {
                MethodType::Push => Some(MethodHint { id: PUSH_METHOD_ID.to_owned(), kind, hint: self.device_names() }),
                MethodType::Oath => Some(MethodHint { id: OATH_METHOD_ID.to_owned(), kind, hint: self.app_names() }),
                MethodType::Sms => self.text_phone().map(|phone| MethodHint {
                    id: format!("{SMS_PREFIX}{}", phone.id),
                    kind,
                    hint: masked(&phone.number),
                }),
                kind => self.called_phone(kind).map(|phone| MethodHint {
                    id: format!("{VOICE_PREFIX}{}", phone.id),
                    kind,
                    hint: masked(&phone.number),
                }),
            })
            .collect()
    }

    /// The usable method of an id from [`Enrollment::hints`].
    pub(crate) fn method(&self, id: &str) -> Option<SignInMethod<'_>> {
        if id == OATH_METHOD_ID {
            return self.usable_options().contains(&MethodType::Oath).then_some(SignInMethod::Oath);
        }
        if let Some(phone_id) = id.strip_prefix(VOICE_PREFIX) {
            let called = CALLED.into_iter().filter_map(|kind| self.called_phone(kind));
            return called.into_iter().find(|phone| phone.id == phone_id).map(SignInMethod::Voice);
        }
        if id == PUSH_METHOD_ID {
            return (self.usable_devices() > 0).then_some(SignInMethod::Push);
        }
        let phone_id = id.strip_prefix(SMS_PREFIX)?;
        self.text_phone().filter(|phone| phone.id == phone_id).map(SignInMethod::Sms)
    }

    /// Why the method of an id cannot be used, where it could be when the sign-in began.
    pub(crate) fn why_unusable(&self, id: &str) -> DenialReason {
        if id == PUSH_METHOD_ID && self.settings.methods.notification_through_mobile_app {
            DenialReason::AppNotActivated
        } else {
            DenialReason::MethodDisabled
        }
    }

    /// Whether a session of this person steps up before a change. Where the policy alone demands it, there has to be a method.
    pub(crate) fn steps_up(&self) -> bool {
        self.user.mfa_state == MfaState::Enforced || self.is_managed_by_policy()
    }

    /// Whether the second step comes from a policy, and not from the person's state.
    pub(crate) fn is_managed_by_policy(&self) -> bool {
        self.user.mfa_state == MfaState::Disabled
            && self.settings.demands.application_policy
            && self.usable_methods() > 0
    }

    /// Whether the person has to register before they go on, with the reasons, the most important first.
    pub(crate) fn registration(&self) -> Registration {
        let usable = self.usable_methods() > 0;
        let mut reasons = match self.user.mfa_state {
            MfaState::Disabled => Vec::new(),
            MfaState::Enabled => vec![RegistrationReason::AdminEnabled],
            MfaState::Enforced if self.user.reregistration_required => {
                vec![RegistrationReason::ReregistrationRequired]
            }
            MfaState::Enforced if usable => Vec::new(),
            MfaState::Enforced
                if self.phones.is_empty() && self.oath_devices().is_empty() && self.devices.is_empty() =>
            {
                vec![RegistrationReason::AdminEnabled]
            }
            MfaState::Enforced => vec![RegistrationReason::MethodDisabled],
        };
        if !usable {
            reasons.extend(self.demanded());
        }
        Registration { required: !reasons.is_empty(), reasons }
    }

    /// What makes the person's codes: apps, then tokens.
    pub(crate) fn oath_devices(&self) -> Vec<OathDevice<'_>> {
        self.oaths.iter().map(OathDevice::App).chain(self.tokens.iter().map(OathDevice::Token)).collect()
    }

    /// The policies by which the organisation demands a method of everybody.
    fn demanded(&self) -> impl Iterator<Item = RegistrationReason> {
        let demands = self.settings.demands;
        [
            (demands.application_policy, RegistrationReason::ApplicationPolicy),
            (demands.device_registration, RegistrationReason::DeviceRegistration),
            (demands.registration_policy, RegistrationReason::RegistrationPolicy),
            (demands.password_reset, RegistrationReason::PasswordResetEnabled),
        ]
        .into_iter()
        .filter_map(|(demanded, reason)| demanded.then_some(reason))
    }

    fn app_names(&self) -> String {
        self.oath_devices().iter().map(OathDevice::name).collect::<Vec<_>>().join(", ")
    }

    fn device_names(&self) -> String {
        self.devices.iter().map(|device| device.display_name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Whether a password alone is not enough for a person, and why it may be here. The one answer for every way in.
pub(crate) fn second_step(
    user: &User,
    settings: &Settings,
    address: Option<&str>,
    on_remembered_device: bool,
) -> SecondStep {
    if user.mfa_state != MfaState::Enforced && !settings.demands.application_policy {
        SecondStep::NotRequired
    } else if settings.trusts(address) {
        SecondStep::SkippedTrustedNetwork
    } else if on_remembered_device {
        SecondStep::SkippedRememberedDevice
    } else {
        SecondStep::Owed
    }
}

/// Whether a second step is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecondStep {
    /// Neither by state nor by policy.
    NotRequired,
    /// The organisation trusts the network.
    SkippedTrustedNetwork,
    /// The second step is remembered on this device.
    SkippedRememberedDevice,
    Owed,
}

/// A method that a sign-in can use.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SignInMethod<'a> {
    /// A code from any of the person's apps and tokens.
    Oath,
    /// A text to this phone.
    Sms(&'a Phone),
    /// A notification to all of the person's devices.
    Push,
    /// A call to this phone.
    Voice(&'a Phone),
}

/// The options that call, in the order in which one takes another's place.
const CALLED: [MethodType; 3] = [MethodType::VoiceMobile, MethodType::VoiceOffice, MethodType::VoiceAlternateMobile];

/// The option that calls a phone of this type.
pub(crate) fn option_to_call(phone_type: PhoneType) -> MethodType {
    match phone_type {
        PhoneType::Mobile => MethodType::VoiceMobile,
        PhoneType::AlternateMobile => MethodType::VoiceAlternateMobile,
        PhoneType::Office => MethodType::VoiceOffice,
    }
}
