//! The words with which a phone asks whether its owner talks to the help desk, and the words that a caller reads back.

use proofup_api::{CallerAct, Language, SecretText};

use crate::ServiceError;
use crate::runtime::random::Random;

/// The text with a word in it. It names the actions that follow, so that an attacker between the two cannot hide them.
pub(crate) fn text(
    language: Language,
    word: &SecretText,
    organization: &str,
    agent: &str,
    acts: &[CallerAct],
) -> SecretText {
    let (word, acts) = (word.expose(), list(language, acts));
    SecretText::new(match language {
        Language::English => format!(
            "{agent}, help desk of {organization}, is going to {acts}. If you called, say the word: {word}. If nobody is calling you, tell it to nobody."
        ),
        Language::TraditionalChinese => format!(
            "{organization} 技術支援中心的 {agent} 將要{acts}。如果是您打的電話，請說出這個字詞：{word}。如果您沒有打電話，請勿告訴任何人。"
        ),
        Language::SimplifiedChinese => format!(
            "{organization} 技术支持人员 {agent} 将要{acts}。如果是你打的电话，请说出这个词：{word}。如果你没有打电话，请不要告诉任何人。"
        ),
        Language::Dutch => format!(
            "{agent}, helpdesk van {organization}, gaat {acts}. Als u hebt gebeld, noem dan het woord: {word}. Belt u met niemand, vertel het dan aan niemand."
        ),
    })
}

/// What a call says once it is answered.
pub(super) fn question(language: Language, organization: &str, agent: &str, acts: &[CallerAct]) -> String {
    let acts = list(language, acts);
    match language {
        Language::English => format!(
            "{agent}, help desk of {organization}, says that you talk to each other now, and is going to {acts}. If you called, press the two digits that you are told, and then the # key. If nobody is calling you, press 0 and then #."
        ),
        Language::TraditionalChinese => format!(
            "{organization} 技術支援中心的 {agent} 表示正在與您通話，將要{acts}。如果是您打的電話，請按對方告訴您的兩位數字，再按 # 鍵。如果沒有人打電話給您，請按 0 再按 #。"
        ),
        Language::SimplifiedChinese => format!(
            "{organization} 技术支持人员 {agent} 表示正在与你通话，将要{acts}。如果是你打的电话，请按对方告诉你的两位数字，再按 # 键。如果没有人给你打电话，请按 0 再按 #。"
        ),
        Language::Dutch => format!(
            "{agent}, helpdesk van {organization}, zegt dat u elkaar nu spreekt, en gaat {acts}. Als u hebt gebeld, druk dan op de twee cijfers die u hoort en daarna op #. Belt niemand met u, druk dan op 0 en daarna op #."
        ),
    }
}

/// Asks for a confirmation that nobody calls.
pub(super) fn nobody_asked(language: Language) -> String {
    match language {
        Language::English => "To report that nobody is calling you, press 1. To go back, press any other key.",
        Language::TraditionalChinese => "要回報沒有人打電話給您，請按 1。要返回，請按其他任何鍵。",
        Language::SimplifiedChinese => "要举报没有人给你打电话，请按 1。要返回，请按其他任意键。",
        Language::Dutch => "Druk op 1 om te melden dat niemand met u belt. Druk op een andere toets om terug te gaan.",
    }
    .to_owned()
}

/// Another number than the one that the help desk says.
pub(super) fn wrong_number(language: Language) -> String {
    match language {
        Language::English => "That is another number. Goodbye.",
        Language::TraditionalChinese => "號碼不正確。再見。",
        Language::SimplifiedChinese => "号码不正确。再见。",
        Language::Dutch => "Dat is een ander getal. Tot ziens.",
    }
    .to_owned()
}

fn list(language: Language, acts: &[CallerAct]) -> String {
    let words: Vec<_> = acts.iter().map(|act| act_words(language, *act)).collect();
    match language {
        Language::TraditionalChinese | Language::SimplifiedChinese => words.join("、"),
        Language::English | Language::Dutch => words.join(", "),
    }
}

fn act_words(language: Language, act: CallerAct) -> &'static str {
    match (language, act) {
        (Language::English, CallerAct::OneTimeBypass) => "let you sign in once without a second step",
        (Language::English, CallerAct::RequireReregistration) => "delete your verification methods",
        (Language::English, CallerAct::ResetPassword) => "give you a new password",
        (Language::English, CallerAct::DeleteAppPasswords) => "delete your app passwords",
        (Language::TraditionalChinese, CallerAct::OneTimeBypass) => "讓您略過一次第二步驗證登入",
        (Language::TraditionalChinese, CallerAct::RequireReregistration) => "刪除您的驗證方法",
        (Language::TraditionalChinese, CallerAct::ResetPassword) => "為您設定新密碼",
        (Language::TraditionalChinese, CallerAct::DeleteAppPasswords) => "刪除您的應用程式密碼",
        (Language::SimplifiedChinese, CallerAct::OneTimeBypass) => "让你跳过一次第二步验证登录",
        (Language::SimplifiedChinese, CallerAct::RequireReregistration) => "删除你的验证方法",
        (Language::SimplifiedChinese, CallerAct::ResetPassword) => "为你设置新密码",
        (Language::SimplifiedChinese, CallerAct::DeleteAppPasswords) => "删除你的应用密码",
        (Language::Dutch, CallerAct::OneTimeBypass) => "u eenmalig laten aanmelden zonder tweede stap",
        (Language::Dutch, CallerAct::RequireReregistration) => "uw verificatiemethoden verwijderen",
        (Language::Dutch, CallerAct::ResetPassword) => "u een nieuw wachtwoord geven",
        (Language::Dutch, CallerAct::DeleteAppPasswords) => "uw app-wachtwoorden verwijderen",
    }
}

/// A word to be said: never digits, so that nobody learns to read codes aloud.
pub(crate) fn word(language: Language, random: Random) -> Result<SecretText, ServiceError> {
    let [byte] = *random.bytes::<1>()?;
    let words = match language {
        Language::English => ENGLISH,
        Language::TraditionalChinese => TRADITIONAL_CHINESE,
        Language::SimplifiedChinese => SIMPLIFIED_CHINESE,
        Language::Dutch => DUTCH,
    };
    // 64 divides 256: all words are equally likely.
    Ok(SecretText::new(words[usize::from(byte) % words.len()]))
}

/// Words that are not taken for one another on the phone.
const ENGLISH: &[&str; 64] = &[
    "anchor", "apple", "arrow", "bakery", "banana", "basket", "blanket", "bridge", "butter", "camel", "candle",
    "carpet", "castle", "cherry", "chimney", "circus", "copper", "cotton", "desert", "dragon", "eagle", "engine",
    "feather", "forest", "garden", "ginger", "guitar", "hammer", "harbor", "honey", "island", "jacket", "jungle",
    "kettle", "ladder", "lemon", "lobster", "magnet", "marble", "mirror", "mountain", "needle", "ocean", "orange",
    "oyster", "pepper", "pillow", "pirate", "planet", "potato", "rabbit", "ribbon", "river", "saddle", "salmon",
    "silver", "spider", "summer", "tiger", "trumpet", "turtle", "velvet", "window", "yellow",
];

const DUTCH: &[&str; 64] = &[
    "aardbei", "anker", "appel", "bakker", "banaan", "boter", "brug", "citroen", "dadel", "deken", "draak", "eiland",
    "emmer", "fluit", "gember", "gitaar", "gordijn", "hamer", "haven", "herfst", "honing", "jager", "jungle", "kabel",
    "kameel", "kasteel", "ketel", "kers", "konijn", "koper", "krab", "kussen", "ladder", "lepel", "lente", "magneet",
    "marmer", "mosterd", "naald", "oester", "olifant", "oranje", "paleis", "peper", "piraat", "planeet", "raam",
    "rivier", "rozijn", "schaap", "spiegel", "spin", "tapijt", "tijger", "trompet", "tulp", "vlinder", "vogel",
    "wasbeer", "winter", "wortel", "zadel", "zilver", "zomer",
];

const TRADITIONAL_CHINESE: &[&str; 64] = &[
    "蘋果",
    "香蕉",
    "檸檬",
    "櫻桃",
    "葡萄",
    "西瓜",
    "草莓",
    "鳳梨",
    "老虎",
    "兔子",
    "烏龜",
    "駱駝",
    "大象",
    "獅子",
    "蝴蝶",
    "蜘蛛",
    "龍蝦",
    "鮭魚",
    "海豚",
    "企鵝",
    "森林",
    "沙漠",
    "海洋",
    "高山",
    "河流",
    "島嶼",
    "花園",
    "瀑布",
    "彩虹",
    "月亮",
    "太陽",
    "星星",
    "春天",
    "夏天",
    "秋天",
    "冬天",
    "吉他",
    "鋼琴",
    "喇叭",
    "鼓手",
    "剪刀",
    "鐵鎚",
    "梯子",
    "磁鐵",
    "鏡子",
    "窗戶",
    "枕頭",
    "地毯",
    "蠟燭",
    "茶壺",
    "牛奶",
    "麵包",
    "蜂蜜",
    "胡椒",
    "馬鈴薯",
    "豆腐",
    "火車",
    "飛機",
    "帆船",
    "橋樑",
    "城堡",
    "燈塔",
    "羽毛",
    "銀杏",
];

const SIMPLIFIED_CHINESE: &[&str; 64] = &[
    "苹果", "香蕉", "柠檬", "樱桃", "葡萄", "西瓜", "草莓", "菠萝", "老虎", "兔子", "乌龟", "骆驼", "大象", "狮子",
    "蝴蝶", "蜘蛛", "龙虾", "鲑鱼", "海豚", "企鹅", "森林", "沙漠", "海洋", "高山", "河流", "岛屿", "花园", "瀑布",
    "彩虹", "月亮", "太阳", "星星", "春天", "夏天", "秋天", "冬天", "吉他", "钢琴", "喇叭", "鼓手", "剪刀", "铁锤",
    "梯子", "磁铁", "镜子", "窗户", "枕头", "地毯", "蜡烛", "茶壶", "牛奶", "面包", "蜂蜜", "胡椒", "土豆", "豆腐",
    "火车", "飞机", "帆船", "桥梁", "城堡", "灯塔", "羽毛", "银杏",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DUTCH, ENGLISH, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE};

    #[test]
    fn no_word_comes_twice_and_none_is_changed_by_typing_it() {
        for words in [ENGLISH, DUTCH, TRADITIONAL_CHINESE, SIMPLIFIED_CHINESE] {
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
            for word in words {
                assert_eq!(&proofup_text::name(word).to_lowercase(), word);
                assert!(!word.chars().any(|c| c.is_numeric()), "{word}");
            }
        }
    }
}
