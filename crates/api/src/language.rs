//! The languages of the product.

/// A language that people are written to in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// 繁體中文
    TraditionalChinese,
    /// 简体中文
    SimplifiedChinese,
    /// Nederlands
    Dutch,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::English, Self::TraditionalChinese, Self::SimplifiedChinese, Self::Dutch];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::TraditionalChinese => "zh-TW",
            Self::SimplifiedChinese => "zh-CN",
            Self::Dutch => "nl",
        }
    }

    /// The first language of a list that texts are written in: `Accept-Language` (RFC 9110, section 12.5.4) without
    /// its weights, or `ui_locales` (OpenID Connect Core, section 3.1.2.1).
    pub fn preferred(list: &str) -> Option<Self> {
        list.split([',', ' ']).find_map(|range| Self::of_tag(range.split(';').next().unwrap_or_default().trim()))
    }

    /// The language of one tag; the closest one that texts are written in.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        match parts.next()? {
            "en" => Some(Self::English),
            "nl" => Some(Self::Dutch),
            "zh" if parts.any(|part| matches!(part, "tw" | "hk" | "mo" | "hant")) => Some(Self::TraditionalChinese),
            "zh" => Some(Self::SimplifiedChinese),
            _ => None,
        }
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn takes_the_first_language_it_can_write() {
        for (list, language) in [
            ("zh-Hant-TW,zh;q=0.9,en;q=0.8", Some(Language::TraditionalChinese)),
            ("zh", Some(Language::SimplifiedChinese)),
            ("de-DE,de;q=0.9,nl;q=0.8", Some(Language::Dutch)),
            ("fr nl en", Some(Language::Dutch)),
            ("en_US", Some(Language::English)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Language::preferred(list), language, "{list}");
        }
    }
}
