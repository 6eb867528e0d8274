//! The UI's types match the Rust types. `UPDATE_TYPES=1` writes them; without it, a difference fails the test.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use proofup_api::{
    AccessToken, AccountChangeKind, ActivityKind, AdminAction, AdminActionRecord, AdminActions, AdminActionsRequest,
    AdminSignIns, AdminSignInsRequest, AdminUserDetails, AppPasswordsUnavailable, AuthenticationMode,
    AuthenticatorSetUp, Blocks, BlocksRequest, BulkRequest, BulkResult, CallerAct, CallerCheck, CallerState,
    CallerVerification, CallerWay, CreateAccessToken, DenialReason, ErrorCode, HardwareOathAction, HardwareOathDevices,
    HardwareOathDevicesRequest, LockKind, LogCheck, LogFaultKind, LogPlace, MachineScope, MethodKind, Overview, People,
    PeopleRequest, PersonBypass, PhoneNumberFault, PhoneType, RegistrationReason, Role, SettingsDetails,
    SettingsEffect, SettingsEffectKind, SignInResult, TestStarted, TokenFileFault, TokenImportFault,
    TokenImportWarning, UsageReport, UserAction, VerificationStarted, VerifyBy, VerifyCaller, WantedMfaState,
};
use proofup_app::view;
use ts_rs::{Config, TS};

/// The folder of the UI's types. A test of the shell writes the list of commands beside them.
fn generated() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/backend/generated")
}

/// Writes every type that crosses to or from the window, with its parts.
fn write_types(folder: &Path) {
    let config = Config::new().with_large_int("number").with_out_dir(folder);
    macro_rules! export {
        ($($type:ty),+ $(,)?) => { $(<$type>::export_all(&config).expect(stringify!($type));)+ };
    }
    export!(
        view::About,
        view::ActivityView,
        view::AccountEdit,
        view::AccountQr,
        view::SheetAnswer,
        view::AccountRow,
        view::AppPasswordLimits,
        view::AppPasswordsView,
        view::ApprovalChoice,
        view::ApprovalsView,
        view::QuickAccessView,
        view::AuthenticatorView,
        view::BackupPreview,
        view::BackupRow,
        view::CodeRow,
        view::DeviceCode,
        view::DeviceSetup,
        view::FirstUse,
        view::DemoPerson,
        view::DemoToken,
        view::ExportKind,
        view::ExportedView,
        view::Fault,
        view::Found,
        view::ImportCounts,
        view::ImportPreview,
        view::ManualAccount,
        view::MobileAppSetup,
        view::NewAppPassword,
        view::PhoneAction,
        view::PhoneCall,
        view::PhoneMessage,
        view::PhoneNotification,
        view::PushSetup,
        view::PushSetupPart,
        view::RecoverySheet,
        view::SecurityInfoView,
        view::SettingsView,
        view::SignInStep,
        view::MailAppAnswer,
        view::StageAct,
        view::StageDone,
        view::StageFeedRow,
        view::StageOrder,
        view::StageView,
        view::Status,
        view::SystemClock,
        view::SystemTheme,
        view::TrashRow,
        view::VaultHealth,
        view::VaultView,
        ActivityKind,
        AdminActionRecord,
        CallerVerification,
        VerifyCaller,
        AdminActions,
        AdminActionsRequest,
        AdminSignIns,
        AdminSignInsRequest,
        AdminUserDetails,
        People,
        PeopleRequest,
        AccessToken,
        CreateAccessToken,
        view::NewAccessToken,
        Blocks,
        BlocksRequest,
        PersonBypass,
        BulkRequest,
        BulkResult,
        Overview,
        HardwareOathAction,
        HardwareOathDevices,
        HardwareOathDevicesRequest,
        LogCheck,
        LogPlace,
        proofup_app::LogFormat,
        SettingsDetails,
        SettingsEffect,
        view::TokenFileSecret,
        view::TokenFileView,
        UsageReport,
        UserAction,
        WantedMfaState,
        AuthenticatorSetUp,
        PhoneType,
        TestStarted,
        VerificationStarted,
        VerifyBy,
        // Codes that are the `code` of a fault or in its `params`.
        DenialReason,
        ErrorCode,
        PhoneNumberFault,
        view::LocalFault,
    );
    fs::write(folder.join("codes.ts"), codes()).expect("the folder can be written");
}

/// The closed sets of codes as values, so that the UI can prove that it has a text for each.
fn codes() -> String {
    let mut text = String::from("// Generated from the Rust types by `make types`. Do not edit.\n");
    macro_rules! list {
        ($($name:literal: $type:ty),+ $(,)?) => {
            $(
                writeln!(text, "\nexport const {} = [", $name).expect("a text grows");
                for code in <$type>::ALL {
                    writeln!(text, "  \"{code}\",").expect("a text grows");
                }
                writeln!(text, "] as const;").expect("a text grows");
            )+
        };
    }
    list!(
        "authenticationModes": AuthenticationMode,
        "signInResults": SignInResult,
        "activityKinds": ActivityKind,
        "adminActions": AdminAction,
        "callerActs": CallerAct,
        "callerChecks": CallerCheck,
        "callerStates": CallerState,
        "callerWays": CallerWay,
        "lockKinds": LockKind,
        "logFaults": LogFaultKind,
        "machineScopes": MachineScope,
        "methodKinds": MethodKind,
        "roles": Role,
        "settingsEffects": SettingsEffectKind,
        "tokenFileFaults": TokenFileFault,
        "tokenImportFaults": TokenImportFault,
        "tokenImportWarnings": TokenImportWarning,
        "accountChanges": AccountChangeKind,
        "localFaults": view::LocalFault,
        "errorCodes": ErrorCode,
        "denialReasons": DenialReason,
        "phoneNumberFaults": PhoneNumberFault,
        "appPasswordsUnavailable": AppPasswordsUnavailable,
        "registrationReasons": RegistrationReason,
        "draftWarnings": view::DraftWarning,
        "importVerdicts": view::ImportVerdict,
        "exportKinds": view::ExportKind,
        "demoStories": view::DemoStory,
        "deviceStates": view::DeviceState,
        "quickAccessObstacles": view::QuickAccessObstacle,
    );
    text
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
    entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .map(|path| {
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a file of types is text"))
        })
        .filter(|(name, _)| name != "commands.ts")
        .collect()
}

#[test]
fn generated_types_are_current() {
    let fresh = tempfile::tempdir().expect("a folder for the types");
    write_types(fresh.path());
    let (wanted, found) = (files(fresh.path()), files(&generated()));
    assert!(wanted.len() > 30, "only {} types were written", wanted.len());

    #[expect(clippy::disallowed_methods, reason = "the person at the keyboard says whether to write")]
    let update = std::env::var_os("UPDATE_TYPES").is_some();
    if update {
        fs::create_dir_all(generated()).expect("the UI's folder can be written");
        for name in found.keys().filter(|name| !wanted.contains_key(*name)) {
            fs::remove_file(generated().join(name)).expect("a type that is gone can be removed");
        }
        for (name, text) in wanted.iter().filter(|(name, text)| found.get(*name) != Some(text)) {
            fs::write(generated().join(name), text).expect("the UI's folder can be written");
        }
        return;
    }
    let stale: Vec<_> =
        wanted.keys().chain(found.keys()).filter(|name| wanted.get(*name) != found.get(*name)).collect();
    assert!(stale.is_empty(), "run `make types`: not as Rust says: {stale:?}");
}
