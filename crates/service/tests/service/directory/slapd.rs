//! A real OpenLDAP of one test, on loopback, with a certificate of its own authority and a tree of people.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use proofup_service::DirectorySettings;

use crate::operate::are_there;
use crate::support::Port;
use crate::tls::Papers;

pub const BASE: &str = "dc=contoso,dc=example";
/// The password of the account that reads.
const READER: &str = "a password of the reader";
const ADMIN: &str = "a password of the administrator";

pub struct Slapd {
    child: Child,
    folder: tempfile::TempDir,
    /// StartTLS.
    pub plain: Port,
    /// TLS from the start.
    pub tls: Port,
}

/// The entry of a person.
pub fn dn(number: usize) -> String {
    format!("uid=u{number:05},ou=people,{BASE}")
}

/// What they sign in with.
pub fn upn(number: usize) -> String {
    format!("u{number:05}@contoso.example")
}

pub fn password(number: usize) -> String {
    format!("first password {number}")
}

/// The entry of a person, as it is added.
pub fn entry(number: usize) -> String {
    format!(
        "dn: {}\nobjectClass: inetOrgPerson\nuid: u{number:05}\ncn: Person {number}\nsn: {number}\n\
         displayName: Person Nr. {number}\nmail: {}\ntelephoneNumber: +1 425555{:04}\nuserPassword: {}\n\n",
        dn(number),
        upn(number),
        number % 10_000,
        password(number)
    )
}

impl Slapd {
    /// With so many people, who are numbered from 1 on. `None`, with a word about it, where it is not installed.
    pub fn start(people: usize) -> Option<Self> {
        if !are_there(&["/usr/sbin/slapd", "/usr/sbin/slapadd", "/usr/bin/ldapmodify"]) {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let papers = Papers::for_name(folder.path(), "127.0.0.1");
        std::fs::write(folder.path().join("authority.pem"), &papers.authority).unwrap();
        std::fs::write(folder.path().join("reader"), format!("{READER}\n")).unwrap();
        std::fs::create_dir(folder.path().join("db")).unwrap();
        std::fs::write(folder.path().join("slapd.conf"), configuration(folder.path())).unwrap();
        std::fs::write(folder.path().join("tree.ldif"), tree(people)).unwrap();
        let (plain, tls) = (Port::claim(), Port::claim());
        let mut add = Command::new("/usr/sbin/slapadd");
        let filled = add
            .arg("-q")
            .arg("-f")
            .arg(folder.path().join("slapd.conf"))
            .arg("-l")
            .arg(folder.path().join("tree.ldif"));
        let filled = filled.output().unwrap();
        assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
        let child = Self::run(folder.path(), &plain, &tls);
        Some(Self { child, folder, plain, tls })
    }

    fn run(folder: &Path, plain: &Port, tls: &Port) -> Child {
        // In the foreground, so that it ends with the test.
        let child = Command::new("/usr/sbin/slapd")
            .args(["-d", "0", "-h", &format!("ldap://127.0.0.1:{plain}/ ldaps://127.0.0.1:{tls}/"), "-f"])
            .arg(folder.join("slapd.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        tls.wait_for_listener("slapd");
        child
    }

    /// Starts it again where it was killed.
    pub fn restart(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.child = Self::run(self.folder.path(), &self.plain, &self.tls);
    }

    /// Sends it a signal, by its name.
    pub fn signal(&self, name: &str) {
        signal(self.child.id(), name);
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Changes its tree, as a person at a terminal does.
    pub fn modify(&self, ldif: &str) {
        let file = self.folder.path().join("change.ldif");
        std::fs::write(&file, ldif).unwrap();
        let url = format!("ldaps://127.0.0.1:{}", self.tls);
        let done = Command::new("/usr/bin/ldapmodify")
            .args(["-x", "-H", &url, "-D", &format!("cn=admin,{BASE}"), "-w", ADMIN, "-f"])
            .arg(&file)
            .env("LDAPTLS_CACERT", self.folder.path().join("authority.pem"))
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "{}{}",
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        );
    }

    /// The table of the configuration; with other servers, or an account with another name, where these are named.
    pub fn table(&self, servers: &[String], reader: &str, more: &str) -> String {
        let file = |name: &str| self.folder.path().join(name).display().to_string();
        let own = [format!("ldaps://127.0.0.1:{}", self.tls)];
        let servers = if servers.is_empty() { &own[..] } else { servers };
        format!(
            "servers = {servers:?}\nca_file = {:?}\nbind_dn = \"cn={reader},ou=services,{BASE}\"\npassword_file = {:?}\n\
             base = \"ou=people,{BASE}\"\ninterval_minutes = 0\npage_size = 50\ntimeout_seconds = 3\n{more}",
            file("authority.pem"),
            file("reader")
        )
    }

    pub fn settings(&self, more: &str) -> DirectorySettings {
        toml::from_str(&self.table(&[], "reader", more)).unwrap()
    }

    /// A configuration file with this table.
    pub fn file(&self, table: &str) -> PathBuf {
        let path = self.folder.path().join("proofup.toml");
        // Tables in the table come after its own keys.
        let nested =
            table.replace("[[groups]]", "[[directory.groups]]").replace("[attributes]", "[directory.attributes]");
        std::fs::write(&path, format!("[directory]\n{nested}")).unwrap();
        path
    }
}

impl Drop for Slapd {
    fn drop(&mut self) {
        // Also one that was stopped ends by this.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a process a signal, by its name. After `STOP` it waits until every thread has stopped: on a busy machine some of them
/// go on answering for a moment.
pub fn signal(process: u32, name: &str) {
    assert!(Command::new("kill").args(["-s", name, &process.to_string()]).status().unwrap().success());
    while name == "STOP" && !has_stopped(process) {
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Whether every thread has the state `T` (proc_pid_stat(5)).
fn has_stopped(process: u32) -> bool {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).unwrap();
    threads.flatten().all(|thread| {
        let told = std::fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        told.rsplit_once(") ").is_none_or(|(_, rest)| rest.starts_with('T'))
    })
}

fn configuration(folder: &Path) -> String {
    let folder = folder.display();
    format!(
        "include /etc/ldap/schema/core.schema\ninclude /etc/ldap/schema/cosine.schema\n\
         include /etc/ldap/schema/inetorgperson.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\n\
         TLSCACertificateFile {folder}/authority.pem\nTLSCertificateFile {folder}/chain.pem\n\
         TLSCertificateKeyFile {folder}/key.pem\nsecurity simple_bind=128\nsizelimit 100\ndatabase mdb\nsuffix \"{BASE}\"\n\
         rootdn \"cn=admin,{BASE}\"\nrootpw \"{ADMIN}\"\ndirectory {folder}/db\nindex objectClass,entryUUID,uid eq\n\
         limits dn.exact=\"cn=reader,ou=services,{BASE}\" size.prtotal=unlimited\n\
         access to attrs=userPassword by anonymous auth by * none\naccess to * by users read by * none\n"
    )
}

fn tree(people: usize) -> String {
    let mut ldif = format!("dn: {BASE}\nobjectClass: dcObject\nobjectClass: organization\ndc: contoso\no: Contoso\n\n");
    for unit in ["people", "groups", "services"] {
        let _ = write!(ldif, "dn: ou={unit},{BASE}\nobjectClass: organizationalUnit\nou: {unit}\n\n");
    }
    for reader in ["reader", "limited"] {
        let _ = write!(
            ldif,
            "dn: cn={reader},ou=services,{BASE}\nobjectClass: applicationProcess\nobjectClass: simpleSecurityObject\n\
             cn: {reader}\nuserPassword: {READER}\n\n"
        );
    }
    // A subtree that another server has: its entry says where, and is no person.
    let _ = write!(
        ldif,
        "dn: ou=elsewhere,ou=people,{BASE}\nobjectClass: referral\nobjectClass: extensibleObject\nou: elsewhere\n\
         ref: ldap://127.0.0.1:9/ou=elsewhere,{BASE}\n\n"
    );
    for number in 1..=people {
        ldif.push_str(&entry(number));
    }
    let members = |numbers: &[usize]| {
        numbers.iter().map(|number| format!("member: {}\n", dn(*number).to_uppercase())).collect::<String>()
    };
    for (name, numbers) in [("helpers", [1, 2]), ("staff", [2, 3])] {
        let _ = write!(
            ldif,
            "dn: cn={name},ou=groups,{BASE}\nobjectClass: groupOfNames\ncn: {name}\n{}\n",
            members(&numbers)
        );
    }
    ldif
}
