//! Runs work for many items, a number of them at a time, and measures the rate.

use std::{sync::Arc, time::Instant};

use tokio::{sync::Mutex, task::JoinSet};

use crate::{Failure, http::Http, server::Server};

/// The rate per second.
pub async fn rate<T, W, F>(server: &Server, items: Vec<T>, clients: usize, work: W) -> Result<f64, Failure>
where
    T: Send + 'static,
    W: Fn(Http, T) -> F + Clone + Send + 'static,
    F: Future<Output = Result<usize, Failure>> + Send,
{
    let begun = Instant::now();
    let counted: usize = each(server, items, clients, work).await?.into_iter().sum();
    Ok(counted as f64 / begun.elapsed().as_secs_f64())
}

/// The result for each item, in any order. The first failure ends it.
pub async fn each<T, A, W, F>(server: &Server, items: Vec<T>, clients: usize, work: W) -> Result<Vec<A>, Failure>
where
    T: Send + 'static,
    A: Send + 'static,
    W: Fn(Http, T) -> F + Clone + Send + 'static,
    F: Future<Output = Result<A, Failure>> + Send,
{
    let items = Arc::new(Mutex::new(items));
    let mut running = JoinSet::new();
    for _ in 0..clients {
        let http = Http::connect(server.url()).await?;
        let (items, work) = (Arc::clone(&items), work.clone());
        running.spawn(async move {
            let mut answers = Vec::new();
            loop {
                let Some(item) = items.lock().await.pop() else { return Ok::<_, Failure>(answers) };
                answers.push(work(http.clone(), item).await?);
            }
        });
    }
    let mut all = Vec::new();
    while let Some(answers) = running.join_next().await {
        all.extend(answers??);
    }
    Ok(all)
}
