//! Finds accounts by words. Ignores case and accents.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{account::Account, trouble::Trouble};

/// The accounts that match, in their order. An account with exactly this name or id comes before those that only
/// contain every word.
pub(crate) fn matching<'a>(accounts: &'a [Account], query: &str) -> Vec<&'a Account> {
    let wanted = folded(query.trim());
    if let Some(account) = accounts.iter().find(|account| account.id == query) {
        return vec![account];
    }
    let exact: Vec<_> = accounts.iter().filter(|account| names(account).contains(&wanted)).collect();
    if !exact.is_empty() {
        return exact;
    }
    let holds_all = |account: &&Account| {
        let text = names(account).join("\n");
        wanted.split_whitespace().all(|word| text.contains(word))
    };
    accounts.iter().filter(holds_all).collect()
}

/// The only account that matches.
pub(crate) fn only<'a>(accounts: &'a [Account], query: &str) -> Result<&'a Account, Trouble> {
    match matching(accounts, query)[..] {
        [account] => Ok(account),
        [] => Err(Trouble::NotFound { query: query.to_owned() }),
        ref several => Err(Trouble::Ambiguous {
            query: query.to_owned(),
            names: several.iter().map(|account| account.name()).collect(),
        }),
    }
}

fn names(account: &Account) -> [String; 4] {
    let (issuer, name) = (folded(&account.issuer), folded(&account.account));
    [format!("{issuer}:{name}"), format!("{issuer} {name}"), issuer, name]
}

/// The form for comparisons: without accents, in lower case.
fn folded(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{matching, only};
    use crate::{account::Account, trouble::Trouble};

    fn account(id: &str, issuer: &str, name: &str) -> Account {
        Account::for_tests(id, issuer, name)
    }

    fn accounts() -> Vec<Account> {
        vec![
            account("1", "GitHub", "ann"),
            account("2", "GitHub", "work@contoso.example"),
            account("3", "Café Zoë", "ann"),
            account("4", "Git", "ann"),
        ]
    }

    fn ids(query: &str) -> Vec<String> {
        matching(&accounts(), query).into_iter().map(|account| account.id.clone()).collect()
    }

    #[test]
    fn case_and_accents_make_no_difference() {
        assert_eq!(ids("cafe zoe"), ["3"]);
        assert_eq!(ids("CAFÉ"), ["3"]);
    }

    #[test]
    fn every_word_must_be_there() {
        assert_eq!(ids("hub work"), ["2"]);
        assert!(ids("hub zoe").is_empty());
    }

    #[test]
    fn an_exact_name_comes_first() {
        assert_eq!(ids("git"), ["4"]);
        assert_eq!(ids("github"), ["1", "2"]);
        assert_eq!(ids("github:ann"), ["1"]);
        assert_eq!(ids("3"), ["3"]);
    }

    #[test]
    fn no_match_and_several_matches_are_different_errors() {
        assert!(matches!(only(&accounts(), "nobody"), Err(Trouble::NotFound { .. })));
        let Err(Trouble::Ambiguous { names, .. }) = only(&accounts(), "github") else { unreachable!() };
        assert_eq!(names, ["GitHub (ann)", "GitHub (work@contoso.example)"]);
    }
}
