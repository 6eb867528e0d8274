//! The words of calls, in the languages of the product.

use proofup_api::CallerAct;

use super::{Language, caller_words};

/// The prompts of one call, with its language, greeting and extension.
#[derive(Debug, Clone)]
pub(crate) struct Script {
    language: Language,
    greeting: String,
    extension: String,
    /// How a report of fraud begins, where it is taken.
    fraud: bool,
    /// A report of fraud blocks the account.
    blocks: bool,
    /// The question of the help desk, where it verifies a caller.
    question: Option<String>,
}

impl Script {
    /// `own_greeting` takes the place of the product's own first sentence; `number` may hold an extension.
    pub(crate) fn new(
        language: Language,
        organization: &str,
        own_greeting: &str,
        number: &str,
        fraud: bool,
        blocks: bool,
    ) -> Self {
        let greeting = match (own_greeting.is_empty(), language) {
            (false, _) => own_greeting.to_owned(),
            (true, Language::English) => {
                format!("Thank you for using {organization}'s sign-in verification system.")
            }
            (true, Language::TraditionalChinese) => format!("感謝您使用 {organization} 的登入驗證系統。"),
            (true, Language::SimplifiedChinese) => format!("感谢使用 {organization} 的登录验证系统。"),
            (true, Language::Dutch) => {
                format!("Dank u voor het gebruik van het verificatiesysteem van {organization}.")
            }
        };
        let digits = number.split_once('x').map_or("", |(_, extension)| extension);
        // Digit by digit, as a number is read out.
        let extension = digits.chars().map(String::from).collect::<Vec<_>>().join(" ");
        Self { language, greeting, extension, fraud, blocks, question: None }
    }

    /// The same call, which asks whether the person talks to the help desk.
    pub(crate) fn about_a_caller(self, organization: &str, agent: &str, acts: &[CallerAct]) -> Self {
        let question = Some(caller_words::question(self.language, organization, agent, acts));
        Self { question, blocks: false, ..self }
    }

    /// Asks the switchboard to put the call through.
    pub(crate) fn at_extension(&self) -> String {
        let extension = &self.extension;
        match self.language {
            Language::English => format!(
                "This call is for extension {extension}. Please transfer it. At extension {extension}, press the # key to continue."
            ),
            Language::TraditionalChinese => {
                format!("這通電話要找分機 {extension}，請代為轉接。分機 {extension} 請按 # 鍵繼續。")
            }
            Language::SimplifiedChinese => {
                format!("此电话要找分机 {extension}，请代为转接。分机 {extension} 请按 # 键继续。")
            }
            Language::Dutch => format!(
                "Dit gesprek is voor toestel {extension}. Verbind het door. Op toestel {extension}: druk op # om door te gaan."
            ),
        }
    }

    /// The greeting, and which keys there are.
    pub(crate) fn greeted(&self) -> String {
        if let Some(question) = &self.question {
            return question.clone();
        }
        let keys = match self.language {
            Language::English => "Please press the # key to finish your verification.",
            Language::TraditionalChinese => "請按 # 鍵完成驗證。",
            Language::SimplifiedChinese => "请按 # 键完成验证。",
            Language::Dutch => "Druk op # om de verificatie te voltooien.",
        };
        let fraud = match (self.fraud, self.language) {
            (false, _) => "",
            (true, Language::English) => " If you are not signing in now, press 0 and then # to report fraud.",
            (true, Language::TraditionalChinese) => "如果您現在並未登入，請按 0 再按 # 回報詐騙。",
            (true, Language::SimplifiedChinese) => "如果你现在并未登录，请按 0 再按 # 举报欺诈。",
            (true, Language::Dutch) => " Meldt u zich nu niet aan, druk dan op 0 en daarna op # om fraude te melden.",
        };
        format!("{} {keys}{fraud}", self.greeting)
    }

    /// Other keys than those asked for.
    pub(crate) fn not_understood(&self) -> String {
        let sorry = match self.language {
            Language::English => "That was another key.",
            Language::TraditionalChinese => "您按了其他按鍵。",
            Language::SimplifiedChinese => "你按了其他按键。",
            Language::Dutch => "Dat was een andere toets.",
        };
        format!("{sorry} {}", self.greeted())
    }

    /// Asks for a confirmation of the report.
    pub(crate) fn fraud_asked(&self) -> String {
        if self.question.is_some() {
            return caller_words::nobody_asked(self.language);
        }
        match (self.language, self.blocks) {
            (Language::English, true) => {
                "To report fraud and block this account, press 1. To go back, press any other key.".to_owned()
            }
            (Language::English, false) => "To report fraud, press 1. To go back, press any other key.".to_owned(),
            (Language::TraditionalChinese, true) => {
                "要回報詐騙並封鎖此帳戶，請按 1。要返回，請按其他任何鍵。".to_owned()
            }
            (Language::TraditionalChinese, false) => "要回報詐騙，請按 1。要返回，請按其他任何鍵。".to_owned(),
            (Language::SimplifiedChinese, true) => {
                "要举报欺诈并阻止此帐户，请按 1。要返回，请按其他任意键。".to_owned()
            }
            (Language::SimplifiedChinese, false) => "要举报欺诈，请按 1。要返回，请按其他任意键。".to_owned(),
            (Language::Dutch, true) => {
                "Druk op 1 om fraude te melden en dit account te blokkeren. Druk op een andere toets om terug te gaan."
                    .to_owned()
            }
            (Language::Dutch, false) => {
                "Druk op 1 om fraude te melden. Druk op een andere toets om terug te gaan.".to_owned()
            }
        }
    }

    /// The report was taken.
    pub(crate) fn fraud_reported(&self) -> String {
        match (self.language, self.blocks) {
            (Language::English, true) => {
                "Your report was received. To unblock your account, contact your help desk. Goodbye.".to_owned()
            }
            (Language::English, false) => "Your report was received. Goodbye.".to_owned(),
            (Language::TraditionalChinese, true) => {
                "已收到您的回報。若要解除封鎖帳戶，請連絡技術支援中心。再見。".to_owned()
            }
            (Language::TraditionalChinese, false) => "已收到您的回報。再見。".to_owned(),
            (Language::SimplifiedChinese, true) => {
                "已收到你的举报。若要解除对帐户的阻止，请联系技术支持人员。再见。".to_owned()
            }
            (Language::SimplifiedChinese, false) => "已收到你的举报。再见。".to_owned(),
            (Language::Dutch, true) => {
                "Uw melding is ontvangen. Neem contact op met uw helpdesk om uw account te deblokkeren. Tot ziens."
                    .to_owned()
            }
            (Language::Dutch, false) => "Uw melding is ontvangen. Tot ziens.".to_owned(),
        }
    }

    /// Another number than the one that the help desk says.
    pub(crate) fn wrong_number(&self) -> String {
        caller_words::wrong_number(self.language)
    }

    /// The call passed.
    pub(crate) fn passed(&self) -> String {
        match self.language {
            Language::English => "You are verified. Goodbye.",
            Language::TraditionalChinese => "驗證成功。再見。",
            Language::SimplifiedChinese => "验证成功。再见。",
            Language::Dutch => "U bent geverifieerd. Tot ziens.",
        }
        .to_owned()
    }

    /// Nothing that is pressed counts any more.
    pub(crate) fn over(&self) -> String {
        match self.language {
            Language::English => "This verification is over. Goodbye.",
            Language::TraditionalChinese => "此次驗證已結束。再見。",
            Language::SimplifiedChinese => "此次验证已结束。再见。",
            Language::Dutch => "Deze verificatie is voorbij. Tot ziens.",
        }
        .to_owned()
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }
}
