//! 繁體中文

use super::Words;
use crate::notices::event::Event;

pub(super) const WORDS: Words = Words {
    greeting: "{name}，您好：",
    intro: "您在 {organization} 的帳戶發生了以下事項：",
    several: "您在 {organization} 的帳戶變更過多，無法逐一寄送郵件。其他變更如下：",
    what: "項目",
    when: "時間",
    until: "到期時間",
    from: "來源",
    by: "執行者",
    by_person: "以您的身分登入的人",
    by_administrator: "系統管理員",
    fine: "如果您知道這件事，則不需採取任何動作。",
    alarm: "如果不是您本人：請登入 Proofup，變更密碼，檢查您的安全性資訊與最近的活動，並告知技術支援中心。",
    not_me: "不是我本人",
    automatic: "此郵件由系統自動寄出。{organization} 的任何人都不會向您索取密碼或驗證碼。",
    test: "Proofup 的郵件可以送達。這是測試，您的帳戶沒有任何變更。",
    former_phone: "{organization}：此電話不再用於驗證您的登入。如果不是您移除的，請致電技術支援中心。",
    title,
};

const fn title(event: Event) -> &'static str {
    match event {
        Event::PhoneAdded => "您的帳戶已新增電話",
        Event::PhoneChanged => "您帳戶的電話號碼已變更",
        Event::PhoneRemoved => "您的帳戶已移除電話",
        Event::AppAdded => "您的帳戶已新增驗證器應用程式",
        Event::AppRemoved => "您的帳戶已移除驗證器應用程式",
        Event::DeviceAdded => "您的帳戶已新增接收通知的裝置",
        Event::DeviceRemoved => "您的帳戶已移除接收通知的裝置",
        Event::TokenAdded => "您的帳戶已新增硬體權杖",
        Event::TokenRemoved => "您的帳戶已移除硬體權杖",
        Event::MethodsReset => "您的驗證方法已重設",
        Event::SecondStepTurnedOff => "您帳戶的雙步驟驗證已關閉",
        Event::AppPasswordCreated => "已建立應用程式密碼",
        Event::PasswordChanged => "您的密碼已變更",
        Event::PasswordReset => "您的密碼已重設",
        Event::DeviceTrusted => "已新增受信任的裝置",
        Event::NewNetwork => "從新的網路登入",
        Event::AccountBlocked => "您的帳戶已遭封鎖",
        Event::BypassIssued => "已允許一次不經第二個步驟的登入",
        Event::MailChanged => "您帳戶的郵件地址已變更",
        Event::Several => "您的帳戶有多項變更",
        Event::Test => "測試郵件",
    }
}
