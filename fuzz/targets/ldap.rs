//! Any bytes as a stream of LDAP. Names that are read are written, and read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofup_ldap::proto::LdapOp;
use proofup_ldap::{Base, Messages, Read, directory, write};

fuzz_target!(|bytes: &[u8]| {
    let base = Base::parse("dc=contoso,dc=example").expect("a base");
    let mut messages = Messages::default();
    messages.push(bytes);
    while let Ok(Some(read)) = messages.next_message() {
        let Read::Message(message) = read else { continue };
        match message.op {
            LdapOp::BindRequest(request) => {
                if let Some(name) = base.person(&request.dn) {
                    assert_eq!(base.person(&base.dn_of(&name)).as_ref(), Some(&name));
                }
            }
            LdapOp::SearchRequest(request) => {
                if let Some(name) = directory::name_in(&base, &request) {
                    let entry = directory::entry(&base, &name, &name, &request);
                    let answer = proofup_ldap::proto::LdapMsg::new(message.msgid, LdapOp::SearchResultEntry(entry));
                    assert!(write(vec![answer]).is_ok(), "what we make can be written");
                }
            }
            _ => {}
        }
    }
});
