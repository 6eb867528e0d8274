//! The program on a screen, with a folder of its own, and the process of its page.

use std::{
    cell::RefCell,
    fs,
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use crate::screen::Screen;

/// The running program; it ends with this value.
pub struct Program {
    process: RefCell<Child>,
    _folder: TempDir,
}

impl Program {
    /// The demo without its phone, on a window that had this size when it was closed.
    pub fn start_at(screen: &Screen, width: u32, height: u32, maximized: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the program's data");
        let demo = folder.path().join("demo");
        fs::create_dir(&demo).expect("the folder can be written");
        let place = format!(r#"{{"x":10,"y":30,"width":{width},"height":{height},"maximized":{maximized}}}"#);
        fs::write(demo.join("window.json"), place).expect("the folder can be written");
        fs::write(demo.join("settings.json"), r#"{"language":"en","theme":"light"}"#)
            .expect("the folder can be written");
        let process = Command::new(env!("CARGO_BIN_EXE_proofup-desktop"))
            .args(["--demo=free", "--no-demo-phone"])
            .env("DISPLAY", screen.name())
            .env("PROOFUP_DATA_DIR", folder.path())
            .env("PROOFUP_KEYRING", "none")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        Self { process: RefCell::new(process), _folder: folder }
    }

    /// Says so at once if the program has ended.
    pub fn assert_runs(&self) {
        let ended = self.process.borrow_mut().try_wait().expect("the program can be waited for");
        assert!(ended.is_none(), "the program ended: {ended:?}");
    }

    /// The process that draws the page.
    pub fn page_process(&self) -> Option<u32> {
        let own = self.process.borrow().id();
        let all = fs::read_dir("/proc").ok()?.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
        let mut found = all.filter(|id| {
            let name = fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
            let state = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            let mut fields = state.rsplit(')').next().unwrap_or_default().split_whitespace();
            let (state, parent) = (fields.next(), fields.next());
            name.starts_with("WebKitWebProces") && state != Some("Z") && parent == Some(&own.to_string())
        });
        found.next()
    }

    /// Whether a process of the page has done the work of drawing one. The window goes on showing what the process before it drew.
    pub fn has_drawn(process: u32) -> bool {
        /// Hundredths of a second; a page takes more.
        const WORK: u64 = 40;
        let state = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        let fields = state.rsplit(')').next().unwrap_or_default().split_whitespace();
        // The processor's time in the program and in the system, fields 14 and 15 of proc(5).
        fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() >= WORK
    }

    /// Ends a process from one moment to the next.
    pub fn crash(process: u32) {
        let sent = Command::new("kill").args(["-KILL", &process.to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()), "the process can be reached");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let process = self.process.get_mut();
        let _ = Command::new("kill").args(["-TERM", &process.id().to_string()]).status();
        let _ = process.wait();
    }
}
