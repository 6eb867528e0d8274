//! The words of notices: one file for each language, all with the same fields, so that none lacks a text.

mod dutch;
mod english;
mod page;
mod simplified_chinese;
mod traditional_chinese;

use proofup_api::{Language, SecretText};

use super::event::Event;
use super::queue::Facts;
use crate::runtime::clock::timestamp;

/// The texts of a language. `{…}` is filled in.
struct Words {
    /// `{name}`
    greeting: &'static str,
    /// `{organization}`
    intro: &'static str,
    /// Of [`Event::Several`]; `{organization}`
    several: &'static str,
    what: &'static str,
    when: &'static str,
    until: &'static str,
    from: &'static str,
    by: &'static str,
    by_person: &'static str,
    by_administrator: &'static str,
    /// It was you.
    fine: &'static str,
    /// It was not you, and what to do.
    alarm: &'static str,
    /// The link.
    not_me: &'static str,
    /// `{organization}`
    automatic: &'static str,
    /// Of [`Event::Test`]
    test: &'static str,
    /// A text to a phone that is no longer the person's; `{organization}`. It names nobody: the phone may be another
    /// person's by now.
    former_phone: &'static str,
    title: fn(Event) -> &'static str,
}

fn of(language: Language) -> &'static Words {
    match language {
        Language::English => &english::WORDS,
        Language::Dutch => &dutch::WORDS,
        Language::TraditionalChinese => &traditional_chinese::WORDS,
        Language::SimplifiedChinese => &simplified_chinese::WORDS,
    }
}

/// What a letter is written from.
pub(crate) struct Told<'a> {
    pub(crate) language: Language,
    pub(crate) event: Event,
    pub(crate) facts: &'a Facts,
    pub(crate) organization: &'a str,
    /// Of the person.
    pub(crate) display_name: &'a str,
    /// The page behind *This wasn't me*; empty for none.
    pub(crate) report_page: &'a str,
}

/// A letter's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

/// A part of a letter, before it is text or HTML.
enum Part {
    Heading(String),
    Paragraph(String),
    /// A label and what it names.
    Facts(Vec<(&'static str, String)>),
    List(Vec<String>),
    Link(&'static str, String),
    Small(String),
}

/// Writes a letter.
pub(crate) fn letter(told: &Told<'_>) -> Written {
    let words = of(told.language);
    let title = (words.title)(told.event);
    let with = |text: &str| filled(text, &[("organization", told.organization), ("name", told.display_name)]);
    let mut parts = vec![Part::Heading(title.to_owned()), Part::Paragraph(with(words.greeting))];
    match told.event {
        Event::Test => parts.push(Part::Paragraph(words.test.to_owned())),
        Event::Several => {
            parts.push(Part::Paragraph(with(words.several)));
            let line = |(event, count): (&Event, &u32)| format!("{} (× {count})", (words.title)(*event));
            parts.push(Part::List(told.facts.counts.iter().map(line).collect()));
        }
        _ => {
            parts.push(Part::Paragraph(with(words.intro)));
            parts.push(Part::Facts(facts(words, told.facts)));
        }
    }
    if told.event != Event::Test {
        parts.push(Part::Paragraph(words.fine.to_owned()));
        parts.push(Part::Paragraph(words.alarm.to_owned()));
        if !told.report_page.is_empty() {
            parts.push(Part::Link(words.not_me, told.report_page.to_owned()));
        }
    }
    parts.push(Part::Small(with(words.automatic)));
    Written {
        subject: format!("{}: {title}", told.organization),
        text: page::text(&parts),
        html: page::html(told.language, title, &parts),
    }
}

/// The text to a phone that is no longer the person's.
pub(crate) fn former_phone(language: Language, organization: &str) -> SecretText {
    SecretText::new(filled(of(language).former_phone, &[("organization", organization)]))
}

fn facts(words: &Words, facts: &Facts) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    all.extend(facts.name.clone().map(|name| (words.what, name)));
    all.push((words.when, moment(facts.at)));
    all.extend(facts.until.map(|until| (words.until, moment(until))));
    all.extend(facts.address.clone().map(|address| (words.from, address)));
    all.push((words.by, if facts.by_administrator { words.by_administrator } else { words.by_person }.to_owned()));
    all
}

/// `2026-03-02 09:00 UTC`: with the zone, and in an order that nobody reads in another way.
fn moment(ms: i64) -> String {
    let written = timestamp(ms).to_string();
    format!("{} {} UTC", written.get(..10).unwrap_or_default(), written.get(11..16).unwrap_or_default())
}

fn filled(text: &str, values: &[(&str, &str)]) -> String {
    // One pass: what is filled in is not filled in once more.
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        done.push_str(before);
        let (key, after) = after.split_once('}').unwrap_or((after, ""));
        done.push_str(values.iter().find(|(name, _)| *name == key).map_or("", |(_, value)| value));
        rest = after;
    }
    done.push_str(rest);
    done
}

#[cfg(test)]
mod tests {
    use proofup_api::Language;

    use super::{Event, Facts, Told, filled, former_phone, letter, of};

    fn told(facts: &Facts) -> Told<'_> {
        Told {
            language: Language::English,
            event: Event::PhoneAdded,
            facts,
            organization: "Contoso",
            display_name: "Ann Example",
            report_page: "https://contoso.example/security?a=1&b=2",
        }
    }

    fn facts() -> Facts {
        Facts {
            at: 1_772_442_000_000,
            name: Some("+31 6XXXXXX78".to_owned()),
            address: Some("192.0.2.14".to_owned()),
            ..Facts::default()
        }
    }

    #[test]
    fn every_event_has_words_of_its_own_in_every_language() {
        for language in Language::ALL {
            let mut titles: Vec<_> = Event::ALL.iter().map(|event| (of(language).title)(*event)).collect();
            assert!(titles.iter().all(|title| !title.is_empty() && !title.contains('{')), "{language}");
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(titles.len(), Event::ALL.len(), "{language}: two events have the same words");
            for other in Language::ALL.into_iter().filter(|other| *other != language) {
                let same: Vec<_> = Event::ALL
                    .iter()
                    .filter(|event| (of(language).title)(**event) == (of(other).title)(**event))
                    .collect();
                assert!(same.is_empty(), "{language} and {other}: {same:?}");
            }
        }
    }

    #[test]
    fn every_language_fills_in_the_same_values() {
        let places = |text: &str| {
            let mut found: Vec<_> =
                text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect();
            found.sort_unstable();
            found
        };
        for language in Language::ALL {
            let words = of(language);
            assert_eq!(places(words.greeting), ["name"], "{language}");
            for text in [words.intro, words.several, words.automatic, words.former_phone] {
                assert_eq!(places(text), ["organization"], "{language}: {text}");
            }
            for text in [
                words.what,
                words.when,
                words.until,
                words.from,
                words.by,
                words.by_person,
                words.by_administrator,
                words.fine,
                words.alarm,
                words.not_me,
                words.test,
            ] {
                assert!(!text.is_empty() && places(text).is_empty(), "{language}: {text}");
            }
        }
    }

    #[test]
    fn a_letter_says_what_when_and_from_where() {
        let facts = facts();
        let letter = letter(&told(&facts));
        assert_eq!(letter.subject, "Contoso: A phone was added to your account");
        for part in ["Ann Example", "+31 6XXXXXX78", "2026-03-02 09:00 UTC", "192.0.2.14", "This wasn't me"] {
            assert!(letter.text.contains(part), "{part} in {}", letter.text);
            assert!(letter.html.contains(&part.replace('\'', "&#39;")), "{part} in {}", letter.html);
        }
        assert!(letter.text.contains("https://contoso.example/security?a=1&b=2"));
        assert!(letter.html.contains("href=\"https://contoso.example/security?a=1&amp;b=2\""), "{}", letter.html);
    }

    #[test]
    fn a_letter_in_html_names_its_language_and_takes_names_for_text() {
        let facts = Facts { name: Some("<img src=x onerror=alert(1)>\"'&".to_owned()), ..facts() };
        let told = Told { language: Language::SimplifiedChinese, display_name: "<b>Ann</b>", ..told(&facts) };
        let html = letter(&told).html;
        assert!(html.contains("<html lang=\"zh-CN\">"), "{html}");
        assert!(!html.contains("<img") && !html.contains("<b>"), "{html}");
        assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"), "{html}");
    }

    #[test]
    fn several_events_are_counted_by_kind() {
        let facts = Facts { counts: [(Event::PhoneRemoved, 3), (Event::AppAdded, 1)].into(), ..facts() };
        let letter = letter(&Told { event: Event::Several, ..told(&facts) });
        assert!(letter.text.contains("A phone was removed from your account (× 3)"), "{}", letter.text);
    }

    #[test]
    fn no_letter_links_to_anything_where_the_organisation_has_no_page() {
        let facts = facts();
        for language in Language::ALL {
            for event in Event::ALL.iter().copied() {
                let told = Told { language, event, report_page: "", ..told(&facts) };
                let letter = letter(&told);
                assert!(!letter.html.contains("href") && !letter.text.contains("://"), "{language} {event}");
            }
        }
    }

    #[test]
    fn a_text_to_a_former_phone_fits_into_one_message() {
        for language in Language::ALL {
            let text = former_phone(language, "Contoso");
            let units = text.expose().encode_utf16().count();
            // Letters beyond GSM 7 bit take twice the room.
            let room = if text.expose().is_ascii() { 160 } else { 70 };
            assert!(units <= room, "{language}: {units}");
        }
    }

    #[test]
    fn what_is_filled_in_is_not_filled_in_once_more() {
        assert_eq!(
            filled("{name} at {organization}", &[("name", "{organization}"), ("organization", "C")]),
            "{organization} at C"
        );
    }
}
