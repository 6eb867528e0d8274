//! The sign-in log as a file.

use proofup_api::{AdminSignIns, AdminSignInsRequest};
use proofup_client::{Download, Session};
use proofup_vault::VaultError;
use serde::Deserialize;
use tokio::fs::File;
use tokio::io::AsyncWriteExt as _;

use super::Administration;
use crate::{
    AppError,
    vault::{create_new, whole_path},
};

/// The largest page of the service.
const LARGEST_PAGE: u32 = 1_000;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum LogFormat {
    /// As the service writes it: no cell is a formula.
    Csv,
    /// An array, one row a line.
    Json,
}

impl Administration {
    /// Writes every sign-in that fits into a new file in a folder, and returns its path. Only the person can read it. A file
    /// that could not be finished is removed.
    ///
    /// # Errors
    /// The file could not be written, or any fault of a call to the service.
    pub async fn export_sign_ins(
        &self,
        request: &AdminSignInsRequest,
        format: LogFormat,
        folder: &str,
    ) -> Result<String, AppError> {
        let folder = whole_path(folder)?;
        let moment = self.environment.now().strftime("%Y%m%d-%H%M%S").to_string();
        // The service is asked first: a refusal leaves no file.
        let (ending, rows) = match format {
            LogFormat::Csv => ("csv", Rows::Csv(self.csv(request).await?)),
            LogFormat::Json => ("json", Rows::Json(self.page(request, None).await?)),
        };
        let path = folder.join(format!("sign-ins-{moment}.{ending}"));
        let file = File::from_std(create_new(&path).map_err(VaultError::from)?);
        let written = match rows {
            Rows::Csv(pieces) => write_csv(pieces, file).await,
            Rows::Json(first) => self.write_json(request, first, file).await,
        };
        if written.is_err() {
            // The fault of the export is the one to be told.
            let _ = tokio::fs::remove_file(&path).await;
        }
        written.map(|()| path.display().to_string())
    }

    async fn csv(&self, request: &AdminSignInsRequest) -> Result<Download, AppError> {
        let ask = |session: Session| async move { session.sign_ins_as_csv(request).await };
        self.service.confirmed_call(ask).await
    }

    async fn page(&self, request: &AdminSignInsRequest, after: Option<String>) -> Result<AdminSignIns, AppError> {
        self.admin_sign_ins(AdminSignInsRequest { top: Some(LARGEST_PAGE), after, ..request.clone() }).await
    }

    async fn write_json(
        &self,
        request: &AdminSignInsRequest,
        mut page: AdminSignIns,
        mut file: File,
    ) -> Result<(), AppError> {
        let mut before = "[\n";
        loop {
            let mut lines = String::new();
            for row in &page.value {
                lines.push_str(before);
                lines.push_str(&serde_json::to_string(row).map_err(|_| AppError::Failed)?);
                before = ",\n";
            }
            file.write_all(lines.as_bytes()).await.map_err(VaultError::from)?;
            let Some(after) = page.next else { break };
            page = self.page(request, Some(after)).await?;
        }
        let end = if before == "[\n" { "[]\n" } else { "\n]\n" };
        file.write_all(end.as_bytes()).await.map_err(VaultError::from)?;
        Ok(file.sync_all().await.map_err(VaultError::from)?)
    }
}

/// What the service has answered so far.
enum Rows {
    Csv(Download),
    Json(AdminSignIns),
}

async fn write_csv(mut pieces: Download, mut file: File) -> Result<(), AppError> {
    while let Some(piece) = pieces.next().await? {
        file.write_all(&piece).await.map_err(VaultError::from)?;
    }
    Ok(file.sync_all().await.map_err(VaultError::from)?)
}
