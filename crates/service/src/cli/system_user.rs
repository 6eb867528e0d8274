//! Who runs a command, by the name that the system knows them by.

use super::configuration::environment;
use crate::audit::admin_actions::Actor;
use crate::context::Context;

/// The command line as the list of actions names it: `command line (ann)`.
pub(super) fn command_line(context: &Context) -> Actor {
    Actor::command_line(context, &name())
}

/// The name of the user whom the process belongs to; with `sudo` also who asked for it.
#[cfg(unix)]
fn name() -> String {
    let id = rustix::process::getuid();
    let known = std::fs::read_to_string("/etc/passwd").ok().and_then(|users| name_of(id.as_raw(), &users));
    let name = known.unwrap_or_else(|| format!("user {}", id.as_raw()));
    match environment("SUDO_USER").filter(|_| id.is_root()) {
        Some(asking) => format!("{name}, for {asking}"),
        None => name,
    }
}

#[cfg(not(unix))]
fn name() -> String {
    environment("USERNAME").unwrap_or_else(|| "unknown user".to_owned())
}

/// The name that goes with a number in the system's list of users.
#[cfg(unix)]
fn name_of(id: u32, users: &str) -> Option<String> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, number) = (fields.next()?, fields.nth(1)?);
        (number.parse() == Ok(id)).then(|| name.to_owned())
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::name_of;

    #[test]
    fn a_user_is_found_by_the_number() {
        let users = "root:x:0:0:root:/root:/bin/sh\n# no user\nann:x:1000:1000::/home/ann:/bin/sh\n";
        assert_eq!(name_of(1000, users).as_deref(), Some("ann"));
        assert_eq!(name_of(1001, users), None);
    }
}
