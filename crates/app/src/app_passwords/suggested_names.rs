//! Suggests names for app passwords: one per device, this computer first.

use crate::view::Language;

/// How many are suggested.
const SUGGESTIONS: usize = 6;

/// Free names. A taken name gets a number.
pub(crate) fn suggest(computer: &str, language: Language, taken: &[&str]) -> Vec<String> {
    let is_taken = |name: &str| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let kinds = kinds_of_devices(language).into_iter().filter(|kind| !is_taken(kind)).map(str::to_owned);
    let mut names: Vec<String> = numbered(computer, is_taken).into_iter().collect();
    for kind in kinds {
        if !names.iter().any(|name| name.to_lowercase() == kind.to_lowercase()) {
            names.push(kind);
        }
    }
    names.truncate(SUGGESTIONS);
    names
}

fn numbered(name: &str, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    if !is_taken(name) {
        return Some(name.to_owned());
    }
    let short: String = name.chars().take(60).collect();
    (2..100).map(|number| format!("{short} {number}")).find(|name| !is_taken(name))
}

fn kinds_of_devices(language: Language) -> [&'static str; 5] {
    match language {
        Language::English => ["Laptop", "Phone", "Tablet", "Desktop", "Mail app"],
        Language::TraditionalChinese => ["筆記型電腦", "手機", "平板電腦", "桌上型電腦", "郵件應用程式"],
        Language::SimplifiedChinese => ["笔记本电脑", "手机", "平板电脑", "台式电脑", "邮件应用"],
        Language::Dutch => ["Laptop", "Telefoon", "Tablet", "Desktop", "Mail-app"],
    }
}

#[cfg(test)]
mod tests {
    use super::suggest;
    use crate::view::Language;

    #[test]
    fn this_computer_comes_first() {
        let names = suggest("desk", Language::English, &[]);
        assert_eq!(names, ["desk", "Laptop", "Phone", "Tablet", "Desktop", "Mail app"]);
    }

    #[test]
    fn suggests_nothing_that_is_taken_in_any_case() {
        let names = suggest("desk", Language::Dutch, &["Desk", "LAPTOP", "desk 2"]);
        assert_eq!(names, ["desk 3", "Telefoon", "Tablet", "Desktop", "Mail-app"]);
    }

    #[test]
    fn suggests_a_computer_called_laptop_once() {
        let names = suggest("laptop", Language::English, &[]);
        assert_eq!(names, ["laptop", "Phone", "Tablet", "Desktop", "Mail app"]);
    }
}
