//! The words of the tray. They are not the window's: the tray is there before a page is, and when none is shown.

use crate::view::Language;

/// Everything that a menu says by itself.
pub(super) struct Words {
    pub(super) nothing_pinned: &'static str,
    pub(super) more: &'static str,
    pub(super) open: &'static str,
    pub(super) lock: &'static str,
    pub(super) unlock: &'static str,
    pub(super) quit: &'static str,
}

/// In a language.
pub(super) const fn words(language: Language) -> Words {
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
