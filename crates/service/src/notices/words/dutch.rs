//! Nederlands.

use super::Words;
use crate::notices::event::Event;

pub(super) const WORDS: Words = Words {
    greeting: "Hallo {name},",
    intro: "dit is er met uw account bij {organization} gebeurd:",
    several: "er is met uw account bij {organization} meer gebeurd dan in losse e-mails past. Dit kwam erbij:",
    what: "Wat",
    when: "Wanneer",
    until: "Tot",
    from: "Vanaf",
    by: "Door",
    by_person: "iemand die zich als u heeft aangemeld",
    by_administrator: "een beheerder",
    fine: "Als u hiervan weet, hoeft u niets te doen.",
    alarm: "Zo niet: meld u aan bij Proofup, wijzig uw wachtwoord, controleer uw beveiligingsgegevens en uw recente activiteit, en vertel het aan uw helpdesk.",
    not_me: "Dit was ik niet",
    automatic: "Deze e-mail is automatisch verzonden. Niemand bij {organization} vraagt u om een wachtwoord of een code.",
    test: "e-mail van Proofup komt aan. Dit is een test; er is niets met uw account gebeurd.",
    former_phone: "{organization}: deze telefoon verifieert uw aanmeldingen niet meer. Hebt u dit niet zelf gedaan, bel dan uw helpdesk.",
    title,
};

const fn title(event: Event) -> &'static str {
    match event {
        Event::PhoneAdded => "Er is een telefoon aan uw account toegevoegd",
        Event::PhoneChanged => "Een telefoonnummer van uw account is gewijzigd",
        Event::PhoneRemoved => "Er is een telefoon van uw account verwijderd",
        Event::AppAdded => "Er is een authenticator-app aan uw account toegevoegd",
        Event::AppRemoved => "Er is een authenticator-app van uw account verwijderd",
        Event::DeviceAdded => "Er is een apparaat voor meldingen aan uw account toegevoegd",
        Event::DeviceRemoved => "Er is een apparaat voor meldingen van uw account verwijderd",
        Event::TokenAdded => "Er is een hardwaretoken aan uw account toegevoegd",
        Event::TokenRemoved => "Er is een hardwaretoken van uw account verwijderd",
        Event::MethodsReset => "Uw verificatiemethoden zijn gewist",
        Event::SecondStepTurnedOff => "Verificatie in twee stappen is voor uw account uitgeschakeld",
        Event::AppPasswordCreated => "Er is een app-wachtwoord gemaakt",
        Event::PasswordChanged => "Uw wachtwoord is gewijzigd",
        Event::PasswordReset => "Uw wachtwoord is opnieuw ingesteld",
        Event::DeviceTrusted => "Een apparaat wordt nu vertrouwd",
        Event::NewNetwork => "Aanmelding vanaf een nieuw netwerk",
        Event::AccountBlocked => "Uw account is geblokkeerd",
        Event::BypassIssued => "Eén aanmelding zonder tweede stap is toegestaan",
        Event::MailChanged => "Het e-mailadres van uw account is gewijzigd",
        Event::Several => "Veel wijzigingen in uw account",
        Event::Test => "Test-e-mail",
    }
}
