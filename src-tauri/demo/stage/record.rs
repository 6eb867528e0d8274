//! Where the presenter is, in a file: a start after a crash can go on there, with the same clock.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::Ordering,
};

use proofup_stage::Scenario;
use serde::{Deserialize, Serialize};

use super::Play;
use crate::environment::clock_ahead;

/// The file.
pub(super) struct RecordFile(PathBuf);

/// Its content.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    scenario: Option<String>,
    pub(super) step: usize,
    pub(super) began: i64,
    ahead: i64,
}

impl Record {
    pub(super) fn of(play: Option<&Play>) -> Self {
        // A scenario whose last step is done is finished: there is nothing to go on with.
        let under_way = play.filter(|play| play.done < play.scenario.steps.len());
        Self {
            scenario: under_way.map(|play| play.scenario.id.clone()),
            step: under_way.map_or(0, |play| play.step),
            began: under_way.map_or(0, |play| play.began),
            ahead: clock_ahead().load(Ordering::SeqCst),
        }
    }

    /// The scenario, if it still exists and has this step.
    pub(super) fn scenario(&self) -> Option<&'static Scenario> {
        let scenario = proofup_stage::scenario(self.scenario.as_deref()?)?;
        (self.step < scenario.steps.len()).then_some(scenario)
    }

    /// The rows of the database are from this clock: an earlier one would lie before them.
    pub(super) fn restore_clock(&self) {
        clock_ahead().fetch_max(self.ahead, Ordering::SeqCst);
    }
}

impl RecordFile {
    pub(super) fn in_folder(folder: &Path) -> Self {
        Self(folder.join("stage.json"))
    }

    /// A file that cannot be read holds nothing.
    pub(super) fn read(&self) -> Option<Record> {
        serde_json::from_slice(&fs::read(&self.0).ok()?).ok()
    }

    /// Without the file the next start offers the cards alone.
    pub(super) fn write(&self, record: &Record) {
        let written = serde_json::to_vec(record).map_err(std::io::Error::other).and_then(|bytes| {
            self.0.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&self.0, bytes))
        });
        if let Err(error) = written {
            tracing::warn!(%error, "the next start will not know this scenario");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Play, Record, RecordFile};

    #[test]
    fn a_scenario_in_the_middle_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = RecordFile::in_folder(folder.path());
        assert_eq!(file.read(), None);
        let scenario = proofup_stage::scenario("first-day").unwrap();
        let mut play = Play::at(scenario, 3, 5);
        file.write(&Record::of(Some(&play)));
        let found = file.read().unwrap();
        assert_eq!((found.scenario().map(|scenario| scenario.id.as_str()), found.step), (Some("first-day"), 3));
        play.done = scenario.steps.len();
        file.write(&Record::of(Some(&play)));
        assert!(file.read().unwrap().scenario().is_none(), "a finished one is not offered");
    }
}
