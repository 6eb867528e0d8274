//! Facts about this computer.

use crate::view::Language;

/// This computer, as described by the binary.
#[derive(Debug, Clone, Default)]
pub struct HostInfo {
    /// Its name, for the lists of devices; empty when it has none.
    pub name: String,
    /// The desktop's language, a BCP 47 tag.
    pub language: Option<String>,
    /// How the desktop writes dates and numbers, a BCP 47 tag.
    pub locale: Option<String>,
}

impl HostInfo {
    /// The name for lists of devices: short enough for every list, without control characters.
    pub(crate) fn listed_name(&self) -> String {
        let name = proofup_text::listed_name(&self.name, 64);
        if name.is_empty() { "Proofup".to_owned() } else { name }
    }

    /// The app's language that is nearest to the desktop's.
    pub(crate) fn language(&self) -> Language {
        let tag = self.language.as_deref().unwrap_or_default().replace('_', "-").to_ascii_lowercase();
        let mut parts = tag.split(['-', '.', '@']);
        match parts.next() {
            Some("nl") => Language::Dutch,
            Some("zh") if parts.any(|part| matches!(part, "tw" | "hk" | "mo" | "hant")) => Language::TraditionalChinese,
            Some("zh") => Language::SimplifiedChinese,
            _ => Language::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HostInfo;
    use crate::view::Language;

    #[test]
    fn finds_the_nearest_language() {
        let nearest = |tag: &str| HostInfo { language: Some(tag.into()), ..HostInfo::default() }.language();
        assert_eq!(nearest("nl-BE"), Language::Dutch);
        assert_eq!(nearest("zh_TW.UTF-8"), Language::TraditionalChinese);
        assert_eq!(nearest("zh-Hant-HK"), Language::TraditionalChinese);
        assert_eq!(nearest("zh-CN"), Language::SimplifiedChinese);
        assert_eq!(nearest("zh"), Language::SimplifiedChinese);
        assert_eq!(nearest("fr-FR"), Language::English);
        assert_eq!(HostInfo::default().language(), Language::English);
    }

    #[test]
    fn its_listed_name_fits_every_list() {
        let listed = |name: &str| HostInfo { name: name.into(), ..HostInfo::default() }.listed_name();
        assert_eq!(listed(" desk\u{7} "), "desk");
        assert_eq!(listed(""), "Proofup");
        assert_eq!(listed(&"a".repeat(200)).chars().count(), 64);
    }
}
