//! Runs the real `proofup-service`, on a port that the system picks and with a temporary database.

use std::{
    io::{BufRead, BufReader, Write},
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

use crate::Failure;

/// A running service. Dropping it ends the service.
pub struct Server {
    process: Child,
    program: PathBuf,
    url: String,
    folder: TempDir,
    cost: String,
}

impl Server {
    /// Starts it with this cost of passwords: KiB and passes.
    pub fn start(program: &Path, (memory, passes): (u32, u32)) -> Result<Self, Failure> {
        let (folder, cost) = (tempfile::tempdir()?, format!("m={memory},t={passes}"));
        finished(&mut command(program, folder.path(), &cost, &["init"]))?;
        for setting in [["codeFromMobileApp", "true"], ["lockoutDenials", "20"]] {
            finished(&mut command(program, folder.path(), &cost, &["settings", "set", setting[0], setting[1]]))?;
        }
        let mut process = command(program, folder.path(), &cost, &["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()?;
        let mut lines = BufReader::new(process.stdout.take().ok_or("its output is piped")?).lines();
        let line = lines.next().ok_or("the service ended before it listened")??;
        let url = line.strip_prefix("listening on ").ok_or("the service said something else first")?.to_owned();
        Ok(Self { process, program: program.to_owned(), url, folder, cost })
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The id of its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Adds people who have to register a second step.
    pub fn add_people(&self, upns: &[String], password: &str) -> Result<(), Failure> {
        for upn in upns {
            let arguments = ["user", "add", upn, "--name", "Person", "--password-stdin", "--mfa", "enabled"];
            let mut adding = command(&self.program, self.folder.path(), &self.cost, &arguments)
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .spawn()?;
            adding.stdin.take().ok_or("its input is piped")?.write_all(password.as_bytes())?;
            if !adding.wait()?.success() {
                return Err(format!("{upn} was not added").into());
            }
        }
        Ok(())
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
        let _ = self.process.kill();
        let _ = self.process.wait();
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

fn command(program: &Path, folder: &Path, cost: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).env("PROOFUP_DATA_DIR", folder).env("PROOFUP_PASSWORD_COST", cost);
    command
}

fn finished(command: &mut Command) -> Result<(), Failure> {
    let output = command.output()?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned().into()) }
}
