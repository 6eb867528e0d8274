//! The programs that administrators have: `ldapwhoami` and `ldapsearch` of OpenLDAP.

use std::process::{Command, Output};

use super::KEY;
use super::ldap::LdapNode;
use super::program::are_there;
use crate::ldap::{BASE, BEN_DN};

/// Runs a program of OpenLDAP, which trusts this authority alone.
async fn run(node: &LdapNode, program: &'static str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).env("LDAPTLS_CACERT", &node.authority).env("LDAPTLS_REQCERT", "hard");
    tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn openldap_binds_and_searches_over_starttls_and_ldaps() {
    if !are_there(&["/usr/bin/ldapwhoami", "/usr/bin/ldapsearch"]) {
        return;
    }
    let node = LdapNode::start().await;
    let (plain, tls) = (format!("ldap://{}", node.plain), format!("ldaps://{}", node.tls));
    let service = format!("cn=files,{BASE}");
    for connection in [vec!["-x", "-ZZ", "-H", plain.as_str()], vec!["-x", "-H", tls.as_str()]] {
        let as_who = |dn, password| [connection.as_slice(), &["-D", dn, "-w", password]].concat();
        let ben = as_who(BEN_DN, node.secret.as_str());
        let right = run(&node, "ldapwhoami", &ben).await;
        assert_eq!(text(&right).trim(), format!("dn:{BEN_DN}"));
        let wrong = run(&node, "ldapwhoami", &as_who(BEN_DN, "not it")).await;
        assert_eq!(wrong.status.code(), Some(49), "{}", text(&wrong));
        let empty = run(&node, "ldapwhoami", &as_who(BEN_DN, "")).await;
        assert_eq!(empty.status.code(), Some(53), "{}", text(&empty));
        let search = ["-LLL", "-b", BASE, "-E", "pr=10/noprompt", "(&(objectClass=*)(uid=ben))", "mail"];
        for who in [as_who(&service, KEY), ben] {
            let found = text(&run(&node, "ldapsearch", &[who.as_slice(), &search].concat()).await);
            assert!(found.contains(&format!("dn: {BEN_DN}\nmail: ben@contoso.example\n")), "{found}");
        }
        let root = [connection.as_slice(), &["-LLL", "-b", "", "-s", "base", "namingContexts"]].concat();
        let root = text(&run(&node, "ldapsearch", &root).await);
        assert!(root.contains(&format!("namingContexts: {BASE}")), "{root}");
    }
    for number in 0..10 {
        run(&node, "ldapwhoami", &["-x", "-H", &tls, "-D", BEN_DN, "-w", &format!("guess {number}")]).await;
    }
    let waits = run(&node, "ldapwhoami", &["-x", "-H", &tls, "-D", BEN_DN, "-w", "one more"]).await;
    assert_eq!(waits.status.code(), Some(51), "whoever waits is told that the server is busy: {}", text(&waits));
}
