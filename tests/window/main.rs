//! The window as a person has it: in a frame, at the size that it had before, and with a page in it whatever happens.

#![expect(clippy::expect_used, reason = "a test says what it expected")]
#![cfg(target_os = "linux")]

mod program;
mod screen;

use program::Program;
use screen::{Screen, is_a_page, warns};

/// Half the screen is taken by no other window: the demo's phone stays away.
const TITLE: &str = "Proofup";

#[test]
fn the_window_shows_its_page_at_every_size_that_it_had_before() {
    let screen = Screen::open();
    let sizes = [
        (1040, 720, false),
        (1200, 800, false),
        (480, 560, false),
        (700, 600, false),
        (559, 800, false),
        (760, 560, false),
        (1300, 900, false),
        // Of a larger screen.
        (2560, 1440, false),
        (1040, 720, true),
        (480, 560, true),
    ];
    for (width, height, maximized) in sizes {
        let program = Program::start_at(&screen, width, height, maximized);
        let window = screen.wait("the window", || screen.window(TITLE));
        let picture = screen.wait(&format!("the page at {width} × {height}, maximized: {maximized}"), || {
            program.assert_runs();
            screen.picture(window).filter(is_a_page)
        });
        if !maximized && width <= 1400 {
            assert_eq!(picture.dimensions(), (width, height), "it has the size that it had");
        } else {
            assert!(picture.width() > 1300, "it fills the screen: {:?}", picture.dimensions());
        }
    }
}

#[test]
fn a_page_whose_process_dies_is_started_again_but_not_for_ever() {
    let screen = Screen::open();
    let program = Program::start_at(&screen, 1040, 720, false);
    let window = screen.wait("the window", || screen.window(TITLE));
    let mut gone = Vec::new();
    for _ in 0..3 {
        let process = screen.wait("a process of the page", || program.page_process().filter(|id| !gone.contains(id)));
        screen.wait("the work of the process", || Program::has_drawn(process).then_some(()));
        screen.wait("the page", || {
            screen.picture(window).filter(|now| is_a_page(now) && (gone.is_empty() || warns(now)))
        });
        Program::crash(process);
        gone.push(process);
    }
    let last = screen.wait("a process of the page", || program.page_process().filter(|id| !gone.contains(id)));
    screen.wait("the work of the process", || Program::has_drawn(last).then_some(()));
    screen.wait("the page that says so", || screen.picture(window).filter(|now| is_a_page(now) && warns(now)));
    Program::crash(last);
    screen.wait("the question instead of a page", || screen.picture(window).filter(|now| !is_a_page(now)));
    screen.wait("the end of the process", || program.page_process().is_none().then_some(()));
    program.assert_runs();
}
