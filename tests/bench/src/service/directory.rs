//! People from a directory: a run that adds everybody, and runs that find nothing new, with a real OpenLDAP on the same computer.

use std::{
    fmt::Write as _,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use proofup_bench::verdict;

use crate::{Failure, postgres::PostgresDatabase, server::finished};

const PEOPLE: usize = 25_000;
const GROUPS: usize = 5;
/// The second of these runs counts: the first fills the caches of the directory.
const UNCHANGED: usize = 3;
const BASE: &str = "dc=contoso,dc=example";
const PASSWORD: &str = "a password of the reader";
const SLAPD: &str = "/usr/sbin/slapd";

/// Prints how long runs take on both databases.
pub fn runs(service: &Path) -> Result<(), Failure> {
    if !Path::new(SLAPD).exists() {
        println!("\nslapd is missing: people from a directory are left out; `scripts/setup test` installs it.");
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let directory = Directory::start(folder.path())?;
    println!("\n{PEOPLE} people in an OpenLDAP over TLS, {GROUPS} groups; everything on this computer.\n");
    println!("| a run of the synchronisation | s | bar | |");
    println!("|---|---|---|---|");
    for name in ["SQLite", "PostgreSQL"] {
        let database = match name {
            "SQLite" => format!("sqlite:{}", folder.path().join("proofup.db").display()),
            _ => match PostgresDatabase::create_durable() {
                Some(database) => database.url(),
                None => continue,
            },
        };
        let command = |arguments: &[&str]| {
            let mut command = Command::new(service);
            command
                .args(arguments)
                .env("PROOFUP_CONFIG", &directory.configuration)
                .env("PROOFUP_KEY_FILE", folder.path().join(format!("{name}.keys.toml")))
                .env("PROOFUP_DATABASE", &database);
            command
        };
        finished(&mut command(&["init"]))?;
        let first = timed(&mut command(&["directory", "sync"]), &format!("{PEOPLE} added"))?;
        println!("| {name}: everybody is new | {first:.2} | ≤ 20 | {} |", verdict(first <= 20.0));
        let mut unchanged = f64::MAX;
        for _ in 0..UNCHANGED {
            unchanged = unchanged.min(timed(&mut command(&["directory", "sync"]), "0 added, 0 changed, 0 blocked")?);
        }
        println!(
            "| {name}: nothing is new, best of {UNCHANGED} | {unchanged:.2} | ≤ 2 | {} |",
            verdict(unchanged <= 2.0)
        );
    }
    Ok(())
}

/// Seconds that a run takes, which has to say this.
fn timed(command: &mut Command, says: &str) -> Result<f64, Failure> {
    let begun = Instant::now();
    let output = finished(command)?;
    let took = begun.elapsed().as_secs_f64();
    if output.contains(says) { Ok(took) } else { Err(format!("the run came to something else: {output}").into()) }
}

/// A running OpenLDAP. Dropping it ends it.
struct Directory {
    process: Child,
    configuration: PathBuf,
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Directory {
    fn start(folder: &Path) -> Result<Self, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        certificates(folder)?;
        std::fs::create_dir(folder.join("db"))?;
        std::fs::write(folder.join("reader"), PASSWORD)?;
        std::fs::write(folder.join("tree.ldif"), tree()?)?;
        let server = folder.join("slapd.conf");
        std::fs::write(&server, slapd_configuration(folder))?;
        let configuration = folder.join("proofup.toml");
        std::fs::write(&configuration, configuration_of(folder, port)?)?;
        finished(
            Command::new("/usr/sbin/slapadd").arg("-q").arg("-f").arg(&server).arg("-l").arg(folder.join("tree.ldif")),
        )?;
        let mut command = Command::new(SLAPD);
        command.args(["-d", "0", "-h", &format!("ldaps://127.0.0.1:{port}/"), "-f"]).arg(&server);
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let running = Self { process, configuration };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if begun.elapsed() > Duration::from_secs(60) {
                return Err("slapd does not listen".into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(running)
    }
}

/// An authority, and the server's certificate that it signed.
fn certificates(folder: &Path) -> Result<(), Failure> {
    use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
    let mut authority = CertificateParams::new(Vec::new())?;
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.distinguished_name.push(DnType::CommonName, "Authority of the measurement");
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;
    let key = KeyPair::generate()?;
    let server = CertificateParams::new(vec!["127.0.0.1".to_owned()])?.signed_by(&key, &authority)?;
    std::fs::write(folder.join("authority.pem"), authority.pem())?;
    std::fs::write(folder.join("chain.pem"), server.pem())?;
    std::fs::write(folder.join("key.pem"), key.serialize_pem())?;
    Ok(())
}

fn slapd_configuration(folder: &Path) -> String {
    let folder = folder.display();
    format!(
        "include /etc/ldap/schema/core.schema\ninclude /etc/ldap/schema/cosine.schema\n\
         include /etc/ldap/schema/inetorgperson.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\n\
         TLSCertificateFile {folder}/chain.pem\nTLSCertificateKeyFile {folder}/key.pem\ndatabase mdb\nsuffix \"{BASE}\"\n\
         directory {folder}/db\nmaxsize 1073741824\nindex objectClass,entryUUID eq\n\
         limits dn.exact=\"cn=reader,{BASE}\" size.prtotal=unlimited\n\
         access to attrs=userPassword by anonymous auth by * none\naccess to * by users read by * none\n"
    )
}

fn configuration_of(folder: &Path, port: u16) -> Result<String, Failure> {
    let mut text = format!(
        "[directory]\nservers = [\"ldaps://127.0.0.1:{port}\"]\nca_file = {:?}\nbind_dn = \"cn=reader,{BASE}\"\n\
         password_file = {:?}\nbase = \"ou=people,{BASE}\"\ninterval_minutes = 0\ntimeout_seconds = 60\n",
        folder.join("authority.pem"),
        folder.join("reader")
    );
    for group in 0..GROUPS {
        write!(text, "[[directory.groups]]\ndn = \"cn=group-{group},{BASE}\"\nsecond_step = true\n")?;
    }
    Ok(text)
}

fn tree() -> Result<String, Failure> {
    let mut ldif = format!(
        "dn: {BASE}\nobjectClass: dcObject\nobjectClass: organization\ndc: contoso\no: Contoso\n\n\
         dn: ou=people,{BASE}\nobjectClass: organizationalUnit\nou: people\n\n\
         dn: cn=reader,{BASE}\nobjectClass: applicationProcess\nobjectClass: simpleSecurityObject\ncn: reader\n\
         userPassword: {PASSWORD}\n\n"
    );
    for number in 0..PEOPLE {
        write!(
            ldif,
            "dn: uid=u{number:05},ou=people,{BASE}\nobjectClass: inetOrgPerson\nuid: u{number:05}\ncn: Person {number}\n\
             sn: {number}\ndisplayName: Person Nr. {number}\nmail: u{number:05}@contoso.example\n\
             telephoneNumber: +1 425555{:04}\n\n",
            number % 10_000
        )?;
    }
    for group in 0..GROUPS {
        write!(ldif, "dn: cn=group-{group},{BASE}\nobjectClass: groupOfNames\ncn: group-{group}\n")?;
        for number in (group..PEOPLE).step_by(GROUPS) {
            writeln!(ldif, "member: uid=u{number:05},ou=people,{BASE}")?;
        }
        ldif.push('\n');
    }
    Ok(ldif)
}
