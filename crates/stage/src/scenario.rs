//! What a scenario consists of.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A text in the four languages of the app.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Words {
    /// English.
    pub en: String,
    /// Dutch.
    pub nl: String,
    /// Traditional Chinese.
    #[serde(rename = "zh-TW")]
    pub zh_tw: String,
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    pub zh_cn: String,
}

/// A story of a minute or two.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Scenario {
    /// Its name on the command line, and the name of its file.
    pub id: String,
    /// How long it takes with a presenter.
    pub minutes: u8,
    /// The seed of the service's randomness.
    pub seed: u64,
    /// The user names of those who play, in the order of the card.
    pub people: Vec<String>,
    /// On its card and on the panel.
    pub title: Words,
    /// One sentence on its card.
    pub sentence: Words,
    /// The state before the first step.
    pub beginning: Beginning,
    /// What happens.
    pub steps: Vec<Step>,
}

/// The state before the first step: Contoso as it always begins, and these differences.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
pub struct Beginning {
    /// Who is signed in to the main window.
    pub signed_in: Option<String>,
    /// The page that it shows.
    pub page: Page,
    /// The windows beside the main one and the panel.
    pub windows: Vec<Place>,
    /// Those who are not asked for a second step yet.
    pub disabled: Vec<String>,
    /// A report of fraud also blocks the account.
    pub reports_block: bool,
    /// So many people more, who are not asked for a second step yet.
    pub colleagues: u8,
    /// The hardware tokens that nobody has are not in the inventory yet.
    pub tokens_unknown: bool,
    /// Settings of the service that differ, by name.
    pub settings: BTreeMap<String, String>,
    /// The service runs on two servers.
    pub two_servers: bool,
}

/// A page of the main window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Page {
    /// Signing in, and one's own security info.
    #[default]
    Security,
    /// The pages of administrators.
    Administration,
}

/// A window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// The main window.
    Main,
    /// The demo phone.
    Phone,
    /// The mail app.
    Mail,
    /// None: somebody whose computer is not shown.
    Elsewhere,
}

/// What one person does, and what the presenter says about it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Step {
    /// The user name, or `attacker`.
    pub who: String,
    /// Where they do it.
    pub window: Place,
    /// What they do, as an instruction.
    pub does: Words,
    /// What the presenter says.
    pub say: Words,
    /// What *Do it for me* does, in order. It ends with what must be seen.
    pub acts: Vec<Act>,
}

/// One thing that is done or seen in a window.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Act {
    /// What is done.
    #[serde(flatten)]
    pub deed: Deed,
    /// Where, if not in the window of the step.
    pub window: Option<Place>,
    /// The text to type. `{name}` is what was read before under that name.
    pub with: Option<String>,
    /// The name of what is read.
    #[serde(rename = "as")]
    pub name: Option<String>,
    /// Only an element that contains this text.
    pub holding: Option<String>,
    /// Reads when the text is another one than was read under this name before: the next code.
    #[serde(default)]
    pub anew: bool,
}

/// What is done. Elements are named by their test id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Presses a button, a tab or a choice.
    Press(String),
    /// Types a text into a field.
    Fill(String),
    /// Presses a key for each character of a text: the element of this name with the character behind it.
    Keys(String),
    /// Drops a file with this text on an element.
    Drop(String),
    /// Reads the text of an element; only its digits, if it is a code or a number.
    Read(String),
    /// Waits until an element is there.
    See(String),
    /// Waits until an element is gone.
    Gone(String),
    /// Moves the clock on by so many seconds.
    Clock(u32),
    /// Starts or stops the service.
    Service(bool),
    /// Starts one of two servers.
    Start(String),
    /// Stops one of two servers.
    Stop(String),
    /// Signs this person in to the main window, in place of the present one.
    SignIn(String),
    /// Somebody elsewhere signs in with this person's password.
    Attack(String),
}
