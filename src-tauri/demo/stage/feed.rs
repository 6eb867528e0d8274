//! What the service does, as the panel shows it: read from its tables and from the phones, never told by the story.

use proofup_app::view::{PhoneMessage, StageFeedRow, StageTold};
use proofup_service::demo::{self, FeedRow, Told};

use crate::demo::Demo;

impl Demo {
    /// The rows since the scenario began, the oldest first. While the service is stopped, there are none.
    pub(crate) async fn stage_feed(&self) -> Vec<StageFeedRow> {
        let Some(began) = self.stage.lock().play.as_ref().map(|play| play.began) else { return Vec::new() };
        let mut rows: Vec<_> = match self.written_since(began).await {
            Ok(written) => written.into_iter().map(row).collect(),
            Err(error) => {
                tracing::debug!(%error, "the tables of the service could not be read");
                Vec::new()
            }
        };
        rows.extend(self.messages().into_iter().filter_map(|message| text(message, began)));
        rows.sort_by(|one, other| one.time.cmp(&other.time).then_with(|| one.id.cmp(&other.id)));
        rows
    }
}

fn row(row: FeedRow) -> StageFeedRow {
    let (table, told) = match row.told {
        Told::SignIn { result, reason, mode } => (
            "sign_ins",
            StageTold::SignIn { result: result.to_owned(), reason: reason.map(str::to_owned), mode: mode.to_owned() },
        ),
        Told::Change(change) => ("account_changes", StageTold::Change { change: change.to_owned() }),
        Told::Action(action) => ("admin_actions", StageTold::Action { action: action.to_owned() }),
    };
    let columns = row.columns.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ");
    StageFeedRow { line: format!("{table} {columns}"), id: row.id, time: row.created_at, told, person: row.person }
}

fn text(message: PhoneMessage, began: i64) -> Option<StageFeedRow> {
    let time = message.received_date_time.as_millisecond();
    (time >= began).then(|| StageFeedRow {
        id: format!("text-{}", message.id),
        time,
        told: StageTold::Text,
        line: format!("telephony text to={}", message.to),
        person: message.owner.or(Some(message.to)),
    })
}

impl Demo {
    async fn written_since(&self, began: i64) -> Result<Vec<FeedRow>, proofup_service::ServiceError> {
        match self.nodes.running.lock().await.values().next() {
            Some(running) => demo::feed(running, began).await,
            None => Ok(Vec::new()),
        }
    }
}
