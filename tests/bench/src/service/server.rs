//! Runs the real `proofup-service`, on a port that the system picks and with a temporary database.

use std::{
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tempfile::TempDir;
use tokio::task::JoinHandle;

use proofup_bench::processes;
use proofup_store::Database;

use crate::Failure;

/// What front ends prove themselves with.
pub const FRONT_END_SECRET: &str = "the secret of the front ends";

/// A running service. Dropping it ends the service.
pub struct Server {
    running: Running,
    installation: Installation,
}

/// Its process, and where it listens.
struct Running {
    process: Child,
    url: String,
    radius: Option<SocketAddr>,
}

/// The program with its configuration.
struct Installation {
    program: PathBuf,
    folder: TempDir,
    cost: String,
    /// The address of another database than SQLite's.
    database: Option<String>,
    speaks_radius: bool,
}

impl Server {
    /// Starts it on SQLite with this cost of passwords: KiB and passes.
    pub fn start(program: &Path, cost: (u32, u32)) -> Result<Self, Failure> {
        Self::start_on(None, program, cost)
    }

    /// Starts it on another database.
    pub fn start_on(database: Option<String>, program: &Path, cost: (u32, u32)) -> Result<Self, Failure> {
        Self::start_installation(Installation::new(database, program, cost)?)
    }

    /// Starts it with a front end for HTTP Basic and one for RADIUS, both on this computer.
    pub fn start_with_front_ends(database: Option<String>, program: &Path, cost: (u32, u32)) -> Result<Self, Failure> {
        let installation = Installation { speaks_radius: true, ..Installation::new(database, program, cost)? };
        std::fs::write(installation.configuration(), front_ends())?;
        Self::start_installation(installation)
    }

    fn start_installation(installation: Installation) -> Result<Self, Failure> {
        finished(&mut installation.command(&["init"]))?;
        for setting in [
            ["codeFromMobileApp", "true"],
            ["lockoutDenials", "20"],
            ["appPasswordsAllowed", "true"],
            ["msChapAllowed", "true"],
        ] {
            finished(&mut installation.command(&["settings", "set", setting[0], setting[1]]))?;
        }
        Ok(Self { running: installation.serve()?, installation })
    }

    /// Ends the service. Its database stays.
    pub fn stop(&mut self) -> Result<(), Failure> {
        self.running.process.kill()?;
        self.running.process.wait()?;
        Ok(())
    }

    /// Starts it after a stop, on the same database.
    pub fn start_again(&mut self) -> Result<(), Failure> {
        self.running = self.installation.serve()?;
        Ok(())
    }

    /// Its database.
    pub fn database(&self) -> Database {
        let file = || Database::Sqlite(self.installation.folder.path().join("proofup.db"));
        self.installation.database.clone().map_or_else(file, Database::Postgres)
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.running.url
    }

    /// Its address for RADIUS, if it has front ends.
    pub fn radius(&self) -> Option<SocketAddr> {
        self.running.radius
    }

    /// The id of its process.
    pub fn id(&self) -> u32 {
        self.running.process.id()
    }

    /// Adds people with this state of the second step.
    pub fn add_people(&self, upns: &[String], password: &str, state: &str) -> Result<(), Failure> {
        for upn in upns {
            let arguments = ["user", "add", upn, "--name", "Person", "--password-stdin", "--mfa", state];
            let mut adding =
                self.installation.command(&arguments).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
            adding.stdin.take().ok_or("its input is piped")?.write_all(password.as_bytes())?;
            if !adding.wait()?.success() {
                return Err(format!("{upn} was not added").into());
            }
        }
        Ok(())
    }

    /// Gives a person the role of an administrator.
    pub fn make_administrator(&self, upn: &str) -> Result<(), Failure> {
        finished(&mut self.installation.command(&["user", "roles", upn, "administrator"])).map(drop)
    }

    /// Watches the memory until its peak is read.
    pub fn watch_memory(&self) -> Watched {
        let (id, over) = (self.id(), Arc::new(AtomicBool::new(false)));
        let ended = Arc::clone(&over);
        let watching = tokio::spawn(async move {
            let mut peak = 0_f64;
            while !ended.load(Ordering::Relaxed) {
                peak = peak.max(processes::proportional_set_size(id).unwrap_or(0.0));
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            peak
        });
        Watched { over, watching }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}

/// A watch over the memory.
pub struct Watched {
    over: Arc<AtomicBool>,
    watching: JoinHandle<f64>,
}

impl Watched {
    /// The peak so far, in MB; the watch ends.
    pub async fn peak(self) -> f64 {
        self.over.store(true, Ordering::Relaxed);
        self.watching.await.unwrap_or(f64::NAN)
    }
}

impl Installation {
    fn new(database: Option<String>, program: &Path, (memory, passes): (u32, u32)) -> Result<Self, Failure> {
        let (program, folder) = (program.to_owned(), tempfile::tempdir()?);
        Ok(Self { program, folder, cost: format!("m={memory},t={passes}"), database, speaks_radius: false })
    }

    fn configuration(&self) -> PathBuf {
        self.folder.path().join("proofup-service.toml")
    }

    fn serve(&self) -> Result<Running, Failure> {
        let mut process = self.command(&["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn()?;
        let mut lines = BufReader::new(process.stdout.take().ok_or("its output is piped")?).lines();
        let line = lines.next().ok_or("the service ended before it listened")??;
        let url = line.strip_prefix("listening on ").ok_or("the service said something else first")?.to_owned();
        let radius = if self.speaks_radius {
            let line = lines.next().ok_or("the service does not say where it listens for RADIUS")??;
            let address = line.split(' ').find_map(|word| word.parse().ok());
            Some(address.ok_or("the service said something else than its address for RADIUS")?)
        } else {
            None
        };
        Ok(Running { process, url, radius })
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .env("PROOFUP_DATA_DIR", self.folder.path())
            .env("PROOFUP_PASSWORD_COST", &self.cost)
            .envs(self.speaks_radius.then(|| ("PROOFUP_CONFIG", self.configuration())))
            .envs(self.database.as_ref().map(|database| ("PROOFUP_DATABASE", database)));
        command
    }
}

/// Runs a command to its end; gives what it says.
pub fn finished(command: &mut Command) -> Result<String, Failure> {
    let output = command.output()?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
    }
}

fn front_ends() -> String {
    let one = |kind: &str, header: &str| {
        format!(
            "[[front_ends]]\nname = \"{kind}\"\nkind = \"{kind}\"\nfrom = [\"127.0.0.1/32\"]\nsecret = \"{FRONT_END_SECRET}\"\nclient_address = \"{header}\"\n\n"
        )
    };
    format!(
        "[listen]\nradius = \"127.0.0.1:0\"\n\n{}{}ms_chap = true\n",
        one("basic", "X-Real-IP"),
        one("radius", "Calling-Station-Id")
    )
}
