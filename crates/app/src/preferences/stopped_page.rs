//! The text of a window whose page has stopped. It is here because such a page cannot show text.

use super::Preferences;
use crate::view::Language;

/// A sentence, and the button below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoppedPageWords {
    /// What happened, and that no data is lost.
    pub text: &'static str,
    /// The button that starts the page.
    pub start_again: &'static str,
}

impl Preferences {
    /// The text in the language of the window.
    pub fn stopped_page_words(&self) -> StoppedPageWords {
        words(self.settings.language())
    }
}

const fn words(language: Language) -> StoppedPageWords {
    match language {
        Language::English => StoppedPageWords {
            text: "This page keeps stopping. Your accounts and settings are safe.",
            start_again: "Start again",
        },
        Language::TraditionalChinese => StoppedPageWords {
            text: "此頁面一再停止。您的帳戶與設定都沒有受到影響。",
            start_again: "重新啟動",
        },
        Language::SimplifiedChinese => StoppedPageWords {
            text: "此页面反复停止。你的帐户和设置没有受到影响。",
            start_again: "重新启动",
        },
        Language::Dutch => StoppedPageWords {
            text: "Deze pagina stopt steeds. Uw accounts en instellingen zijn niet verloren.",
            start_again: "Opnieuw starten",
        },
    }
}
