//! A thousand event streams with nothing to tell, on both databases.

use std::{path::Path, time::Duration};

use proofup_bench::processes;

use crate::{Failure, http::Http, load, people, postgres::PostgresDatabase, server::Server, verdict};

const PEOPLE: usize = 84;
/// Streams of a person, each of a session of its own; a person may have no more.
const STREAMS_EACH: usize = 12;
/// KiB and passes of Argon2id; sign-ins only prepare this measurement.
const COST: (u32, u32) = (7_168, 5);
const CLIENTS: usize = 4;
const WATCHED: Duration = Duration::from_secs(30);
/// Percent of one core.
const BAR: f64 = 2.0;

/// Prints the processor time of the service on each database. PostgreSQL's own is not in it.
pub async fn idle_times(service: &Path) -> Result<(), Failure> {
    let server = Server::start(service, COST)?;
    let share = idle_time(&server).await?;
    print("SQLite", share);
    drop(server);
    let Some(database) = PostgresDatabase::create_durable() else { return Ok(()) };
    let server = Server::start_on(Some(database.url()), service, COST)?;
    let share = idle_time(&server).await?;
    print("PostgreSQL", share);
    Ok(())
}

fn print(database: &str, share: f64) {
    let streams = PEOPLE * STREAMS_EACH;
    println!(
        "| {streams} event streams with nothing to tell, {database}, % of one core | {share:.2} | – | – | ≤ {BAR} % | {} |",
        verdict(share <= BAR)
    );
}

async fn idle_time(server: &Server) -> Result<f64, Failure> {
    let people = people::without_second_step(server, PEOPLE)?;
    let url = server.url().to_owned();
    let streams = load::each(server, people, CLIENTS, move |http, person| {
        let url = url.clone();
        async move {
            let mut streams = Vec::new();
            for _ in 0..STREAMS_EACH {
                let token = person.sign_in(&http).await?;
                streams.push(Http::connect(&url).await?.listen(&token).await?);
            }
            Ok(streams)
        }
    })
    .await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let used = || processes::processor_time(server.id()).map_err(|error| error.to_string());
    let before = used()?;
    tokio::time::sleep(WATCHED).await;
    let share = 100.0 * (used()? - before).as_secs_f64() / WATCHED.as_secs_f64();
    drop(streams);
    Ok(share)
}
