//! Does something for each of many, so many at a time, and says how fast it went.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use reqwest::Client;
use tokio::{sync::Mutex, task::JoinSet};

use crate::{Failure, server::Server};

const PATIENCE: Duration = Duration::from_secs(60);

/// One connection pool with the address of the service.
#[derive(Clone)]
pub struct Http {
    client: Client,
    url: String,
}

impl Http {
    /// Sends a form, with the fields in the clear: nobody's secrets are in a measurement.
    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Result<serde_json::Value, Failure> {
        Ok(self.client.post(format!("{}{path}", self.url)).form(fields).send().await?.json().await?)
    }

    /// Calls the interface with a token.
    pub async fn post(&self, path: &str, token: &str, body: &serde_json::Value) -> Result<serde_json::Value, Failure> {
        let answer = self.client.post(format!("{}{path}", self.url)).bearer_auth(token).json(body).send().await?;
        let text = answer.error_for_status()?.text().await?;
        Ok(if text.is_empty() { serde_json::Value::Null } else { serde_json::from_str(&text)? })
    }
}

/// What was counted, a second.
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

/// The work's answer for each item, in any order. The first failure ends it.
pub async fn each<T, A, W, F>(server: &Server, items: Vec<T>, clients: usize, work: W) -> Result<Vec<A>, Failure>
where
    T: Send + 'static,
    A: Send + 'static,
    W: Fn(Http, T) -> F + Clone + Send + 'static,
    F: Future<Output = Result<A, Failure>> + Send,
{
    let http = Http { client: Client::builder().timeout(PATIENCE).build()?, url: server.url().to_owned() };
    let items = Arc::new(Mutex::new(items));
    let mut running = JoinSet::new();
    for _ in 0..clients {
        let (http, items, work) = (http.clone(), Arc::clone(&items), work.clone());
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
