//! The system's dialog for choosing a folder. The page receives only the chosen path.

use std::path::PathBuf;

use proofup_app::AppError;
use tauri::{Runtime, WebviewWindow};

/// Where the dialog is shown.
pub(crate) enum FolderPicker {
    /// This desktop.
    Desktop,
    /// Nowhere, in tests without a desktop.
    #[cfg(test)]
    Nobody,
}

impl FolderPicker {
    /// The chosen folder; `None` if the person cancelled. The dialog belongs to the window.
    ///
    /// # Errors
    /// [`AppError::FolderNotText`]
    pub(crate) async fn choose<R: Runtime>(
        &self,
        window: &WebviewWindow<R>,
        title: String,
    ) -> Result<Option<String>, AppError> {
        let chosen = match self {
            Self::Desktop => dialog::choose(window, title).await,
            #[cfg(test)]
            Self::Nobody => None,
        };
        chosen.map(as_text).transpose()
    }
}

/// The page needs text; the name of a folder may be any bytes.
fn as_text(folder: PathBuf) -> Result<String, AppError> {
    folder.into_os_string().into_string().map_err(|_| AppError::FolderNotText)
}

/// GTK's dialog, on the thread of the web view: it uses the portal if the desktop wants that.
#[cfg(all(unix, not(target_os = "macos")))]
mod dialog {
    use std::path::PathBuf;

    use gtk::{FileChooserAction, FileChooserNative, ResponseType, glib::MainContext, prelude::*};
    use tauri::{Runtime, WebviewWindow};
    use tokio::sync::oneshot;

    pub(super) async fn choose<R: Runtime>(window: &WebviewWindow<R>, title: String) -> Option<PathBuf> {
        let (tell, told) = oneshot::channel();
        let parent = window.clone();
        let asked = window.run_on_main_thread(move || {
            MainContext::default().spawn_local(async move {
                let parent = parent.gtk_window().ok();
                let action = FileChooserAction::SelectFolder;
                let chooser = FileChooserNative::new(Some(&title), parent.as_ref(), action, None, None);
                chooser.set_modal(true);
                let chosen = (chooser.run_future().await == ResponseType::Accept).then(|| chooser.filename()).flatten();
                chooser.destroy();
                // The page may have been closed in the meantime.
                let _ = tell.send(chosen);
            });
        });
        if let Err(error) = asked {
            tracing::warn!(%error, "the dialog for a folder did not open");
        }
        told.await.ok().flatten()
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
mod dialog {
    use std::path::PathBuf;

    use tauri::{Runtime, WebviewWindow};

    pub(super) async fn choose<R: Runtime>(window: &WebviewWindow<R>, title: String) -> Option<PathBuf> {
        let chooser = rfd::AsyncFileDialog::new().set_title(title).set_parent(window);
        chooser.pick_folder().await.map(|folder| folder.path().to_owned())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::{ffi::OsString, os::unix::ffi::OsStringExt};

    use proofup_app::AppError;

    use super::as_text;

    #[test]
    fn a_name_that_is_not_text_is_an_error() {
        assert_eq!(as_text("/media/stick/Tresor ä".into()).unwrap(), "/media/stick/Tresor ä");
        let bytes = OsString::from_vec(b"/media/\xff".to_vec());
        assert!(matches!(as_text(bytes.into()), Err(AppError::FolderNotText)));
    }
}
