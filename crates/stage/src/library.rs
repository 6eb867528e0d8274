//! The scenarios that there are.

use std::sync::LazyLock;

use crate::{Scenario, check};

/// A file that is no scenario.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioFault {
    /// It cannot be read.
    #[error("{file}: {source}")]
    Unreadable {
        /// Its name.
        file: &'static str,
        /// Why.
        source: Box<toml::de::Error>,
    },
    /// It can be read, but not played.
    #[error("{file}: {why}")]
    Unplayable {
        /// Its name.
        file: &'static str,
        /// Why.
        why: String,
    },
}

/// In the order of the cards.
const FILES: [(&str, &str); 9] = [
    ("first-day", include_str!("../scenarios/first-day.toml")),
    ("lost-phone", include_str!("../scenarios/lost-phone.toml")),
    ("old-mail-app", include_str!("../scenarios/old-mail-app.toml")),
    ("no-network", include_str!("../scenarios/no-network.toml")),
    ("somebody-has-my-password", include_str!("../scenarios/somebody-has-my-password.toml")),
    ("hardware-token", include_str!("../scenarios/hardware-token.toml")),
    ("method-switched-off", include_str!("../scenarios/method-switched-off.toml")),
    ("several-servers", include_str!("../scenarios/several-servers.toml")),
    ("forty-people", include_str!("../scenarios/forty-people.toml")),
];

static LIBRARY: LazyLock<Vec<Scenario>> = LazyLock::new(|| FILES.iter().filter_map(|file| read(file).ok()).collect());

/// All scenarios. A test makes sure that every file is one.
#[must_use]
pub fn library() -> &'static [Scenario] {
    &LIBRARY
}

/// The scenario with this id.
#[must_use]
pub fn scenario(id: &str) -> Option<&'static Scenario> {
    library().iter().find(|scenario| scenario.id == id)
}

fn read(&(file, text): &(&'static str, &str)) -> Result<Scenario, ScenarioFault> {
    let read: Scenario =
        toml::from_str(text).map_err(|source| ScenarioFault::Unreadable { file, source: Box::new(source) })?;
    if read.id != file {
        return Err(ScenarioFault::Unplayable { file, why: format!("its id is {:?}", read.id) });
    }
    check(&read).map_err(|why| ScenarioFault::Unplayable { file, why })?;
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::{FILES, library, read};

    #[test]
    fn every_file_is_a_scenario() {
        for file in &FILES {
            if let Err(fault) = read(file) {
                panic!("{fault}");
            }
        }
        assert_eq!(library().len(), FILES.len());
    }
}
