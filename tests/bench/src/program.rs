//! Starts a program and measures when its window is on screen and when its first page is usable.

use std::{
    error::Error,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::mpsc,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::screen::Screen;

const PATIENCE: Duration = Duration::from_secs(30);

/// A program to measure.
pub struct Program {
    path: PathBuf,
    arguments: Vec<&'static str>,
    environment: Vec<(&'static str, PathBuf)>,
    _folder: Option<TempDir>,
}

impl Program {
    /// The empty window.
    pub fn empty(path: PathBuf) -> Self {
        Self { path, arguments: vec![], environment: vec![], _folder: None }
    }

    /// The app in demo mode without the demo phone, on a data folder with this many accounts. Their key is in the
    /// keyring, as usual.
    pub fn app(path: PathBuf, accounts: usize) -> Result<Self, Box<dyn Error>> {
        let folder = proofup_bench::accounts::prepare_for_window(accounts)?;
        let environment = vec![("PROOFUP_DATA_DIR", folder.path().to_owned()), ("PROOFUP_TRACE_START", "1".into())];
        let arguments = vec!["--demo=free", "--no-demo-phone"];
        Ok(Self { path, arguments, environment, _folder: Some(folder) })
    }

    /// The same, opened on another page.
    pub fn on_page(mut self, page: &'static str) -> Self {
        self.arguments.extend(["--page", page]);
        self
    }

    /// Starts it.
    pub fn start(&self) -> Result<Starting, Box<dyn Error>> {
        let screen = Screen::watch()?;
        let mut command = Command::new(&self.path);
        command.args(&self.arguments).envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let begun = Instant::now();
        let process = command.spawn().map_err(|error| format!("{}: {error}", self.path.display()))?;
        Ok(Starting { process, screen, begun })
    }
}

/// A program that has just been started.
pub struct Starting {
    process: Child,
    screen: Screen,
    begun: Instant,
}

impl Starting {
    /// Waits for its window, and for its report that the first page is usable.
    pub fn until_usable(mut self) -> Result<Running, Box<dyn Error>> {
        let errors = self.process.stderr.take().ok_or("the program's errors are piped")?;
        let (usable, told) = mpsc::channel();
        // The thread ends with the program. It reads everything, so that a full pipe never blocks the program.
        std::thread::spawn(move || {
            for line in BufReader::new(errors).lines().map_while(Result::ok) {
                if line.starts_with("usable ") {
                    let _ = usable.send(Instant::now());
                }
            }
        });
        let since_start = |moment: Instant| 1000.0 * (moment - self.begun).as_secs_f64();
        let appeared = self.screen.window_appears(PATIENCE)?;
        let on_screen = since_start(appeared.at);
        let usable = since_start(told.recv_timeout(PATIENCE).map_err(|_| "the first page never became usable")?);
        Ok(Running { process: self.process, screen: self.screen, window: appeared.window, on_screen, usable })
    }
}

/// A program whose first page is usable.
pub struct Running {
    process: Child,
    screen: Screen,
    window: u32,
    /// Milliseconds from start to a mapped window.
    pub on_screen: f64,
    /// Milliseconds from start to a usable page.
    pub usable: f64,
}

impl Running {
    /// The id of its main process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Hides its window.
    pub fn hide(&self) -> Result<(), Box<dyn Error>> {
        self.screen.hide(self.window)
    }

    /// Ends it.
    pub fn stop(mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
