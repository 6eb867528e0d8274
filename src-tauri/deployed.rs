//! The address of the organisation's service, which an administrator deployed for all users of this computer.

use std::{fs, path::Path};

use proofup_app::ServiceAddress;
use serde::Deserialize;

/// The file, in the system's folder for settings.
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

/// The address in the file; `None` without a file. A damaged file is logged and ignored.
pub(crate) fn service_address(file: &Path) -> Option<String> {
    let bytes = fs::read(file).ok()?;
    match serde_json::from_slice::<Deployed>(&bytes) {
        Ok(deployed) => match deployed.service_address.parse::<ServiceAddress>() {
            Ok(address) => Some(address.to_string()),
            Err(error) => {
                tracing::warn!(%error, file = %file.display(), "the deployed address of the service is invalid");
                None
            }
        },
        Err(error) => {
            tracing::warn!(%error, file = %file.display(), "the deployed file cannot be read");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::service_address;

    #[test]
    fn reads_the_address_that_an_administrator_deployed() {
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
