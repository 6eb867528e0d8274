//! What an administrator left on this computer for everybody who uses it: where the organisation's service is.

use std::{fs, path::Path};

use proofup_app::ServiceAddress;
use serde::Deserialize;

/// The file, beside other programs' settings for the whole computer.
#[cfg(not(any(windows, target_os = "macos")))]
pub(crate) const FILE: &str = "/etc/proofup/proofup.json";
#[cfg(target_os = "macos")]
pub(crate) const FILE: &str = "/Library/Application Support/Proofup/proofup.json";
#[cfg(windows)]
pub(crate) const FILE: &str = r"C:\ProgramData\Proofup\proofup.json";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Deployed {
    service_address: String,
}

/// The service's address in the file; none where there is no file. A damaged one is reported and stops nobody.
pub(crate) fn service_address(file: &Path) -> Option<String> {
    let bytes = fs::read(file).ok()?;
    match serde_json::from_slice::<Deployed>(&bytes) {
        Ok(deployed) => match deployed.service_address.parse::<ServiceAddress>() {
            Ok(address) => Some(address.to_string()),
            Err(error) => {
                tracing::warn!(%error, file = %file.display(), "what the administrator left is no address");
                None
            }
        },
        Err(error) => {
            tracing::warn!(%error, file = %file.display(), "what the administrator left cannot be read");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::service_address;

    #[test]
    fn an_administrator_says_where_the_service_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("proofup.json");
        assert_eq!(service_address(&file), None, "no file");
        std::fs::write(&file, br#"{ "serviceAddress": " https://verify.contoso.example " }"#).unwrap();
        assert_eq!(service_address(&file).as_deref(), Some("https://verify.contoso.example"));
        for damaged in ["", "{", "{}", r#"{ "serviceAddress": "" }"#] {
            std::fs::write(&file, damaged).unwrap();
            assert_eq!(service_address(&file), None, "{damaged}");
        }
    }
}
