//! `call`: one call of the interface, its answer on standard output.

use std::io::{self, Read as _, Write as _};

use clap::{Args, ValueEnum};
use proofup_client::{Session, SessionStore, TypedAnswer};
use serde_json::Value;

use super::kept::{Kept, Store};
use super::{resumed, second_step, signed_out, told, typed};
use crate::ServiceError;
use crate::methods::freshness::MAX_AGE_SECONDS;

/// More than the service takes.
const LONGEST_BODY: u64 = 1 << 20;

#[derive(Debug, Args)]
pub(in crate::cli) struct Call {
    #[arg(value_enum, ignore_case = true)]
    method: Verb,
    /// /v1/admin/users?search=ben
    path: String,
    /// The body in JSON; @FILE reads it from a file, - from standard input
    #[arg(long, value_name = "JSON")]
    data: Option<String>,
    /// What the answer is to be, such as text/csv
    #[arg(long, default_value = "application/json", value_name = "TYPE")]
    accept: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "UPPER")]
enum Verb {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Verb {
    fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

impl Call {
    pub(in crate::cli) async fn run(self) -> Result<(), ServiceError> {
        if !self.path.starts_with("/v1/") {
            return Err(ServiceError::Command("a path of the interface begins with /v1/".to_owned()));
        }
        let body = self.data.as_deref().map(body).transpose()?;
        let place = Kept::open()?;
        let (session, store) = resumed(&place, place.read()?.ok_or_else(signed_out)?)?;
        let mut answer = self.send(&session, body.as_ref()).await?;
        if answer.wants_step_up {
            step_up(&session, store.clone()).await?;
            answer = self.send(&session, body.as_ref()).await?;
        }
        let status = answer.status;
        print(answer).await?;
        store.check()?;
        if status < 400 { Ok(()) } else { Err(ServiceError::Command(format!("the service answered {status}"))) }
    }

    async fn send(&self, session: &Session, body: Option<&Value>) -> Result<TypedAnswer, ServiceError> {
        let sent = session.typed_call(self.method.as_str(), &self.path, &self.accept, body).await;
        sent.map_err(|error| told(&error))
    }
}

fn body(data: &str) -> Result<Value, ServiceError> {
    let mut text = String::new();
    let read = match data.strip_prefix('@') {
        Some(file) => std::fs::File::open(file).and_then(|file| file.take(LONGEST_BODY).read_to_string(&mut text)),
        None if data == "-" => io::stdin().take(LONGEST_BODY).read_to_string(&mut text),
        None => {
            text.push_str(data);
            Ok(0)
        }
    };
    read.map_err(|source| ServiceError::Io { what: "read the body".to_owned(), source })?;
    serde_json::from_str(&text).map_err(|error| {
        ServiceError::Command(format!("the body is no JSON: line {}, column {}", error.line(), error.column()))
    })
}

async fn step_up(session: &Session, store: std::sync::Arc<Store>) -> Result<(), ServiceError> {
    typed::tell("a fresh second step is needed\n");
    let pending = session.step_up(MAX_AGE_SECONDS, Some("en".to_owned())).await.map_err(|error| told(&error))?;
    if let Some(pending) = pending {
        let keeping: std::sync::Arc<dyn SessionStore> = store;
        second_step::pass(session.service(), pending, keeping).await?;
    }
    Ok(())
}

/// Passes the answer on, piece by piece. A reader who leaves early has seen enough.
async fn print(mut answer: TypedAnswer) -> Result<(), ServiceError> {
    let mut out = io::stdout();
    let mut last = b'\n';
    while let Some(piece) = answer.body.next().await.map_err(|error| told(&error))? {
        last = piece.last().copied().unwrap_or(last);
        if out.write_all(&piece).is_err() {
            return Ok(());
        }
    }
    if last != b'\n' {
        let _ = out.write_all(b"\n");
    }
    let _ = out.flush();
    Ok(())
}
