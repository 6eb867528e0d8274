//! The owners of numbers and tokens. The demo data names some from the start; others get their owner while the demo
//! runs.

use std::sync::{Mutex, PoisonError};

use proofup_service::demo::{self, DemoHolders, DemoPerson};

/// The last answer of the service.
#[derive(Default)]
pub(super) struct Holders(Mutex<DemoHolders>);

impl Holders {
    /// Sets the owners; true if they changed.
    pub(super) fn replace(&self, now: DemoHolders) -> bool {
        let mut held = self.lock();
        let changed = *held != now;
        *held = now;
        changed
    }

    /// The owner of this number.
    pub(super) fn of_number(&self, number: &str) -> Option<String> {
        let set_up = self.lock().numbers.iter().find(|(own, _)| own == number).map(|(_, name)| name.clone());
        set_up.or_else(|| in_the_story(number))
    }

    /// The owner of this token.
    pub(super) fn of_token(&self, serial_number: &str) -> Option<String> {
        self.lock().tokens.iter().find(|(own, _)| own == serial_number).map(|(_, name)| name.clone())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, DemoHolders> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The person in the demo data with this number, whether or not it is registered.
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
    fn a_number_gets_its_owner_when_it_is_registered() {
        let holders = Holders::default();
        assert_eq!(holders.of_number("+1 4255550101").as_deref(), Some("Ann Example"), "the demo data names her");
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
