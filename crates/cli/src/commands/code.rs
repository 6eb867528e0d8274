//! `proofup code`

use proofup_app::view::{AccountKind, CodeRow};
use serde::Serialize;

use crate::{
    account::Account,
    arguments::Code,
    find,
    output::{Output, table},
    trouble::Trouble,
    vault::TerminalVault,
};

/// A code with its account.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    #[serde(flatten)]
    account: &'a Account,
    code: String,
    /// Unix milliseconds; null for HOTP.
    valid_from: Option<i64>,
    /// Unix milliseconds, exclusive; null for HOTP.
    valid_until: Option<i64>,
}

pub(super) async fn run(vault: &TerminalVault, asked: &Code, output: &Output) -> Result<(), Trouble> {
    vault.open().await?;
    let accounts = vault.accounts().await?;
    match &asked.query.query {
        Some(query) => {
            let answer = one(vault, find::only(&accounts, query)?, asked.at).await?;
            output.answer(&answer, || format!("{}\n", answer.code))
        }
        None => {
            let mut answers = Vec::new();
            for account in accounts.iter().filter(|account| account.kind != AccountKind::Hotp) {
                answers.push(one(vault, account, asked.at).await?);
            }
            let row = |answer: &Answer| vec![answer.code.clone(), answer.account.name()];
            output.answer(&answers, || table(&answers.iter().map(row).collect::<Vec<_>>()))
        }
    }
}

async fn one<'a>(vault: &TerminalVault, account: &'a Account, at: Option<u64>) -> Result<Answer<'a>, Trouble> {
    let row: CodeRow = match (vault.done(vault.parts().authenticator().code_at(&account.id, at).await)?, at) {
        (Some(row), _) => row,
        (None, Some(_)) => return Err(Trouble::Counts { name: account.name() }),
        // The new counter is saved before this, so that no code is ever printed twice.
        (None, None) => vault.done(vault.parts().authenticator().next_hotp_code(&account.id).await)?,
    };
    Ok(Answer { account, code: row.code, valid_from: row.valid_from, valid_until: row.valid_until })
}
