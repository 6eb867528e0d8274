//! The label of a link: issuer and account.

use super::percent::decode;

pub(super) struct Label {
    /// May be empty.
    pub(super) issuer: String,
    /// May be empty, and may contain more colons (a Matrix id does).
    pub(super) account: String,
    pub(super) lossy: bool,
}

impl Label {
    /// Splits the label. If it starts with the issuer of the parameter, which may contain colons
    /// (`https://auth.contoso.example:ann`), it splits there; else at the first colon. Escaped colons count only if
    /// there is no *literal* one. Without any colon, the label is the account name. The parts are decoded after
    /// splitting, because an account name may contain an escaped colon.
    pub(super) fn parse(label: &str, issuer: &str) -> Self {
        let splits = splits(label, ":");
        let splits = if splits.is_empty() { self::splits(&label.replace("%3a", "%3A"), "%3A") } else { splits };
        let named = splits.iter().find(|(before, _)| !issuer.is_empty() && name(before).0 == issuer);
        let (issuer, account) = named.or(splits.first()).map_or(("", label), |(issuer, account)| (issuer, account));
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
