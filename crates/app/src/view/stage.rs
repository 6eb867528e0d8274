//! The stage of the demo: its scenarios, the presenter's panel, and the mail app.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A text in each language of the app, by its tag.
pub type StageWords = BTreeMap<String, String>;

/// The stage, as the chooser and the panel show it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StageView {
    /// The main window shows the cards.
    pub choosing: bool,
    /// The cards.
    pub scenarios: Vec<StageCard>,
    /// The id of the scenario that the command line asked for; the main window begins it.
    pub asked: Option<String>,
    /// The id of the scenario that an earlier run left in the middle.
    pub unfinished: Option<String>,
    /// The chosen scenario; null in free play.
    pub playing: Option<StagePlay>,
    /// How many milliseconds the clock of the demo is ahead of the computer's.
    pub clock_ahead: i64,
    /// Whether the service runs.
    pub service_running: bool,
    /// Its servers, where there are several.
    pub servers: Vec<StageServer>,
    /// Everybody who can be signed in by one press.
    pub people: Vec<StagePerson>,
    /// The user name of the person in the main window.
    pub signed_in: Option<String>,
    /// The panel is a column of the main window, because windows cannot be placed on this desktop.
    pub docked: bool,
}

/// The card of a scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StageCard {
    /// Its id.
    pub id: String,
    /// How long it takes.
    pub minutes: u8,
    /// Its title.
    pub title: StageWords,
    /// One sentence.
    pub sentence: StageWords,
    /// The names of those who play.
    pub people: Vec<String>,
}

/// A scenario that is played.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StagePlay {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: StageWords,
    /// Its steps.
    pub steps: Vec<StageStep>,
    /// The index of the present step.
    pub step: usize,
    /// How many steps were done; the present one may be the first that is not.
    pub done: usize,
    /// *Do it for me* works on the present step.
    pub busy: bool,
    /// What *Do it for me* did not find.
    pub stuck: Option<String>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StageStep {
    /// The first name of the person who does it; null for a person who is not shown.
    pub who: Option<String>,
    /// The window.
    pub window: StageWindow,
    /// What is done.
    pub does: StageWords,
    /// What the presenter says.
    pub say: StageWords,
}

/// A window of the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum StageWindow {
    /// The main window.
    Main,
    /// The demo phone.
    Phone,
    /// The mail app.
    Mail,
    /// The presenter's panel.
    Panel,
    /// None.
    Elsewhere,
}

/// One of several servers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StageServer {
    /// Its name, as in the sign-in log.
    pub name: String,
    /// Whether it runs.
    pub running: bool,
}

/// A person of the demo.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StagePerson {
    /// The user name.
    pub user_principal_name: String,
    /// The first name.
    pub name: String,
}

/// What a presenter asks for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", tag = "ask")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum StageOrder {
    /// Show the cards.
    Cards,
    /// Play without a scenario.
    FreePlay,
    /// Begin this scenario, from its beginning.
    Begin {
        /// Its id.
        id: String,
        /// Milliseconds since 1970: the next morning at nine, where the presenter is.
        morning: i64,
    },
    /// Go on with the scenario that an earlier run left in the middle.
    GoOn,
    /// Do the present step.
    DoIt,
    /// Move to the next step.
    Next,
    /// Return to the step before.
    Back,
    /// Move the clock on.
    Clock {
        /// By so many seconds.
        seconds: u32,
    },
    /// Start or stop the service.
    Service {
        /// Whether it runs.
        running: bool,
    },
    /// Start or stop one of several servers.
    Server {
        /// Its name.
        name: String,
        /// Whether it runs.
        running: bool,
    },
    /// Sign this person in, in place of the present one.
    SignIn {
        /// The user name.
        person: String,
    },
    /// Give the main window the size of a projector's picture, or its usual one.
    Projector {
        /// Which of both.
        on: bool,
    },
    /// Bring a window to the front.
    Show {
        /// Which one.
        window: StageWindow,
    },
}

/// Something that the service wrote down, or sent.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StageFeedRow {
    /// Unique, in the order of time.
    pub id: String,
    /// Milliseconds since 1970.
    pub time: i64,
    /// What it tells.
    pub told: StageTold,
    /// The user name or number of the person whom it is about.
    pub person: Option<String>,
    /// The technical line.
    pub line: String,
}

/// What a row of the feed tells, by codes that have words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum StageTold {
    /// A row of the sign-in log.
    SignIn {
        /// The code of the result.
        result: String,
        /// The code of the reason, if it was denied.
        reason: Option<String>,
        /// The code of the method.
        mode: String,
    },
    /// A change to an account.
    Change {
        /// Its code.
        change: String,
    },
    /// An order of an administrator.
    Action {
        /// Its code.
        action: String,
    },
    /// A text to a phone.
    Text,
}

/// What a window is asked to do, as its person would.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StageAct {
    /// For the answer.
    pub id: u32,
    /// What is done.
    pub deed: StageDeed,
    /// The test id of the element.
    pub on: String,
    /// Only an element that contains this.
    pub holding: Option<String>,
    /// The text to type, or of the file.
    pub text: Option<String>,
    /// Read only a text that differs from this one.
    pub other_than: Option<String>,
    /// Without a ring, and not letter by letter: nobody is looking.
    pub at_once: bool,
}

/// What can be done in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum StageDeed {
    /// Press.
    Press,
    /// Type.
    Fill,
    /// Press a key for each character of the text.
    Keys,
    /// Drop a file with the text.
    Drop,
    /// Read.
    Read,
    /// Wait until it is there.
    See,
    /// Wait until it is gone.
    Gone,
}

/// How an act ended.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StageDone {
    /// The id of the act.
    pub id: u32,
    /// The window has begun, and answers again when it is done.
    pub begun: bool,
    /// Whether it was done.
    pub done: bool,
    /// What was read.
    pub text: Option<String>,
}

/// The answer of the server to the mail app.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "answer")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum MailAppAnswer {
    /// The app may fetch mail.
    Allowed,
    /// The app is refused, with the server's words.
    Refused {
        /// As the server said them.
        words: String,
    },
    /// No answer.
    Unreachable,
}
