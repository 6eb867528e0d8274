//! The words of questions and refusals. A client shows the first 253 bytes at most, on one line, and adds nothing.

use proofup_api::{DenialReason, MethodHint, MethodType};

use crate::sign_in::front_end::{Asks, Question, Refusal};
use crate::telephony::Language;

/// Of a device's name.
const LONGEST_HINT: usize = 40;

/// A question as it is shown.
pub(super) fn question(language: Language, question: &Question) -> String {
    let after = question.after.map(|reason| what_became(language, reason)).unwrap_or_default();
    let other = if question.has_another_way { another_way(language) } else { "" };
    let asked = match &question.asks {
        Asks::Method(methods) => return format!("{after}{}", choice(language, methods)),
        Asks::AppCode => match language {
            Language::English => format!("Code from your app{other}: "),
            Language::Dutch => format!("Code uit uw app{other}: "),
            Language::TraditionalChinese => format!("應用程式的驗證碼{other}："),
            Language::SimplifiedChinese => format!("应用中的验证码{other}："),
        },
        Asks::TextCode(phone) => match language {
            Language::English => format!("Code sent to {phone}{other}: "),
            Language::Dutch => format!("Code verzonden naar {phone}{other}: "),
            Language::TraditionalChinese => format!("傳送至 {phone} 的驗證碼{other}："),
            Language::SimplifiedChinese => format!("发送至 {phone} 的验证码{other}："),
        },
        Asks::Call(phone) => match language {
            Language::English => format!("Answer the call to {phone}, press #, then press Enter here{other}: "),
            Language::Dutch => format!("Neem de oproep op {phone} aan, druk op # en daarna hier op Enter{other}: "),
            Language::TraditionalChinese => format!("接聽打到 {phone} 的電話並按 #，再於此按 Enter{other}："),
            Language::SimplifiedChinese => format!("接听打到 {phone} 的电话并按 #，再在此按 Enter{other}："),
        },
        Asks::Approval { number, devices } => {
            let device = shortened(devices);
            match language {
                Language::English => format!("Type {number} in the app on {device}, then press Enter here{other}: "),
                Language::Dutch => format!("Typ {number} in de app op {device} en druk hier op Enter{other}: "),
                Language::TraditionalChinese => format!("在 {device} 的應用程式輸入 {number}，再於此按 Enter{other}："),
                Language::SimplifiedChinese => format!("在 {device} 的应用中输入 {number}，再在此按 Enter{other}："),
            }
        }
    };
    format!("{after}{asked}")
}

/// A refusal as it is shown.
pub(super) fn refusal(language: Language, refusal: Refusal) -> String {
    match refusal {
        Refusal::Wrong => match language {
            Language::English => "Wrong name or password.",
            Language::Dutch => "Onjuiste naam of onjuist wachtwoord.",
            Language::TraditionalChinese => "名稱或密碼錯誤。",
            Language::SimplifiedChinese => "名称或密码错误。",
        }
        .to_owned(),
        Refusal::Blocked => match language {
            Language::English => "This account is blocked.",
            Language::Dutch => "Dit account is geblokkeerd.",
            Language::TraditionalChinese => "此帳戶已被封鎖。",
            Language::SimplifiedChinese => "此帐户已被阻止。",
        }
        .to_owned(),
        Refusal::Throttled(wait) => {
            let minutes = (wait.seconds + 59) / 60;
            match language {
                Language::English => format!("Too many attempts. Try again in {minutes} min."),
                Language::Dutch => format!("Te veel pogingen. Probeer het over {minutes} min opnieuw."),
                Language::TraditionalChinese => format!("嘗試次數過多，請於 {minutes} 分鐘後再試。"),
                Language::SimplifiedChinese => format!("尝试次数过多，请在 {minutes} 分钟后重试。"),
            }
        }
        Refusal::Denied(reason) => what_became(language, reason).trim_end().to_owned(),
    }
}

fn choice(language: Language, methods: &[MethodHint]) -> String {
    let mut text = String::new();
    for (place, method) in methods.iter().enumerate() {
        let (number, hint) = (place + 1, shortened(&method.hint));
        let name = method_name(language, method.kind);
        let part = match method.kind {
            MethodType::Push | MethodType::Oath => format!("{number} {name}; "),
            _ => format!("{number} {name} {hint}; "),
        };
        text.push_str(&part);
    }
    text.push_str(match language {
        Language::English => "type a number: ",
        Language::Dutch => "typ een nummer: ",
        Language::TraditionalChinese => "請輸入號碼：",
        Language::SimplifiedChinese => "请输入编号：",
    });
    text
}

fn method_name(language: Language, kind: MethodType) -> &'static str {
    match (kind, language) {
        (MethodType::Push, Language::English) => "Approve in the app",
        (MethodType::Push, Language::Dutch) => "Goedkeuren in de app",
        (MethodType::Push, Language::TraditionalChinese) => "在應用程式核准",
        (MethodType::Push, Language::SimplifiedChinese) => "在应用中批准",
        (MethodType::Oath, Language::English) => "Code from the app",
        (MethodType::Oath, Language::Dutch) => "Code uit de app",
        (MethodType::Oath, Language::TraditionalChinese) => "應用程式的驗證碼",
        (MethodType::Oath, Language::SimplifiedChinese) => "应用中的验证码",
        (MethodType::Sms, Language::English) => "Text",
        (MethodType::Sms, Language::Dutch) => "Sms",
        (MethodType::Sms, Language::TraditionalChinese) => "簡訊",
        (MethodType::Sms, Language::SimplifiedChinese) => "短信",
        (_, Language::English) => "Call",
        (_, Language::Dutch) => "Oproep",
        (_, Language::TraditionalChinese) => "電話",
        (_, Language::SimplifiedChinese) => "电话",
    }
}

const fn another_way(language: Language) -> &'static str {
    match language {
        Language::English => " (0: another way)",
        Language::Dutch => " (0: andere manier)",
        Language::TraditionalChinese => "（0：其他方式）",
        Language::SimplifiedChinese => "（0：其他方式）",
    }
}

/// What became of the answer before, with a space behind it.
fn what_became(language: Language, reason: DenialReason) -> &'static str {
    use DenialReason as Reason;
    let [english, dutch, traditional, simplified] = match reason {
        Reason::IncorrectCode | Reason::InvalidAppCode => {
            ["That code is wrong. ", "Die code is onjuist. ", "驗證碼錯誤。", "验证码错误。"]
        }
        Reason::CodeAlreadyUsed => [
            "That code was used already. Wait for the next one. ",
            "Die code is al gebruikt. Wacht op de volgende. ",
            "該驗證碼已使用過，請等下一個。",
            "该验证码已使用过，请等下一个。",
        ],
        Reason::CodeExpired => ["That code is too old. ", "Die code is te oud. ", "驗證碼已過期。", "验证码已过期。"],
        Reason::CodeSuperseded => [
            "A newer code was sent. ",
            "Er is een nieuwere code verzonden. ",
            "已傳送較新的驗證碼。",
            "已发送较新的验证码。",
        ],
        Reason::TooManyIncorrectCodes | Reason::LockedOut => {
            ["Too many wrong codes. ", "Te veel onjuiste codes. ", "錯誤次數過多。", "错误次数过多。"]
        }
        Reason::UserDeclined | Reason::FraudReported => {
            ["Denied on the device. ", "Geweigerd op het apparaat. ", "已在裝置上拒絕。", "已在设备上拒绝。"]
        }
        Reason::NumberMismatch => ["The number was wrong. ", "Het nummer was onjuist. ", "號碼不符。", "号码不符。"],
        Reason::PushNoResponse | Reason::PushNotDelivered => {
            ["Nobody answered in the app. ", "Geen antwoord in de app. ", "應用程式沒有回應。", "应用中没有回应。"]
        }
        Reason::PushPaused | Reason::InProgress => [
            "Not now: too many were asked for. ",
            "Nu niet: er is te vaak gevraagd. ",
            "要求次數過多，請稍候。",
            "请求次数过多，请稍候。",
        ],
        Reason::PhoneUnreachable
        | Reason::CallHungUp
        | Reason::CallWentToVoicemail
        | Reason::PhoneNumberInvalidFormat => {
            ["The phone was not reached. ", "De telefoon is niet bereikt. ", "無法聯絡該電話。", "无法联系该电话。"]
        }
        Reason::NoMethodsRegistered => [
            "No verification method is registered. Sign in to Proofup first. ",
            "Er is geen verificatiemethode geregistreerd. Meld u eerst aan bij Proofup. ",
            "尚未註冊驗證方法，請先登入 Proofup。",
            "尚未注册验证方法，请先登录 Proofup。",
        ],
        Reason::MethodDisabled => {
            ["That method is switched off. ", "Die methode is uitgeschakeld. ", "該方法已停用。", "该方法已停用。"]
        }
        _ => ["Access denied. ", "Toegang geweigerd. ", "存取遭拒。", "访问被拒绝。"],
    };
    match language {
        Language::English => english,
        Language::Dutch => dutch,
        Language::TraditionalChinese => traditional,
        Language::SimplifiedChinese => simplified,
    }
}

fn shortened(hint: &str) -> String {
    hint.chars().filter(|c| !c.is_control()).take(LONGEST_HINT).collect()
}

#[cfg(test)]
mod tests {
    use proofup_api::{DenialReason, SecretText};

    use super::{Asks, Language, Question, question};

    #[test]
    fn every_question_with_one_method_fits_the_display_of_clients() {
        let longest = "漢".repeat(40);
        for language in [Language::English, Language::Dutch, Language::TraditionalChinese, Language::SimplifiedChinese]
        {
            for asks in [
                Asks::AppCode,
                Asks::TextCode("+X XXXXXXXX64".to_owned()),
                Asks::Call("+X XXXXXXXX64".to_owned()),
                Asks::Approval { number: "47".to_owned(), devices: longest.clone() },
            ] {
                let asked = Question {
                    token: SecretText::new(""),
                    number: 1,
                    asks,
                    has_another_way: true,
                    after: Some(DenialReason::InvalidAppCode),
                };
                let text = question(language, &asked);
                assert!(text.len() <= proofup_radius::LONGEST_VALUE, "{text}");
            }
        }
    }
}
