//! Checks of app passwords for old clients, over HTTP and over RADIUS, on both databases, with few and with very many.

mod filling;
mod freeradius;
mod load;
mod radius;

use std::path::Path;

use proofup_bench::{processes, summary::ratio, verdict};
use serde_json::{Value, json};

use crate::people::{self, Person};
use crate::postgres::PostgresDatabase;
use crate::server::{FRONT_END_SECRET, Server};
use crate::{Failure, http::Http};
use load::Measured;
use radius::Method;

/// KiB and passes of Argon2id; people only sign in to create their app passwords.
const COST: (u32, u32) = (7_168, 5);
/// Clients that ask at the same time, each on a connection of its own.
const CLIENTS: usize = 64;
/// The app passwords of one person: no more are allowed.
const OF_ONE: usize = 40;

/// The least rates, and the longest 99th percentile in ms.
struct Bars {
    all: f64,
    one: f64,
    slowest: f64,
}

const SQLITE: Bars = Bars { all: 30_000.0, one: 20_000.0, slowest: 10.0 };
const POSTGRES: Bars = Bars { all: 8_000.0, one: 5_000.0, slowest: 20.0 };
const RADIUS: f64 = 12_000.0;
/// In MB.
const MEMORY: f64 = 40.0;

/// Prints the rates on each database. Each check is answered when its row of the sign-in log is durable.
pub async fn rates(service: &Path) -> Result<(), Failure> {
    println!("\n| checks of old clients, {CLIENTS} at a time | a second | p50 / p99, ms | beside | bar | |");
    println!("|---|---|---|---|---|---|");
    let server = Server::start_with_front_ends(None, service, COST)?;
    checks("SQLite", server, &SQLITE).await?;
    if let Some(database) = PostgresDatabase::create_durable() {
        let server = Server::start_with_front_ends(Some(database.url()), service, COST)?;
        checks("PostgreSQL", server, &POSTGRES).await?;
    }
    freeradius::rate().await
}

/// Someone with app passwords, as an old client knows them.
#[derive(Clone)]
struct Login {
    name: String,
    secret: String,
}

async fn checks(database: &str, mut server: Server, bars: &Bars) -> Result<(), Failure> {
    let nothing = load::http(&server, CLIENTS, vec![load::nothing()], 204).await?;
    print(&format!("{database}: an empty handler"), &nothing, None, None);
    let people = people::registered(&server, 2).await?;
    people::until_fresh_codes().await;
    let logins = with_app_passwords(&server, &people[0], OF_ONE, &[]).await?;
    // Those for VPN and Wi-Fi have NT hashes too.
    let for_vpn = with_app_passwords(&server, &people[1], OF_ONE, &["radius"]).await?;
    measure(database, &server, (&logins, &for_vpn), (bars, &nothing)).await?;
    server.stop()?;
    filling::fill(server.database()).await?;
    server.start_again()?;
    let name = format!("{database}, a million app passwords");
    let many = over_http(&server, &logins, 204).await?;
    print(&format!("{name}: {OF_ONE}, HTTP"), &many, Some(&nothing), None);
    Ok(())
}

async fn measure(
    database: &str,
    server: &Server,
    (logins, for_vpn): (&[Login], &[Login]),
    (bars, nothing): (&Bars, &Measured),
) -> Result<(), Failure> {
    let all = over_http(server, logins, 204).await?;
    print(&format!("{database}: {OF_ONE}, HTTP"), &all, Some(nothing), Some((bars.all, bars.slowest)));
    let one = over_http(server, &logins[..1], 204).await?;
    print(&format!("{database}: one and the same, HTTP"), &one, Some(nothing), Some((bars.one, bars.slowest)));
    let forgotten = Login { secret: "k7mf2c9wqp4t0r1xhn8d".into(), ..logins[0].clone() };
    // The first one is compared as a password, and everything that comes meanwhile is another guess.
    load::once(server, load::basic(&forgotten.name, &forgotten.secret, FRONT_END_SECRET), 401).await?;
    let wrong = over_http(server, &[forgotten], 401).await?;
    print(&format!("{database}: a deleted one, HTTP"), &wrong, Some(nothing), None);
    for (name, logins, method) in [("RADIUS", logins, Method::Pap), ("RADIUS, MS-CHAPv2", for_vpn, Method::MsChap2)] {
        let radius = radius::checks(server, CLIENTS, logins, method).await?;
        print(&format!("{database}: {OF_ONE}, {name}"), &radius, Some(nothing), Some((RADIUS, bars.slowest)));
    }
    let memory = processes::proportional_set_size(server.id()).map_err(|error| error.to_string())?;
    println!(
        "| {database}: memory after it, PSS, MB | {memory:.0} | – | – | < {MEMORY} MB | {} |",
        verdict(memory < MEMORY)
    );
    Ok(())
}

async fn over_http(server: &Server, logins: &[Login], expected: u16) -> Result<Measured, Failure> {
    let requests = logins.iter().map(|login| load::basic(&login.name, &login.secret, FRONT_END_SECRET)).collect();
    load::http(server, CLIENTS, requests, expected).await
}

fn print(what: &str, measured: &Measured, beside: Option<&Measured>, bar: Option<(f64, f64)>) {
    let beside = beside.map_or("–".into(), |beside| ratio(measured.rate, beside.rate));
    let (bar, met) = bar.map_or(("–".into(), ""), |(rate, slowest)| {
        let met = measured.rate >= rate && measured.p99 <= slowest;
        (format!("≥ {rate:.0}, p99 ≤ {slowest} ms"), verdict(met))
    });
    println!(
        "| {what} | {:.0} | {:.1} / {:.1} | {beside} | {bar} | {met} |",
        measured.rate, measured.p50, measured.p99
    );
}

/// Creates app passwords as the person does.
async fn with_app_passwords(
    server: &Server,
    person: &Person,
    number: usize,
    protocols: &[&str],
) -> Result<Vec<Login>, Failure> {
    let http = Http::connect(server.url()).await?;
    let granted = person.give_password(&http).await?.answer(&http, &person.code_now()?).await?;
    let token = granted.ok_or("a right code was refused")?.access_token(&http).await?;
    let mut logins = Vec::new();
    for n in 0..number {
        let body = json!({"displayName": format!("Client {n}"), "protocols": protocols});
        let created: Value = http.post("/v1/me/appPasswords", &token, &body).await?;
        let secret = created["password"].as_str().ok_or("an app password is shown once")?;
        logins.push(Login { name: person.name().to_owned(), secret: secret.to_owned() });
    }
    Ok(logins)
}
