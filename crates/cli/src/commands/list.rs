//! `proofup list`

use crate::{
    account::Account,
    arguments::Query,
    find,
    output::{Output, printable, table},
    trouble::Trouble,
    vault::TerminalVault,
};

pub(super) async fn run(vault: &TerminalVault, query: &Query, output: &Output) -> Result<(), Trouble> {
    vault.open().await?;
    let accounts = vault.accounts().await?;
    let listed: Vec<&Account> = match &query.query {
        Some(query) => find::matching(&accounts, query),
        None => accounts.iter().collect(),
    };
    if let (Some(query), true) = (&query.query, listed.is_empty()) {
        return Err(Trouble::NotFound { query: query.clone() });
    }
    let row = |account: &&Account| {
        vec![printable(&account.issuer), printable(&account.account), account.kind_name().to_owned()]
    };
    output.answer(&listed, || table(&listed.iter().map(row).collect::<Vec<_>>()))
}
