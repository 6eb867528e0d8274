//! 2FAS, version 4 of its schema, plain.

use proofup_otp::Kind;
use serde::Serialize;
use zeroize::Zeroizing;

use super::{Exported, Outgoing, json};

/// The periods that 2FAS supports.
const PERIODS: [u64; 4] = [10, 30, 60, 90];
const DIGITS: std::ops::RangeInclusive<u8> = 5..=8;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    services: Vec<Service<'a>>,
    groups: Vec<Group<'a>>,
    updated_at: u64,
    schema_version: u8,
    app_version_code: u32,
    app_version_name: &'static str,
    app_origin: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Group<'a> {
    id: String,
    name: &'a str,
    is_expanded: bool,
    updated_at: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Service<'a> {
    name: &'a str,
    secret: &'a str,
    updated_at: u64,
    otp: Otp<'a>,
    order: Order,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_id: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Otp<'a> {
    account: &'a str,
    issuer: &'a str,
    digits: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<u64>,
    algorithm: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    counter: Option<u64>,
    token_type: String,
    source: &'static str,
}

#[derive(Serialize)]
struct Order {
    position: usize,
}

pub(super) fn write(accounts: &[Outgoing]) -> Exported {
    let mut names: Vec<&str> = accounts.iter().filter_map(|account| account.tags.first()).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    // Ids only have to be different.
    let id = |name: &str| names.binary_search(&name).ok().map(|place| format!("00000000-0000-4000-8000-{place:012x}"));
    let secrets: Vec<Zeroizing<String>> =
        accounts.iter().map(|account| account.otp_auth.params.secret().to_base32()).collect();
    let (mut services, mut left_out) = (Vec::new(), Vec::new());
    for (place, (account, secret)) in accounts.iter().zip(&secrets).enumerate() {
        let params = &account.otp_auth.params;
        let known_period = !matches!(params.kind(), Kind::Totp { period } if !PERIODS.contains(&period));
        if !known_period || !DIGITS.contains(&params.digits()) {
            left_out.push(place);
            continue;
        }
        let (issuer, name) = (account.otp_auth.issuer.as_str(), account.otp_auth.account.as_str());
        services.push(Service {
            name: if issuer.is_empty() { name } else { issuer },
            secret,
            updated_at: 0,
            otp: Otp {
                account: name,
                issuer,
                digits: params.digits(),
                period: params.period(),
                algorithm: params.algorithm().name(),
                counter: json::counter(params),
                token_type: json::kind(params).to_uppercase(),
                source: "Manual",
            },
            order: Order { position: services.len() },
            group_id: account.tags.first().and_then(|tag| id(tag)),
        });
    }
    let groups = names.iter().filter_map(|name| Some(Group { id: id(name)?, name, is_expanded: true, updated_at: 0 }));
    let file = File {
        services,
        groups: groups.collect(),
        updated_at: 0,
        schema_version: 4,
        app_version_code: 5_000_000,
        app_version_name: "5.0.0",
        app_origin: "android",
    };
    Exported { bytes: json::write(&file), left_out }
}
