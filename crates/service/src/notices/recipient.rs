//! Where a person is written to, and in which language. Everything that writes to people asks here.

use proofup_api::Language;
use proofup_store::recipients::Recipient;

use crate::mail::is_address;
use crate::settings::NoticeSettings;

/// The address of a person; `None` if nothing can be sent to them.
pub(crate) fn address_of(person: &Recipient, settings: &NoticeSettings) -> Option<String> {
    person.mail.clone().or_else(|| {
        let is_usable = settings.to_user_name && has_a_real_domain(&person.upn) && is_address(&person.upn);
        is_usable.then(|| person.upn.clone())
    })
}

/// The language of a person: as the organisation set it, else as they last used Proofup, else the organisation's own.
pub(crate) fn language_of(person: &Recipient, settings: &NoticeSettings) -> Language {
    known_language(person).unwrap_or(settings.language)
}

/// The same, where it is known.
pub(crate) fn known_language(person: &Recipient) -> Option<Language> {
    let known = [&person.preferred_language, &person.seen_language];
    known.into_iter().flatten().find_map(|tag| Language::of_tag(tag))
}

/// `ann@contoso` is a user name, and no address in the world outside.
fn has_a_real_domain(upn: &str) -> bool {
    upn.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'))
}

#[cfg(test)]
mod tests {
    use proofup_api::Language;
    use proofup_store::recipients::Recipient;

    use super::{address_of, language_of};
    use crate::settings::NoticeSettings;

    fn ann() -> Recipient {
        Recipient {
            upn: "ann@contoso.example".to_owned(),
            display_name: "Ann".to_owned(),
            mail: None,
            preferred_language: None,
            seen_language: None,
            mail_refused_at: None,
            mail_refused_answer: None,
        }
    }

    #[test]
    fn a_user_name_is_an_address_where_the_organisation_says_so() {
        let says_so = NoticeSettings { to_user_name: true, ..NoticeSettings::default() };
        assert_eq!(address_of(&ann(), &NoticeSettings::default()), None);
        assert_eq!(address_of(&ann(), &says_so).as_deref(), Some("ann@contoso.example"));
        let local = Recipient { upn: "ann@contoso".to_owned(), ..ann() };
        assert_eq!(address_of(&local, &says_so), None);
        let written_to = Recipient { mail: Some("ann.example@mail.example".to_owned()), ..ann() };
        assert_eq!(address_of(&written_to, &says_so).as_deref(), Some("ann.example@mail.example"));
    }

    #[test]
    fn what_the_organisation_set_stands_above_what_was_seen() {
        let settings = NoticeSettings { language: Language::Dutch, ..NoticeSettings::default() };
        assert_eq!(language_of(&ann(), &settings), Language::Dutch);
        let seen = Recipient { seen_language: Some("zh-TW".to_owned()), ..ann() };
        assert_eq!(language_of(&seen, &settings), Language::TraditionalChinese);
        let set = Recipient { preferred_language: Some("en".to_owned()), ..seen };
        assert_eq!(language_of(&set, &settings), Language::English);
        let other = Recipient { preferred_language: Some("fr".to_owned()), ..ann() };
        assert_eq!(language_of(&other, &settings), Language::Dutch);
    }
}
