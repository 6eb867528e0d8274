//! What every scenario must keep, so that it can be played and told.

use crate::{Deed, Scenario, Step, Words};

/// Finds the first fault of a scenario.
///
/// # Errors
/// A text is missing, an act lacks what it needs, or a step ends without anything that must be seen.
pub fn check(scenario: &Scenario) -> Result<(), String> {
    told(&scenario.title, "the title")?;
    told(&scenario.sentence, "the sentence")?;
    if scenario.steps.is_empty() || scenario.people.is_empty() {
        return Err("nobody does anything".to_owned());
    }
    let mut names = Vec::new();
    for (place, step) in scenario.steps.iter().enumerate() {
        check_step(step, &mut names).map_err(|why| format!("step {}: {why}", place + 1))?;
    }
    Ok(())
}

fn told(words: &Words, what: &str) -> Result<(), String> {
    let all = [&words.en, &words.nl, &words.zh_tw, &words.zh_cn];
    if all.iter().any(|text| text.trim().is_empty()) {
        return Err(format!("{what} lacks a language"));
    }
    Ok(())
}

fn check_step(step: &Step, names: &mut Vec<String>) -> Result<(), String> {
    told(&step.does, "what is done")?;
    told(&step.say, "what is said")?;
    for act in &step.acts {
        match (&act.deed, &act.with, &act.name) {
            (Deed::Fill(field) | Deed::Keys(field), None, _) => return Err(format!("nothing is typed into {field}")),
            (Deed::Drop(on), None, _) => return Err(format!("the file on {on} has no text")),
            (Deed::Fill(_) | Deed::Keys(_) | Deed::Drop(_), Some(text), _) => known(text, names)?,
            (Deed::Read(element), _, None) => return Err(format!("what {element} says gets no name")),
            (Deed::Read(_), _, Some(name)) => names.push(name.clone()),
            (_, Some(_), _) | (_, _, Some(_)) => return Err("a text or a name where none is used".to_owned()),
            _ => {}
        }
    }
    match step.acts.last().map(|act| &act.deed) {
        Some(Deed::See(_) | Deed::Gone(_)) => Ok(()),
        _ => Err("it does not end with what must be seen".to_owned()),
    }
}

/// Every `{name}` was read before.
fn known(text: &str, names: &[String]) -> Result<(), String> {
    for part in text.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default();
        if !names.iter().any(|known| known == name) {
            return Err(format!("{name:?} was not read before"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::{Act, Deed, check, library};

    fn faulty(change: impl FnOnce(&mut Vec<Act>)) -> Result<(), String> {
        let mut scenario = library().first().unwrap().clone();
        change(&mut scenario.steps.last_mut().unwrap().acts);
        check(&scenario)
    }

    fn act(deed: Deed) -> Act {
        Act { deed, window: None, with: None, name: None, holding: None, anew: false }
    }

    #[test]
    fn a_step_ends_with_what_must_be_seen() {
        assert!(faulty(|acts| acts.push(act(Deed::Press("action-next".into())))).unwrap_err().contains("must be seen"));
    }

    #[test]
    fn what_is_typed_was_read_before() {
        let typed = Act { with: Some("{nobody}".into()), ..act(Deed::Fill("field-code-0".into())) };
        assert!(faulty(|acts| acts.insert(0, typed)).unwrap_err().contains("nobody"));
        assert!(faulty(|acts| acts.insert(0, act(Deed::Fill("field-name".into())))).is_err());
        assert!(faulty(|acts| acts.insert(0, act(Deed::Read("app-password".into())))).is_err());
    }

    #[test]
    fn every_language_has_every_text() {
        let mut scenario = library().first().unwrap().clone();
        scenario.steps.first_mut().unwrap().say.nl.clear();
        assert!(check(&scenario).unwrap_err().contains("language"));
    }
}
