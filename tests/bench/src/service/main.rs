//! Measures the capacity of the service: full sign-ins compared with the bare hash, second-step checks, memory. All in
//! one run, on one machine, including the load generator.
//!
//! Usage: `proofup-bench-service PROOFUP_SERVICE [sign-ins|streams|old-clients|directory|administration]`, all of them without a word.

mod administration;
mod bare_hash;
mod directory;
mod http;
mod load;
mod old_clients;
mod people;
#[path = "../../../support/postgres.rs"]
#[expect(dead_code, reason = "a measurement takes no database away")]
mod postgres;
mod server;
mod streams;

use std::{
    error::Error,
    path::{Path, PathBuf},
    time::Duration,
};

use people::Person;
use proofup_bench::{processes, verdict};
use server::Server;

/// The number of people; each signs in once per measurement, because a code works only once.
const PEOPLE: usize = 400;
/// Clients that sign in at the same time: enough to keep all cores busy with hashes.
const CLIENTS: usize = 16;
/// Clients that send codes at the same time. A check is answered when it is durable, so that few clients would all wait
/// for the same commit and leave the cores idle.
const CHECKERS: usize = 64;
/// Wrong codes before the right one in the measurement of checks; one sign-in allows five.
const WRONG_CODES: usize = 4;
const USAGE: &str =
    "usage: proofup-bench-service PROOFUP_SERVICE [sign-ins|streams|old-clients|directory|administration]";
/// KiB and passes of Argon2id.
const COSTS: [(u32, u32); 2] = [(19_456, 2), (7_168, 5)];

type Failure = Box<dyn Error + Send + Sync>;

// One thread, because the load generator takes processor time from the service.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args_os().skip(1);
    let service = arguments.next().map(PathBuf::from).ok_or(USAGE)?;
    let only = arguments.next();
    let wanted = |part: &str| only.as_ref().is_none_or(|only| only == part);
    if wanted("sign-ins") {
        sign_ins(&service).await?;
    }
    if wanted("streams") {
        streams::idle_times(&service).await?;
    }
    if wanted("old-clients") {
        old_clients::rates(&service).await?;
    }
    if wanted("directory") {
        directory::runs(&service)?;
    }
    if wanted("administration") {
        administration::answers(&service).await?;
    }
    Ok(())
}

async fn sign_ins(service: &Path) -> Result<(), Failure> {
    println!("{PEOPLE} people, {CLIENTS} of them at a time, SQLite with full synchronisation; release build.\n");
    println!("| figure | ours | floor | ratio | bar | |");
    println!("|---|---|---|---|---|---|");
    for (index, cost) in COSTS.into_iter().enumerate() {
        let server = Server::start(service, cost)?;
        if index == 0 {
            tokio::time::sleep(Duration::from_secs(3)).await;
            let idle = processes::proportional_set_size(server.id()).map_err(|error| error.to_string())?;
            println!("| idle service, PSS, MB | {idle:.1} | – | – | < 30 MB | {} |", verdict(idle < 30.0));
        }
        let people = people::registered(&server, PEOPLE).await?;
        full_sign_ins(&server, &people, cost).await?;
        if index == 0 {
            second_steps(&server, &people).await?;
        }
    }
    Ok(())
}

/// Name, password, code, tokens, as in the app; compared with the bare hash on as many threads as there are processors.
async fn full_sign_ins(server: &Server, people: &[Person], (memory, passes): (u32, u32)) -> Result<(), Failure> {
    people::until_fresh_codes().await;
    let watched = server.watch_memory();
    let rate = load::rate(server, people.to_vec(), CLIENTS, |http, person: Person| async move {
        let owed = person.give_password(&http).await?;
        let code = person.code_now()?;
        let granted = owed.answer(&http, &code).await?.ok_or("a right code was refused")?;
        granted.tokens(&http).await.map(|()| 1)
    })
    .await?;
    let peak = watched.peak().await;
    let floor = bare_hash::rate(memory, passes)?;
    println!(
        "| full sign-ins a second, Argon2id {} MiB, {passes} passes | {rate:.1} | {floor:.1} bare hashes | {:.2} × | ≥ 0.8 × | {} |",
        memory / 1024,
        rate / floor,
        verdict(rate >= 0.8 * floor)
    );
    println!("| memory meanwhile, PSS, MB | {peak:.0} | – | – | – | |");
    Ok(())
}

/// Wrong codes and a right one for each sign-in, after the password.
async fn second_steps(server: &Server, people: &[Person]) -> Result<(), Failure> {
    let begun = load::each(server, people.to_vec(), CLIENTS, |http, person: Person| async move {
        let owed = person.give_password(&http).await?;
        Ok((person, owed))
    })
    .await?;
    people::until_fresh_codes().await;
    let rate = load::rate(server, begun, CHECKERS, |http, (person, owed): (Person, people::Owed)| async move {
        let right = person.code_now()?;
        for off in 1..=WRONG_CODES {
            if owed.answer(&http, &people::another(&right, off)).await?.is_some() {
                return Err("a wrong code was taken".into());
            }
        }
        owed.answer(&http, &right).await?.ok_or("a right code was refused")?;
        Ok(WRONG_CODES + 1)
    })
    .await?;
    println!(
        "| second-step checks a second, {CHECKERS} at a time, log row durable | {rate:.0} | – | – | ≥ 5,000 | {} |",
        verdict(rate >= 5_000.0)
    );
    Ok(())
}
