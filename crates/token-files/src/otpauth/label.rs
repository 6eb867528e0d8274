//! The label of a link: issuer and account.

use super::{is_same_name, percent::decode};

pub(super) struct Label {
    /// May be empty.
    pub(super) issuer: String,
    /// May be empty, and may contain more colons (a Matrix id does).
    pub(super) account: String,
    pub(super) lossy: bool,
}

impl Label {
    /// Splits where what stands before is the issuer of the parameter, which may hold colons of its own
    /// (`https://auth.contoso.example:ann`, some of them escaped); else at the first colon. Only without a *literal* colon the escaped ones
    /// count, and without any, all of it is the account. Decoding comes after splitting: an account may hold an escaped colon
    /// of its own.
    pub(super) fn parse(label: &str, issuer: &str) -> Self {
        let label = label.replace("%3a", "%3A");
        let (literal, escaped) = (splits(&label, ":"), splits(&label, "%3A"));
        let is_issuer = |(before, _): &&(String, String)| !issuer.is_empty() && is_same_name(&name(before).0, issuer);
        let (splits, others) = if literal.is_empty() { (escaped, literal) } else { (literal, escaped) };
        let others = others.iter().filter(|_| issuer.contains(':'));
        let named = splits.iter().chain(others).find(is_issuer);
        let (issuer, account) =
            named.or(splits.first()).map_or(("", label.as_str()), |(issuer, account)| (issuer, account));
        let ((issuer, issuer_lossy), (account, account_lossy)) = (name(issuer), name(account));
        Self { issuer, account, lossy: issuer_lossy || account_lossy }
    }
}

/// All pairs of text before and after a mark.
fn splits(label: &str, mark: &str) -> Vec<(String, String)> {
    label.match_indices(mark).map(|(at, _)| (label[..at].to_owned(), label[at + mark.len()..].to_owned())).collect()
}

/// A decoded name, and whether it was not UTF-8.
fn name(escaped: &str) -> (String, bool) {
    let decoded = decode(escaped, false);
    (proofup_text::name(&decoded.text), decoded.lossy)
}
