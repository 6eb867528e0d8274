//! Limits on files.

use std::time::Duration;

use proofup_token_files::{Format, ImportError, Opening, limits, read_accounts};

use crate::support::{error, with};

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let bytes = vec![b'x'; limits::IMPORT_BYTES + 1];
    assert_eq!(error(&bytes, ""), ImportError::TooLarge);
}

#[test]
fn too_many_entries_are_refused() {
    let link = "otpauth://totp/Contoso:ann?secret=GEZDGNBVGY3TQOJQ\n";
    assert_eq!(error(link.repeat(limits::IMPORT_ENTRIES + 1).as_bytes(), ""), ImportError::TooManyEntries);
}

#[test]
fn deep_and_crowded_json_is_not_recognised() {
    for file in ["[".repeat(100_000), format!("[{}0]", "0,".repeat(limits::JSON_VALUES))] {
        assert_eq!(error(file.as_bytes(), ""), ImportError::Unrecognised);
    }
}

#[test]
fn excessive_key_derivations_are_refused_before_the_work() {
    let aegis = |n: u64, r: u64| {
        format!(
            r#"{{"version":1,"header":{{"slots":[{{"type":1,"n":{n},"r":{r},"p":1,"salt":"00","key":"00","key_params":{{"nonce":"00","tag":"00"}}}}],"params":{{}}}},"db":"AAAA"}}"#
        )
    };
    let bitwarden = |kdf: &str| {
        format!(
            r#"{{"encrypted":true,"passwordProtected":true,"salt":"s",{kdf},"encKeyValidation_DO_NOT_EDIT":"2.","data":"2."}}"#
        )
    };
    let ente = |memory: u64, passes: u64| {
        let nonce = data_encoding::BASE64.encode(&[0; 24]);
        format!(
            r#"{{"version":1,"kdfParams":{{"memLimit":{memory},"opsLimit":{passes},"salt":"AAAAAAAAAAAAAAAAAAAAAA=="}},"encryptedData":"AAAAAAAAAAAAAAAAAAAAAAAAAAAA","encryptionNonce":"{nonce}"}}"#
        )
    };
    let files = [
        (Format::Aegis, aegis(1 << 21, 8)),
        (Format::Aegis, aegis(1 << 15, 64)),
        (Format::Aegis, aegis(u64::MAX, u64::MAX)),
        (Format::Bitwarden, bitwarden(r#""kdfType":0,"kdfIterations":5000001"#)),
        (Format::Bitwarden, bitwarden(r#""kdfType":1,"kdfIterations":65,"kdfMemory":1,"kdfParallelism":1"#)),
        (Format::Bitwarden, bitwarden(r#""kdfType":1,"kdfIterations":1,"kdfMemory":1,"kdfParallelism":17"#)),
        (
            Format::Bitwarden,
            bitwarden(r#""kdfType":1,"kdfIterations":1,"kdfMemory":18446744073709551615,"kdfParallelism":1"#),
        ),
        (Format::Ente, ente(3 << 30, 1)),
        (Format::Ente, ente(512 << 20, 64)),
    ];
    for (format, file) in files {
        let opening = Opening { much_memory: true, ..with("x") };
        assert_eq!(read_accounts(file.as_bytes(), opening), Err(ImportError::TooCostly { format }), "{file}");
    }
    let asked = error(ente(1 << 30, 4).as_bytes(), "x");
    assert_eq!(asked, ImportError::MemoryToAskFor { format: Format::Ente, bytes: 1 << 30 });
}

/// The processor time of this thread. Other work of the computer does not count.
fn processor_time() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let whole = |part| u64::try_from(part).expect("time is not negative");
    Duration::from_secs(whole(now.tv_sec)) + Duration::from_nanos(whole(now.tv_nsec))
}

#[test]
fn the_time_to_read_grows_no_faster_than_the_file() {
    let file = |count: usize| {
        let entry = |number: usize| {
            format!(
                r#"{{"type":"totp","name":"person {number}","issuer":"Contoso","groups":["g{}"],"info":{{"secret":"GEZDGNBVGY3TQOJQ","algo":"SHA1","digits":6,"period":30}}}}"#,
                number % 50
            )
        };
        let groups: Vec<_> =
            (0..50).map(|number| format!(r#"{{"uuid":"g{number}","name":"Group {number}"}}"#)).collect();
        let entries: Vec<_> = (0..count).map(entry).collect();
        format!(
            r#"{{"version":1,"header":{{}},"db":{{"version":3,"groups":[{}],"entries":[{}]}}}}"#,
            groups.join(","),
            entries.join(",")
        )
    };
    // The shortest of several runs: a busy computer makes even the same instructions slower.
    let time = |text: String| {
        let once = || {
            let begun = processor_time();
            let read = read_accounts(text.as_bytes(), Opening::default()).expect("it is read");
            (processor_time() - begun, read.accounts.len())
        };
        (0..5).map(|_| once()).min().expect("five times")
    };
    let ((short, thousand), (long, ten_thousand)) = (time(file(1000)), time(file(10_000)));
    assert_eq!((thousand, ten_thousand), (1000, 10_000));
    // Quadratic work would cost a hundred times as much.
    assert!(long < short * 50, "{short:?} for a thousand, {long:?} for ten thousand");
}
