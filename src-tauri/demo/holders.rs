//! Whose the numbers and the tokens are. The story names those of the beginning; others find their owner while the demo runs.

use std::sync::{Mutex, PoisonError};

use proofup_service::demo::{self, DemoHolders, DemoPerson};

/// What the service said last.
#[derive(Default)]
pub(super) struct Holders(Mutex<DemoHolders>);

impl Holders {
    /// Takes in what the service says now; true if anything is different.
    pub(super) fn replace(&self, now: DemoHolders) -> bool {
        let mut held = self.lock();
        let changed = *held != now;
        *held = now;
        changed
    }

    /// Whose phone has this number.
    pub(super) fn of_number(&self, number: &str) -> Option<String> {
        let set_up = self.lock().numbers.iter().find(|(own, _)| own == number).map(|(_, name)| name.clone());
        set_up.or_else(|| in_the_story(number))
    }

    /// Who has added this token.
    pub(super) fn of_token(&self, serial_number: &str) -> Option<String> {
        self.lock().tokens.iter().find(|(own, _)| own == serial_number).map(|(_, name)| name.clone())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, DemoHolders> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// In whose pocket the phone is, whether or not it is set up.
fn in_the_story(number: &str) -> Option<String> {
    let owns = |person: &DemoPerson| {
        person.mobile == number || person.office == Some(number) || person.alternate == Some(number)
    };
    demo::people().into_iter().find(owns).map(|person| person.display_name.to_owned())
}

#[cfg(test)]
mod tests {
    use proofup_service::demo::DemoHolders;

    use super::Holders;

    #[test]
    fn a_number_finds_its_owner_once_somebody_sets_it_up() {
        let holders = Holders::default();
        assert_eq!(holders.of_number("+1 4255550101").as_deref(), Some("Ann Example"), "it is in her pocket");
        assert_eq!(holders.of_number("+1 4255550177"), None);
        let numbers = vec![("+1 4255550177".to_owned(), "Ann Example".to_owned())];
        let tokens = vec![("C200-40117".to_owned(), "Ann Example".to_owned())];
        assert!(holders.replace(DemoHolders { numbers: numbers.clone(), tokens: tokens.clone() }));
        assert!(!holders.replace(DemoHolders { numbers, tokens }), "nothing is different");
        assert_eq!(holders.of_number("+1 4255550177").as_deref(), Some("Ann Example"));
        assert_eq!(holders.of_token("C200-40117").as_deref(), Some("Ann Example"));
        assert_eq!(holders.of_token("C300-55208"), None);
    }
}
