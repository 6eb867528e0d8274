//! The words of text messages, in the languages of the product.

use proofup_api::{Language, SecretText};

/// The text that carries a code.
pub(crate) fn verification_text(language: Language, code: &SecretText, organization: &str) -> SecretText {
    let code = code.expose();
    SecretText::new(match language {
        Language::English => format!("Use verification code {code} for {organization} authentication."),
        Language::TraditionalChinese => format!("請使用驗證碼 {code} 進行 {organization} 驗證。"),
        Language::SimplifiedChinese => format!("请使用验证码 {code} 进行 {organization} 身份验证。"),
        Language::Dutch => format!("Gebruik verificatiecode {code} voor verificatie bij {organization}."),
    })
}

/// The same for texts that are answered with their code.
pub(crate) fn reply_text(language: Language, code: &SecretText, organization: &str) -> SecretText {
    let code = code.expose();
    SecretText::new(match language {
        Language::English => format!("Reply to this message with {code} for {organization} authentication."),
        Language::TraditionalChinese => format!("請以 {code} 回覆此訊息，進行 {organization} 驗證。"),
        Language::SimplifiedChinese => format!("请用 {code} 回复此短信，进行 {organization} 身份验证。"),
        Language::Dutch => format!("Beantwoord dit bericht met {code} voor verificatie bij {organization}."),
    })
}
