//! Reads 10,000 entries of each format that an account can come in, and the memory that it takes.

use std::{error::Error, fs, time::Instant};

use proofup_bench::{summary::Summary, verdict};
use proofup_otp::{Algorithm, Kind, OtpError, OtpParams, Secret};
use proofup_token_files::{
    EncryptedFormat, ExportFormat, Opening, OtpAuth, Outgoing, read_accounts, write_accounts, write_encrypted,
};

const ENTRIES: usize = 10_000;
const RUNS: usize = 5;
/// The limit in milliseconds, without a key derivation.
const BAR: f64 = 1000.0;
const PASSWORD: &str = "correct horse";

/// A format with its file. One under a password has no bar: its time is that of the key derivation.
struct File {
    name: &'static str,
    bytes: Vec<u8>,
    password: Option<&'static str>,
}

/// Prints a line for each format.
pub fn print() -> Result<(), Box<dyn Error>> {
    for File { name, bytes, password } in files()? {
        let mut times = vec![];
        let mut memory: f64 = 0.0;
        for _ in 0..RUNS {
            let before = begin_peak()?;
            let begun = Instant::now();
            let import = read_accounts(&bytes, Opening { password, much_memory: false })?;
            times.push(begun.elapsed().as_secs_f64() * 1000.0);
            memory = memory.max(peak()? - before);
            if import.accounts.len() != ENTRIES {
                return Err(format!("{name}: {} accounts", import.accounts.len()).into());
            }
        }
        let median = Summary::of(&times).median;
        let (bar, met) = if password.is_none() { ("< 1 s", verdict(median < BAR)) } else { ("–", "") };
        let megabytes = bytes.len() as f64 / 1e6;
        println!(
            "| import of {ENTRIES}, {name}, {megabytes:.1} MB, ms | {median:.0} | {memory:.0} MB of memory | – | {bar} | {met} |"
        );
    }
    Ok(())
}

fn files() -> Result<Vec<File>, OtpError> {
    let accounts = (0..ENTRIES).map(account).collect::<Result<Vec<_>, _>>()?;
    let mut random = |bytes: &mut [u8]| bytes.fill(7);
    let written = |name, format, accounts: &[Outgoing]| {
        let bytes = write_accounts(format, accounts, &mut |bytes: &mut [u8]| bytes.fill(7)).bytes.to_vec();
        File { name, bytes, password: None }
    };
    let mut files: Vec<_> = [
        ("Proofup", ExportFormat::Proofup),
        ("otpauth links", ExportFormat::Links),
        ("Google Authenticator's links", ExportFormat::Google),
        ("Aegis", ExportFormat::Aegis),
        ("2FAS", ExportFormat::TwoFas),
        ("Ente Auth", ExportFormat::Ente),
        ("a table", ExportFormat::Csv),
    ]
    .into_iter()
    .map(|(name, format)| written(name, format, &accounts))
    .collect();
    let sealed = [("KeePass", EncryptedFormat::Kdbx), ("PSKC", EncryptedFormat::Pskc)];
    files.extend(sealed.into_iter().filter_map(|(name, format)| {
        let bytes = write_encrypted(format, &accounts, PASSWORD, &mut random)?.bytes.to_vec();
        Some(File { name, bytes, password: Some(PASSWORD) })
    }));
    files.extend(texts().map(|(name, text)| File { name, bytes: text.into_bytes(), password: None }));
    Ok(files)
}

fn account(number: usize) -> Result<Outgoing, OtpError> {
    let secret = Secret::from_bytes(format!("secret of account {number:06}").into_bytes())?;
    let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 6)?;
    let otp_auth = OtpAuth { params, issuer: format!("Issuer {number}"), account: "ann@contoso.example".to_owned() };
    Ok(Outgoing { otp_auth, note: "a note".to_owned(), tags: vec![format!("tag {}", number % 20)], pinned: false })
}

/// Formats that are read and not written: what stands before, between and after the entries, and one entry.
fn texts() -> impl Iterator<Item = (&'static str, String)> {
    let bitwarden = |n: usize| {
        format!(r#"{{"type":1,"name":"Issuer {n}","login":{{"username":"ann","totp":"GEZDGNBVGY3TQOJQ"}}}}"#)
    };
    let stratum = |n: usize| {
        format!(
            r#"{{"Type":2,"Issuer":"Issuer {n}","Username":"ann","Secret":"GEZDGNBVGY3TQOJQ","Algorithm":0,"Digits":6,"Period":30}}"#
        )
    };
    let andotp =
        |n: usize| format!(r#"{{"secret":"GEZDGNBVGY3TQOJQ","issuer":"Issuer {n}","label":"ann","type":"TOTP"}}"#);
    let proton =
        |n: usize| format!(r#"{{"content":{{"uri":"otpauth://totp/Issuer%20{n}:ann?secret=GEZDGNBVGY3TQOJQ"}}}}"#);
    let keepassxc =
        |n: usize| format!(r#""Root","Issuer {n}","ann","x","","","otpauth://totp/a:b?secret=GEZDGNBVGY3TQOJQ""#);
    let oath = |n: usize| format!("{n},3132333435363738393031323334353637383930,totp,6,30");
    let pskc = |n: usize| {
        format!(
            r#"<KeyPackage><DeviceInfo><SerialNo>{n}</SerialNo></DeviceInfo><Key Id="{n}" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp"><Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret></Data></Key></KeyPackage>"#
        )
    };
    let of = |start: &str, between: &str, end: &str, entry: &dyn Fn(usize) -> String| {
        format!("{start}{}{end}", (0..ENTRIES).map(entry).collect::<Vec<_>>().join(between))
    };
    let container = r#"<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">"#;
    [
        ("Bitwarden", of(r#"{"encrypted":false,"items":["#, ",", "]}", &bitwarden)),
        ("Stratum", of(r#"{"Authenticators":["#, ",", "]}", &stratum)),
        ("andOTP", of("[", ",", "]", &andotp)),
        ("Proton Authenticator", of(r#"{"version":1,"entries":["#, ",", "]}", &proton)),
        (
            "KeePassXC",
            of("\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\",\"TOTP\"\n", "\n", "\n", &keepassxc),
        ),
        ("an OATH list", of("", "\n", "\n", &oath)),
        ("PSKC in clear", of(container, "", "</KeyContainer>", &pskc)),
    ]
    .into_iter()
}

/// Begins to measure the highest memory anew, and returns the present one, in MB.
fn begin_peak() -> Result<f64, Box<dyn Error>> {
    fs::write("/proc/self/clear_refs", "5")?;
    status("VmRSS:")
}

fn peak() -> Result<f64, Box<dyn Error>> {
    status("VmHWM:")
}

fn status(name: &str) -> Result<f64, Box<dyn Error>> {
    let text = fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)).ok_or("a status without memory")?;
    Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
}
