//! Administration of 100,000 people and a log of a million rows, over HTTP on both databases.

mod filling;

use std::{path::Path, time::Instant};

use proofup_bench::verdict;
use serde_json::{Value, json};

use crate::{Failure, http::Http, people, postgres::PostgresDatabase, server::Server};
use filling::{LOG_ROWS, PEOPLE, name_of};

/// Each page is asked so often; the first answer fills caches and is not counted.
const TIMES: usize = 21;
const BULK: usize = 1000;
/// The most that the service takes in one call.
const AT_ONCE: usize = 100;
const COST: (u32, u32) = (7168, 5);

/// First pages, with the bar in milliseconds.
const PAGES: [(&str, &str, f64); 9] = [
    ("people, all", "/v1/admin/users?top=100", 50.0),
    ("people, searched by a name", "/v1/admin/users?top=100&search=novak%2077", 50.0),
    ("people, state Enabled", "/v1/admin/users?top=100&state=enabled", 50.0),
    ("people, not registered for 14 days", "/v1/admin/users?top=100&notRegisteredDays=14", 50.0),
    ("people, locked", "/v1/admin/users?top=100&locked=true", 50.0),
    ("sign-in log, all", "/v1/admin/signIns?top=100", 50.0),
    ("sign-in log, of one person", "/v1/admin/signIns?top=100&user=person000077%40contoso.example", 50.0),
    ("sign-in log, fraud reported", "/v1/admin/signIns?top=100&denialReason=fraud_reported", 50.0),
    ("usage report of a year", "/v1/admin/reports/usage", 1000.0),
];

/// Prints how long answers take on both databases.
pub async fn answers(service: &Path) -> Result<(), Failure> {
    println!("\n{PEOPLE} people, {LOG_ROWS} rows in the sign-in log; {TIMES} times each, without the first.\n");
    println!("| answer | ms, median | ms, slowest | bar | |");
    println!("|---|---|---|---|---|");
    for name in ["SQLite", "PostgreSQL"] {
        let postgres = (name == "PostgreSQL").then(PostgresDatabase::create_durable).flatten();
        if name == "PostgreSQL" && postgres.is_none() {
            println!("| PostgreSQL | not installed | – | – | |");
            continue;
        }
        of_database(name, Server::start_on(postgres.map(|database| database.url()), service, COST)?).await?;
    }
    Ok(())
}

async fn of_database(database: &str, mut server: Server) -> Result<(), Failure> {
    let people = people::registered(&server, 1).await?;
    let eva = people.first().ok_or("nobody was added")?;
    server.make_administrator(eva.name())?;
    server.stop()?;
    filling::fill(server.database()).await?;
    server.start_again()?;
    let http = Http::connect(server.url()).await?;
    people::until_fresh_codes().await;
    let owed = eva.give_password(&http).await?;
    let granted = owed.answer(&http, &eva.code_now()?).await?.ok_or("a right code was refused")?;
    let token = granted.access_token(&http).await?;
    let watched = server.watch_memory();
    for (what, path, bar) in PAGES {
        let (median, slowest) = timed(&http, &token, path).await?;
        println!("| {database}: {what} | {median:.1} | {slowest:.1} | ≤ {bar:.0} | {} |", verdict(median <= bar));
    }
    let bulk = bulk(&http, &token).await?;
    println!(
        "| {database}: {BULK} people enabled, {AT_ONCE} a call | {bulk:.0} | – | ≤ 2000 | {} |",
        verdict(bulk <= 2000.0)
    );
    let peak = watched.peak().await;
    println!(
        "| {database}: memory of the service meanwhile, PSS, MB | {peak:.0} | – | < 60 | {} |",
        verdict(peak < 60.0)
    );
    Ok(())
}

/// Milliseconds: the median, and the slowest.
async fn timed(http: &Http, token: &str, path: &str) -> Result<(f64, f64), Failure> {
    let mut took = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let asked = Instant::now();
        let answer = http.get(path, token).await?;
        took.push(1000.0 * asked.elapsed().as_secs_f64());
        if answer == Value::Null {
            return Err(format!("{path} answers nothing").into());
        }
    }
    took.remove(0);
    took.sort_by(f64::total_cmp);
    let at = |index: usize| took.get(index).copied().unwrap_or(f64::NAN);
    Ok((at(took.len() / 2), at(took.len() - 1)))
}

async fn bulk(http: &Http, token: &str) -> Result<f64, Failure> {
    let begun = Instant::now();
    let names: Vec<_> = filling::disabled().take(BULK).map(name_of).collect();
    for (number, users) in names.chunks(AT_ONCE).enumerate() {
        let body =
            json!({ "action": "enable", "users": users, "bulkId": "pilot of the measurement", "reason": "pilot" });
        let done = http.post("/v1/admin/users:bulk", token, &body).await?;
        if done["changed"] != AT_ONCE {
            return Err(format!("call {number} came to something else: {done}").into());
        }
    }
    Ok(1000.0 * begun.elapsed().as_secs_f64())
}
