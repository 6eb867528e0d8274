//! The stage as the chooser and the panel show it.

use std::{collections::BTreeMap, sync::atomic::Ordering};

use proofup_app::{
    App,
    view::{StageCard, StagePerson, StagePlay, StageServer, StageStep, StageView, StageWindow, StageWords},
};
use proofup_service::demo;
use proofup_stage::{Place, Scenario, Step, Words};

use super::Play;
use crate::{
    demo::{Demo, nodes::Node},
    environment::clock_ahead,
};

impl Demo {
    /// The stage now; empty outside of the demo.
    pub(crate) async fn stage(&self, app: &App) -> StageView {
        if !self.is_wanted() {
            return StageView::default();
        }
        let running: Vec<_> = self.nodes.running.lock().await.keys().copied().collect();
        let servers = self.stage.servers();
        let state = self.stage.lock();
        StageView {
            choosing: state.choosing,
            scenarios: proofup_stage::library().iter().map(card).collect(),
            asked: state.asked.clone(),
            unfinished: state.unfinished.as_ref().and_then(|record| Some(record.scenario()?.id.clone())),
            playing: state.play.as_ref().map(play),
            clock_ahead: clock_ahead().load(Ordering::SeqCst),
            service_running: !running.is_empty(),
            servers: Node::ALL
                .into_iter()
                .filter(|_| servers > 1)
                .map(|node| StageServer { name: node.name().to_owned(), running: running.contains(&node) })
                .collect(),
            people: demo::people()
                .into_iter()
                .map(|person| StagePerson {
                    user_principal_name: person.upn.to_owned(),
                    name: first_name(person.display_name),
                })
                .collect(),
            signed_in: app.status().status().person.map(|person| person.user_principal_name),
            docked: self.stage.docked,
        }
    }
}

fn card(scenario: &Scenario) -> StageCard {
    StageCard {
        id: scenario.id.clone(),
        minutes: scenario.minutes,
        title: words(&scenario.title),
        sentence: words(&scenario.sentence),
        people: scenario.people.iter().filter_map(|upn| name_of(upn)).collect(),
    }
}

fn play(play: &Play) -> StagePlay {
    StagePlay {
        id: play.scenario.id.clone(),
        title: words(&play.scenario.title),
        steps: play.scenario.steps.iter().map(step).collect(),
        step: play.step,
        done: play.done,
        busy: play.busy,
        stuck: play.stuck.clone(),
    }
}

fn step(step: &Step) -> StageStep {
    StageStep {
        who: name_of(&step.who),
        window: match step.window {
            Place::Main => StageWindow::Main,
            Place::Phone => StageWindow::Phone,
            Place::Mail => StageWindow::Mail,
            Place::Elsewhere => StageWindow::Elsewhere,
        },
        does: words(&step.does),
        say: words(&step.say),
    }
}

/// The first name of a person of the demo.
fn name_of(upn: &str) -> Option<String> {
    demo::people().into_iter().find(|person| person.upn == upn).map(|person| first_name(person.display_name))
}

fn first_name(display_name: &str) -> String {
    display_name.split(' ').next().unwrap_or(display_name).to_owned()
}

fn words(words: &Words) -> StageWords {
    let all = [("en", &words.en), ("nl", &words.nl), ("zh-TW", &words.zh_tw), ("zh-CN", &words.zh_cn)];
    all.into_iter().map(|(tag, text)| (tag.to_owned(), text.clone())).collect::<BTreeMap<_, _>>()
}
