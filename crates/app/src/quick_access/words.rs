//! The texts of the tray, and of the desktop's question about a shortcut. They are not in the window's locales, because
//! the tray exists without a page.

use crate::view::Language;

/// The fixed texts of the menu.
pub(crate) struct Words {
    pub(crate) nothing_pinned: &'static str,
    pub(crate) more: &'static str,
    pub(crate) open: &'static str,
    pub(crate) lock: &'static str,
    pub(crate) unlock: &'static str,
    pub(crate) quit: &'static str,
}

/// The texts in a language.
pub(crate) const fn words(language: Language) -> Words {
    match language {
        Language::English => Words {
            nothing_pinned: "No pinned accounts",
            more: "More accounts…",
            open: "Open Proofup",
            lock: "Lock",
            unlock: "Unlock",
            quit: "Quit",
        },
        Language::TraditionalChinese => Words {
            nothing_pinned: "沒有釘選的帳戶",
            more: "更多帳戶…",
            open: "開啟 Proofup",
            lock: "鎖定",
            unlock: "解除鎖定",
            quit: "結束",
        },
        Language::SimplifiedChinese => Words {
            nothing_pinned: "没有置顶的帐户",
            more: "更多帐户…",
            open: "打开 Proofup",
            lock: "锁定",
            unlock: "解锁",
            quit: "退出",
        },
        Language::Dutch => Words {
            nothing_pinned: "Geen vastgemaakte accounts",
            more: "Meer accounts…",
            open: "Proofup openen",
            lock: "Vergrendelen",
            unlock: "Ontgrendelen",
            quit: "Afsluiten",
        },
    }
}
