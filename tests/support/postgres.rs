//! A PostgreSQL cluster of this test run alone, in a temporary folder, on a loopback port.
//!
//! It watches a pipe: when this process ends for any reason, the pipe closes, and the cluster stops and removes its
//! folder.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Once, OnceLock};

/// The people whom PostgreSQL may run as when the tests run as root, which it refuses to.
const SERVER_USERS: [&str; 2] = ["postgres", "nobody"];

/// Waits for the pipe to close. `trap` keeps it waiting when the terminal interrupts the whole group.
const KEEPER: &str = r#"
trap '' INT TERM
"$BIN/initdb" -D "$DATA/cluster" -U proofup -A trust -E UTF8 --locale=C -N >"$DATA/initdb.log" 2>&1 || { cat "$DATA/initdb.log" >&2; exit 1; }
"$BIN/pg_ctl" -D "$DATA/cluster" -l "$DATA/server.log" -w -t 60 \
    -o "-p $PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=$FSYNC -c max_connections=400" \
    start >/dev/null 2>&1 || { cat "$DATA/server.log" >&2; exit 1; }
echo ready
cat >/dev/null
"$BIN/pg_ctl" -D "$DATA/cluster" -m immediate stop >/dev/null 2>&1
rm -rf "$DATA"
"#;

/// Tests do without: what they write need not survive a power cut.
static DURABLE: AtomicBool = AtomicBool::new(false);

struct Cluster {
    bin: PathBuf,
    port: u16,
    /// Its standard input is the pipe that the cluster hangs on.
    _keeper: Child,
}

/// A database of one test, made when it is first needed.
#[derive(Clone)]
pub struct PostgresDatabase {
    name: String,
    made: Arc<Once>,
}

impl PostgresDatabase {
    /// One on a cluster that writes every commit to the disk before it answers. This is the case for the whole process, so it has to
    /// come before all others.
    pub fn create_durable() -> Option<Self> {
        DURABLE.store(true, Ordering::Relaxed);
        Self::create()
    }

    /// `None` if PostgreSQL is not installed here.
    pub fn create() -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        cluster()?;
        let name = format!("test_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        Some(Self { name, made: Arc::new(Once::new()) })
    }

    /// Makes it a copy of another one, to which nothing may be connected.
    pub fn copy(&self, other: &Self) {
        self.make(&other.name);
    }

    fn make(&self, template: &str) {
        self.made.call_once(|| cluster().unwrap().run("createdb", &["-T", template, &self.name]));
    }

    /// Its address; it is empty unless it was made a copy before.
    pub fn url(&self) -> String {
        self.make("template0");
        let port = cluster().unwrap().port;
        format!("postgres://proofup@127.0.0.1:{port}/{}", self.name)
    }

    /// A `PATH` with the programs of PostgreSQL before others.
    #[expect(clippy::disallowed_methods, reason = "programs are found by the path")]
    pub fn path() -> std::ffi::OsString {
        let others = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(cluster().unwrap().bin.clone()).chain(std::env::split_paths(&others));
        std::env::join_paths(folders).unwrap()
    }

    /// Makes the database unreachable, as when its server is down.
    pub fn take_away(&self) {
        let cluster = cluster().unwrap();
        let name = &self.name;
        cluster.run("psql", &["-d", "postgres", "-c", &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")]);
        let end = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        cluster.run("psql", &["-d", "postgres", "-c", &end]);
    }

    /// Makes it refuse every change, as a standby does, or take changes again.
    pub fn read_only(&self, read_only: bool) {
        let (cluster, name) = (cluster().unwrap(), &self.name);
        let statement = format!("ALTER DATABASE {name} SET default_transaction_read_only = {read_only}");
        cluster.run("psql", &["-d", "postgres", "-c", &statement]);
        let end = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        cluster.run("psql", &["-d", "postgres", "-c", &end]);
    }

    /// Makes it reachable again.
    pub fn give_back(&self) {
        let statement = format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", self.name);
        cluster().unwrap().run("psql", &["-d", "postgres", "-c", &statement]);
    }
}

impl Cluster {
    fn run(&self, program: &str, arguments: &[&str]) {
        let output = Command::new(self.bin.join(program))
            .args(["-h", "127.0.0.1", "-U", "proofup", "-p", &self.port.to_string()])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[expect(clippy::disallowed_methods, reason = "build servers say by the environment that they are")]
fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
    CLUSTER
        .get_or_init(|| match server_programs() {
            Some(bin) => Some(start(bin)),
            None if std::env::var_os("CI").is_some() => panic!("PostgreSQL's initdb is not installed"),
            None => {
                eprintln!("skipped: PostgreSQL's initdb is not installed, so this ran on SQLite alone");
                None
            }
        })
        .as_ref()
}

/// The newest of Debian's versions, else the one in the path.
#[expect(clippy::disallowed_methods, reason = "programs are found by the path")]
fn server_programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    versions
        .sort_by_key(|bin| bin.parent().and_then(Path::file_name).and_then(|name| name.to_str()?.parse::<u32>().ok()));
    versions
        .pop()
        .or_else(|| std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join("initdb").exists()))
}

fn start(bin: PathBuf) -> Cluster {
    // Between the choice of a port and PostgreSQL's start another program may take it: then another port is tried.
    (0..5).find_map(|_| try_to_start(&bin)).expect("PostgreSQL starts; its own words stand above")
}

fn try_to_start(bin: &Path) -> Option<Cluster> {
    let data = tempfile::Builder::new().prefix("proofup-postgres-").tempdir().unwrap().keep();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut keeper = match server_user() {
        None => Command::new("sh"),
        Some(user) => {
            assert!(Command::new("chown").arg(user).arg(&data).status().unwrap().success());
            let mut command = Command::new("runuser");
            command.args(["-u", user, "--", "sh"]);
            command
        }
    };
    let mut child = keeper
        .args(["-c", KEEPER])
        .env("BIN", bin)
        .env("DATA", &data)
        .env("PORT", port.to_string())
        .env("FSYNC", if DURABLE.load(Ordering::Relaxed) { "on" } else { "off" })
        .current_dir(&data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    if line.trim() == "ready" {
        return Some(Cluster { bin: bin.to_owned(), port, _keeper: child });
    }
    child.wait().unwrap();
    std::fs::remove_dir_all(&data).unwrap();
    None
}

/// Who it runs as, if these tests run as root.
fn server_user() -> Option<&'static str> {
    let id = |arguments: &[&str]| Command::new("id").args(arguments).output().unwrap();
    if id(&["-u"]).stdout.trim_ascii() != b"0" {
        return None;
    }
    SERVER_USERS.into_iter().find(|user| id(&["-u", user]).status.success())
}
