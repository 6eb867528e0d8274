//! Measures the figures of `docs/performance.md`: the app compared with an empty Tauri window, in the same run.
//!
//! Usage: `proofup-bench APP EMPTY_WINDOW`. It needs an X server without a window manager and a D-Bus session without a
//! keyring, as `scripts/with-display` provides.

#[expect(clippy::expect_used, reason = "without a keyring there is nothing to measure")]
#[path = "../../support/keyring.rs"]
mod keyring;
mod program;
mod screen;

use std::{error::Error, path::PathBuf, time::Duration};

use program::{Program, Running};
use proofup_bench::{
    processes,
    summary::{Summary, ratio},
    verdict,
};

/// Starts of each program; they alternate, so that a busy moment of the machine affects both.
const STARTS: usize = 9;
/// The number of accounts in the authenticator.
const ACCOUNTS: usize = 30;
/// The number of accounts of a person with very many.
const MANY: usize = 1000;
const IDLE: Duration = Duration::from_secs(30);
/// The CPU limit of an idle program in % of one core, with a visible window and with a hidden one.
const VISIBLE: f64 = 1.0;
const HIDDEN: f64 = 0.1;
/// The time until start-up work has ended and memory is stable.
const SETTLE: Duration = Duration::from_secs(6);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(app), Some(empty)) = (arguments.next(), arguments.next()) else {
        return Err("usage: proofup-bench APP EMPTY_WINDOW".into());
    };
    let _keyring = keyring::Keyring::start();
    let many = Program::app(app.clone(), MANY)?.on_page("authenticator");
    let app = Program::app(app, ACCOUNTS)?;
    let empty = Program::empty(empty);

    println!(
        "{STARTS} starts each, alternating; release build, one window, {ACCOUNTS} accounts in the authenticator.\n"
    );
    let ours = &mut Figures::default();
    let floor = &mut Figures::default();
    // The first start of each fills the disk cache and is not counted.
    for round in 0..=STARTS {
        for (program, figures) in [(&empty, &mut *floor), (&app, &mut *ours)] {
            let start = program.start()?.until_usable()?;
            if round > 0 {
                figures.on_screen.push(start.on_screen);
                figures.usable.push(start.usable);
            }
            start.stop();
        }
    }
    let floor_rest = at_rest(&empty)?;
    let ours_rest = at_rest(&app.on_page("authenticator"))?;
    let many_rest = at_rest(&many)?;

    let (floor_on_screen, on_screen) = (Summary::of(&floor.on_screen), Summary::of(&ours.on_screen));
    let (floor_usable, usable) = (Summary::of(&floor.usable), Summary::of(&ours.usable));
    println!("| figure | ours | empty window | ratio | bar | |");
    println!("|---|---|---|---|---|---|");
    println!(
        "| window on screen, ms (min / median / max) | {on_screen} | {floor_on_screen} | {} | – | |",
        ratio(on_screen.median, floor_on_screen.median)
    );
    let allowed = 1.5 * floor_usable.median + 300.0;
    println!(
        "| first page usable, ms (min / median / max) | {usable} | {floor_usable} | {} | ≤ 1.5 × + 300 = {allowed:.0} ms | {} |",
        ratio(usable.median, floor_usable.median),
        verdict(usable.median <= allowed)
    );
    println!(
        "| memory of all processes, PSS, MB | {:.0} | {:.0} | {} | ≤ 1.3 × | {} |",
        ours_rest.memory,
        floor_rest.memory,
        ratio(ours_rest.memory, floor_rest.memory),
        verdict(ours_rest.memory <= 1.3 * floor_rest.memory)
    );
    for (accounts, rest) in [(ACCOUNTS, &ours_rest), (MANY, &many_rest)] {
        for (how, ours, floor, bar) in
            [("visible", rest.visible, floor_rest.visible, VISIBLE), ("hidden", rest.hidden, floor_rest.hidden, HIDDEN)]
        {
            println!(
                "| idle CPU over {} s, {how}, {accounts} accounts, % of one core | {ours:.2} | {floor:.2} | – | ≤ {bar} % | {} |",
                IDLE.as_secs(),
                verdict(ours <= bar)
            );
        }
    }
    Ok(())
}

/// One value for each start, in milliseconds.
#[derive(Default)]
struct Figures {
    on_screen: Vec<f64>,
    usable: Vec<f64>,
}

struct AtRest {
    /// In MB.
    memory: f64,
    /// In % of one core, with the Authenticator page visible.
    visible: f64,
    /// The same with the window hidden.
    hidden: f64,
}

fn at_rest(program: &Program) -> Result<AtRest, Box<dyn Error>> {
    let running: Running = program.start()?.until_usable()?;
    std::thread::sleep(SETTLE);
    let visible = idle(&running)?;
    let memory = processes::proportional_set_size(running.id())?;
    running.hide()?;
    std::thread::sleep(SETTLE);
    let hidden = idle(&running)?;
    running.stop();
    Ok(AtRest { memory, visible, hidden })
}

/// In % of one core over [`IDLE`].
fn idle(running: &Running) -> Result<f64, Box<dyn Error>> {
    let before = processes::processor_time(running.id())?;
    std::thread::sleep(IDLE);
    let after = processes::processor_time(running.id())?;
    Ok(100.0 * (after - before).as_secs_f64() / IDLE.as_secs_f64())
}
