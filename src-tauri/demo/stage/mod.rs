//! The stage: scenarios that a presenter plays, or lets the demo play.

mod actors;
mod back;
mod feed;
mod orders;
mod player;
mod record;
mod show;
mod view;

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError, atomic::AtomicU32},
};

use jiff::Timestamp;
use proofup_app::view::StageDone;
use proofup_service::{Random, demo::Differences};
use proofup_stage::{Scenario, Step};
use tokio::sync::{Mutex as AsyncMutex, mpsc};

use record::{Record, RecordFile};

/// The state of the stage.
pub(super) struct Stage {
    state: Mutex<State>,
    file: RecordFile,
    /// One change of the scenario, or one step, at a time.
    changing: AsyncMutex<()>,
    /// The windows that were asked to do something, by the number of the act.
    asked: Mutex<HashMap<u32, mpsc::UnboundedSender<StageDone>>>,
    next_act: AtomicU32,
    /// Windows cannot be placed on this desktop.
    docked: bool,
}

struct State {
    choosing: bool,
    /// The scenario of the command line, until the main window begins it.
    asked: Option<String>,
    unfinished: Option<Record>,
    play: Option<Play>,
    random: Random,
}

/// A scenario under way.
struct Play {
    scenario: &'static Scenario,
    step: usize,
    done: usize,
    busy: bool,
    stuck: Option<String>,
    /// What was read in the windows, by name.
    read: BTreeMap<String, String>,
    /// When it began, in milliseconds since 1970.
    began: i64,
}

impl Play {
    fn at(scenario: &'static Scenario, step: usize, began: i64) -> Self {
        Self { scenario, step, done: step, busy: false, stuck: None, read: BTreeMap::new(), began }
    }

    fn present(&self) -> Option<&'static Step> {
        self.scenario.steps.get(self.step)
    }
}

impl Stage {
    /// `asked` is the value of the command line: empty for the cards, `free`, or the name of a scenario.
    pub(super) fn new(asked: Option<&str>, folder: &Path, docked: bool) -> Self {
        let file = RecordFile::in_folder(folder);
        let record = asked.and_then(|_| file.read());
        if let Some(record) = &record {
            record.restore_clock();
        }
        let state = State {
            choosing: asked.is_some_and(|asked| asked != "free"),
            asked: asked.and_then(proofup_stage::scenario).map(|scenario| scenario.id.clone()),
            unfinished: record.filter(|record| record.scenario().is_some()),
            play: None,
            random: Random::system(),
        };
        Self {
            state: Mutex::new(state),
            file,
            changing: AsyncMutex::default(),
            asked: Mutex::default(),
            next_act: AtomicU32::new(1),
            docked,
        }
    }

    /// The randomness of the service.
    pub(super) fn random(&self) -> Random {
        self.lock().random
    }

    /// How the organisation differs from the usual one.
    pub(super) fn differences(&self) -> Differences {
        self.lock().play.as_ref().map_or_else(Differences::default, |play| {
            let beginning = &play.scenario.beginning;
            Differences {
                disabled: beginning.disabled.clone(),
                reports_block: beginning.reports_block,
                colleagues: beginning.colleagues,
                tokens_unknown: beginning.tokens_unknown,
                settings: beginning.settings.clone(),
            }
        })
    }

    /// How long the scenario has been played, by the demo's clock. Without one no time passes.
    pub(super) fn milliseconds_played(&self, now: Timestamp) -> i64 {
        self.lock().play.as_ref().map_or(0, |play| now.as_millisecond() - play.began)
    }

    /// How many servers the service has.
    pub(super) fn servers(&self) -> usize {
        1 + usize::from(self.lock().play.as_ref().is_some_and(|play| play.scenario.beginning.two_servers))
    }

    /// Whether the cards are shown.
    pub(super) fn is_choosing(&self) -> bool {
        self.lock().choosing
    }

    /// Whether this scenario shows the phone; true in free play.
    pub(super) fn has_phone(&self) -> bool {
        let state = self.lock();
        !state.choosing
            && state
                .play
                .as_ref()
                .is_none_or(|play| play.scenario.beginning.windows.contains(&proofup_stage::Place::Phone))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes down where the presenter is, for the next start.
    fn keep(&self) {
        let record = Record::of(self.lock().play.as_ref());
        self.file.write(&record);
    }
}
