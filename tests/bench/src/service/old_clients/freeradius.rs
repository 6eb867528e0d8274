//! The peer: FreeRADIUS with one person in a static file, with nothing to write down.

use std::net::UdpSocket;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::load::Measured;
use super::radius::Method;
use super::{CLIENTS, Login, radius};
use crate::Failure;
use crate::server::FRONT_END_SECRET;

/// Debian's program. Without it this row says *not installed*.
const PROGRAM: &str = "/usr/sbin/freeradius";
const LOGIN: (&str, &str) = ("ann", "k7mf2c9wqp4t0r1xhn8d");
/// Tries until it answers, a tenth of a second each.
const TRIES: u32 = 100;

/// Prints its rate.
pub async fn rate() -> Result<(), Failure> {
    if !Path::new(PROGRAM).exists() {
        println!("| FreeRADIUS with a static file | not installed | – | – | – | |");
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let port = UdpSocket::bind("127.0.0.1:0")?.local_addr()?.port();
    std::fs::write(folder.path().join("radiusd.conf"), configuration(folder.path(), port))?;
    std::fs::write(folder.path().join("dictionary"), "$INCLUDE /usr/share/freeradius/dictionary\n")?;
    std::fs::write(folder.path().join("users"), format!("{} Cleartext-Password := \"{}\"\n", LOGIN.0, LOGIN.1))?;
    let mut command = Command::new(PROGRAM);
    command.args(["-f", "-d"]).arg(folder.path()).stdout(Stdio::null());
    let _running = Running(command.spawn()?);
    let measured = measure(port).await?;
    println!(
        "| FreeRADIUS with a static file, RADIUS | {:.0} | {:.1} / {:.1} | – | – | |",
        measured.rate, measured.p50, measured.p99
    );
    Ok(())
}

/// The first socket that it does not listen on yet hears that nobody is there.
async fn measure(port: u16) -> Result<Measured, Failure> {
    let logins = [Login { name: LOGIN.0.into(), secret: LOGIN.1.into() }];
    let mut last = Failure::from("FreeRADIUS was not asked");
    for _ in 0..TRIES {
        match radius::ask_all(([127, 0, 0, 1], port).into(), CLIENTS, &logins, Method::Pap).await {
            Ok(measured) => return Ok(measured),
            Err(error) => last = error,
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(last)
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn configuration(folder: &Path, port: u16) -> String {
    let folder = folder.display();
    format!(
        "prefix = /usr
libdir = /usr/lib/freeradius
raddbdir = {folder}
logdir = {folder}
run_dir = {folder}
pidfile = {folder}/pid
cleanup_delay = 0
max_requests = 16384
log {{
    destination = files
    file = {folder}/log
}}
security {{
    reject_delay = 0
}}
client vpn {{
    ipaddr = 127.0.0.1
    secret = \"{FRONT_END_SECRET}\"
    require_message_authenticator = yes
}}
modules {{
    pap {{
    }}
    files {{
        usersfile = {folder}/users
    }}
}}
server default {{
    listen {{
        type = auth
        ipaddr = 127.0.0.1
        port = {port}
    }}
    authorize {{
        files
        pap
    }}
    authenticate {{
        pap
    }}
}}
"
    )
}
