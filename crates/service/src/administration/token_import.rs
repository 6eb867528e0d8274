//! Imports a list of hardware tokens: a verdict for every row, and all accepted rows in one transaction.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofup_api::{
    AdminAction, Params, SecretText, TokenFileFault, TokenFileFormat, TokenImport, TokenImportFault, TokenImportRow,
    TokenImportWarning,
};
use proofup_otp::{Algorithm, Kind, OtpParams};
use proofup_store::Connection;
use proofup_store::hardware_oath_devices::{self, HardwareOathDevice};
use proofup_store::users;
use proofup_token_files::{
    FileKey, HardwareToken, TokenListError, TokenListFormat, TokenRowFault, TokenWarning, read_token_list,
};
use zeroize::Zeroizing;

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::people::names::UserPrincipalName;
use crate::runtime::error::param;

/// What is uploaded.
pub(crate) struct TokenUpload {
    pub(crate) file: Zeroizing<Vec<u8>>,
    pub(crate) key: FileKey,
    /// Everything is tried and nothing is kept.
    pub(crate) dry_run: bool,
}

/// Imports a list.
pub(crate) async fn import(context: &Context, actor: &Actor, upload: TokenUpload) -> Result<TokenImport, ServiceError> {
    let TokenUpload { file, key, dry_run } = upload;
    // Deriving a key from a password takes up to a second.
    let list = tokio::task::spawn_blocking(move || read_token_list(&file, &key))
        .await
        .map_err(|_| ServiceError::HashThreadLost)?
        .map_err(ServiceError::TokenFile)?;
    let owners = owners(context, list.rows.iter().filter_map(|row| row.token.as_ref().ok()?.user.as_deref())).await?;
    let mut errors = BTreeMap::new();
    let mut value = Vec::with_capacity(list.rows.len());
    let mut transaction = context.store.begin().await?;
    for row in &list.rows {
        let mut warnings: Vec<_> = row.token.iter().flat_map(|token| &token.warnings).map(warning_code).collect();
        let outcome = match &row.token {
            Err(fault) => Err((fault_code(fault), fault.to_string())),
            Ok(token) => match owner(&owners, token) {
                // A container names people as its maker's customer had them; a CSV file is written for this service.
                Err(()) if list.format == TokenListFormat::Pskc => {
                    warnings.push(TokenImportWarning::UserUnknown);
                    inserted(context, &mut transaction, token, None).await?
                }
                Err(()) => {
                    let name = token.user.as_deref().unwrap_or_default();
                    Err(((TokenImportFault::UserUnknown, Params::new()), format!("there is no user {name}")))
                }
                Ok(owner) => inserted(context, &mut transaction, token, owner).await?,
            },
        };
        let (error, params) = match outcome {
            Ok(()) => (None, Params::new()),
            Err(((error, params), words)) => {
                errors.insert(row.number, words);
                (Some(error), params)
            }
        };
        value.push(TokenImportRow {
            row: row.number,
            serial_number: row.serial.clone(),
            user_principal_name: row.token.as_ref().ok().and_then(|token| token.user.clone()),
            accepted: error.is_none(),
            error,
            params,
            warnings,
        });
    }
    let (accepted, refused) = (value.len() - errors.len(), errors.len());
    let (format, format_name) = match list.format {
        TokenListFormat::Csv => (TokenFileFormat::Csv, "csv"),
        TokenListFormat::Pskc => (TokenFileFormat::Pskc, "pskc"),
    };
    if dry_run {
        drop(transaction);
    } else {
        if accepted > 0 {
            let detail = Some(format!("{accepted} imported, {refused} refused, {format_name}"));
            actor.record(context, &mut transaction, AdminAction::TokensImported, None, detail, None).await?;
        }
        transaction.commit().await?;
    }
    Ok(TokenImport {
        dry_run,
        format,
        signed: list.signed,
        accepted,
        refused,
        value,
        error_file: (!errors.is_empty()).then(|| SecretText::new(list.error_file(&errors).as_str())),
    })
}

/// Why a row is refused, and the words for it.
type Refusal = ((TokenImportFault, Params), String);

async fn inserted(
    context: &Context,
    db: &mut Connection,
    token: &HardwareToken,
    owner: Option<String>,
) -> Result<Result<(), Refusal>, ServiceError> {
    if hardware_oath_devices::insert(db, &device(context, token, owner)?).await? {
        return Ok(Ok(()));
    }
    let taken = "there is a token with this serial number already".to_owned();
    Ok(Err(((TokenImportFault::SerialTaken, Params::new()), taken)))
}

/// The ids of the people that a file names, read before the transaction, which begins with a write.
async fn owners<'a>(
    context: &Context,
    names: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, Option<String>>, ServiceError> {
    let mut db = context.store.read().await?;
    let mut owners = BTreeMap::new();
    for name in names {
        if owners.contains_key(name) {
            continue;
        }
        let user = match UserPrincipalName::parse(name) {
            Some(upn) => users::by_upn(&mut db, upn.as_str()).await?,
            None => None,
        };
        owners.insert(name.to_owned(), user.map(|user| user.id));
    }
    Ok(owners)
}

fn owner(owners: &BTreeMap<String, Option<String>>, token: &HardwareToken) -> Result<Option<String>, ()> {
    match &token.user {
        None => Ok(None),
        Some(name) => owners.get(name).cloned().flatten().map(Some).ok_or(()),
    }
}

fn device(context: &Context, token: &HardwareToken, owner: Option<String>) -> Result<HardwareOathDevice, ServiceError> {
    let id = context.random.id();
    let params: &OtpParams = &token.params;
    let counter = match params.kind() {
        Kind::Hotp { counter } => i64::try_from(counter).unwrap_or(i64::MAX),
        Kind::Totp { .. } | Kind::Steam => 0,
    };
    Ok(HardwareOathDevice {
        seed: context.keys.seal_seed(context.random, &id, params.secret().expose())?,
        device_id: id,
        serial_number: token.serial.clone(),
        manufacturer: token.manufacturer.clone(),
        model: token.model.clone(),
        assigned_to: owner,
        algorithm: Algorithm::name(params.algorithm()).to_owned(),
        digits: i64::from(params.digits()),
        period: params.period().and_then(|seconds| i64::try_from(seconds).ok()),
        // The counter of a file is that of the next code.
        last_step: counter - 1,
        drift: 0,
        synced_drift: 0,
        far_step: -1,
        valid_from: token.valid_from.map(Timestamp::as_millisecond),
        valid_until: token.valid_until.map(Timestamp::as_millisecond),
        failed_at: None,
        created_at: context.now(),
    })
}

/// The code of a file that cannot be read, with what its words need.
pub(crate) fn file_fault(error: &TokenListError) -> Params {
    use TokenFileFault as Fault;
    let (reason, more) = match error {
        TokenListError::TooLarge => (Fault::TooLarge, Params::new()),
        TokenListError::TooManyTokens => (Fault::TooManyTokens, Params::new()),
        TokenListError::NotText => (Fault::NotText, Params::new()),
        TokenListError::Empty => (Fault::Empty, Params::new()),
        TokenListError::WrongHeader => (Fault::WrongHeader, Params::new()),
        TokenListError::NotCsv { line } => (Fault::NotCsv, param("line", *line)),
        TokenListError::Doctype => (Fault::Doctype, Params::new()),
        TokenListError::NotXml { line, column, .. } => {
            let mut params = param("line", *line);
            params.insert("column".to_owned(), (*column).into());
            (Fault::NotXml, params)
        }
        TokenListError::EndsTooEarly { line } => (Fault::EndsTooEarly, param("line", *line)),
        TokenListError::NoContainer => (Fault::NoContainer, Params::new()),
        TokenListError::Version { found } => (Fault::VersionUnsupported, param("version", found.as_str())),
        TokenListError::KeyNeeded { wants } | TokenListError::OtherKeyNeeded { wants } => {
            (Fault::KeyNeeded, param("wants", *wants))
        }
        TokenListError::KeyMethod { method } => (Fault::KeyMethodUnsupported, param("name", method.as_str())),
        TokenListError::Derivation { field } => (Fault::DerivationInvalid, param("field", *field)),
        TokenListError::TooManyRounds => (Fault::DerivationInvalid, param("field", "IterationCount")),
    };
    let mut params = param("reason", reason.as_str());
    params.extend(more);
    params
}

/// The code of a refused row, with what its words need.
fn warning_code(warning: &TokenWarning) -> TokenImportWarning {
    match warning {
        TokenWarning::KeyLengthUnusual { .. } => TokenImportWarning::KeyLengthUnusual,
        TokenWarning::UserUnreadable => TokenImportWarning::UserUnknown,
        TokenWarning::SecretMayBeHexadecimal => TokenImportWarning::SecretMayBeHexadecimal,
    }
}

fn fault_code(fault: &TokenRowFault) -> (TokenImportFault, Params) {
    use TokenImportFault as Code;
    match fault {
        TokenRowFault::Columns { .. } => (Code::Columns, Params::new()),
        TokenRowFault::SerialMissing => (Code::SerialMissing, Params::new()),
        TokenRowFault::SerialChanged { found } => (Code::SerialChanged, param("found", found.as_str())),
        TokenRowFault::SerialRepeated { first_row } => (Code::SerialRepeated, param("row", *first_row)),
        TokenRowFault::TextInvalid { field } => (Code::TextInvalid, param("field", *field)),
        TokenRowFault::SecretMissing => (Code::SecretMissing, Params::new()),
        TokenRowFault::SecretNotBase32 { position } => (Code::SecretNotBase32, param("position", *position)),
        TokenRowFault::SecretInvalid | TokenRowFault::NotDecrypted => (Code::SecretInvalid, Params::new()),
        TokenRowFault::SecretAmbiguous => (Code::SecretAmbiguous, Params::new()),
        TokenRowFault::IntervalInvalid => (Code::IntervalInvalid, Params::new()),
        TokenRowFault::Unreadable { field } => (Code::Unreadable, param("field", *field)),
        TokenRowFault::KindUnsupported { name } => (Code::KindUnsupported, param("name", name.as_str())),
        TokenRowFault::FeatureUnsupported { what } => (Code::FeatureUnsupported, param("name", what.as_str())),
        TokenRowFault::CipherUnsupported { name } => (Code::CipherUnsupported, param("name", name.as_str())),
        TokenRowFault::KeyLength { bytes } => (Code::KeyLength, param("bytes", *bytes)),
        TokenRowFault::MacMissing => (Code::MacMissing, Params::new()),
        TokenRowFault::MacUnsupported { name } => (Code::MacUnsupported, param("name", name.as_str())),
        TokenRowFault::MacWrong => (Code::MacWrong, Params::new()),
        TokenRowFault::Policy { element } => (Code::PolicyUnknown, param("name", element.as_str())),
    }
}
