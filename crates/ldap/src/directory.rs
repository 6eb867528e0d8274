//! Answers to searches. An entry is made from the name in the search, so it does not show whether the name exists.

use ldap3_proto::proto::{
    LdapDerefAliases, LdapFilter, LdapPartialAttribute, LdapSearchRequest, LdapSearchResultEntry, LdapSearchScope,
    OID_WHOAMI,
};

use crate::name::Base;

/// StartTLS (RFC 4511, section 4.14).
pub const START_TLS: &str = "1.3.6.1.4.1.1466.20037";
/// The attributes that front ends search for a name by.
const LOOKED_FOR: [&str; 5] = ["uid", "mail", "cn", "samaccountname", "userprincipalname"];
/// No attribute at all (RFC 4511, section 4.5.1.8).
const NONE: &str = "1.1";

/// The search for the root DSE.
pub fn search_for_root() -> LdapSearchRequest {
    LdapSearchRequest {
        base: String::new(),
        scope: LdapSearchScope::Base,
        aliases: LdapDerefAliases::Never,
        sizelimit: 0,
        timelimit: 0,
        typesonly: false,
        filter: LdapFilter::Present("objectClass".to_owned()),
        attrs: Vec::new(),
    }
}

/// Whether a search is for the root DSE.
pub fn is_for_root(request: &LdapSearchRequest) -> bool {
    request.base.is_empty() && request.scope == LdapSearchScope::Base
}

/// The root DSE: versions, base and extensions of the service (RFC 4512, section 5.1).
pub fn root(base: &Base, offers_tls: bool, request: &LdapSearchRequest) -> LdapSearchResultEntry {
    let mut extensions = vec![OID_WHOAMI.to_owned()];
    if offers_tls {
        extensions.push(START_TLS.to_owned());
    }
    let all = vec![
        attribute("objectClass", vec!["top".to_owned()]),
        attribute("supportedLDAPVersion", vec!["3".to_owned()]),
        attribute("namingContexts", vec![base.to_string()]),
        attribute("supportedExtension", extensions),
    ];
    LdapSearchResultEntry { dn: String::new(), attributes: wanted(request, all) }
}

/// The name that a search is for: in its base, or in the first equality of its filter.
pub fn name_in(base: &Base, request: &LdapSearchRequest) -> Option<String> {
    if let Some(name) = base.person(&request.base) {
        return Some(name);
    }
    let looks_below = request.scope != LdapSearchScope::Base;
    (looks_below && base.holds_people(&request.base)).then(|| name_in_filter(&request.filter)).flatten()
}

fn name_in_filter(filter: &LdapFilter) -> Option<String> {
    match filter {
        LdapFilter::And(parts) | LdapFilter::Or(parts) => parts.iter().find_map(name_in_filter),
        LdapFilter::Equality(attribute, value) => {
            let names = LOOKED_FOR.contains(&attribute.to_ascii_lowercase().as_str()) && !value.is_empty();
            names.then(|| value.clone())
        }
        // Filters that match several people, such as presence and negation, find no entry.
        _ => None,
    }
}

/// The entry of a name; `whole` has its domain.
pub fn entry(base: &Base, name: &str, whole: &str, request: &LdapSearchRequest) -> LdapSearchResultEntry {
    let text = |value: &str| vec![value.to_owned()];
    let classes = ["top", "person", "organizationalPerson", "inetOrgPerson"].map(str::to_owned).to_vec();
    let all = vec![
        attribute("objectClass", classes),
        attribute("uid", text(name)),
        attribute("cn", text(name)),
        attribute("sn", text(name)),
        attribute("mail", text(whole)),
        attribute("userPrincipalName", text(whole)),
    ];
    LdapSearchResultEntry { dn: base.dn_of(name), attributes: wanted(request, all) }
}

fn attribute(name: &str, values: Vec<String>) -> LdapPartialAttribute {
    LdapPartialAttribute { atype: name.to_owned(), vals: values.into_iter().map(String::into_bytes).collect() }
}

/// The attributes that the search names; all of them if it names none, or `*` or `+`.
fn wanted(request: &LdapSearchRequest, mut all: Vec<LdapPartialAttribute>) -> Vec<LdapPartialAttribute> {
    let names = |wanted: &str| request.attrs.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if names(NONE) && request.attrs.len() == 1 {
        return Vec::new();
    }
    if !(request.attrs.is_empty() || names("*") || names("+")) {
        all.retain(|attribute| names(&attribute.atype));
    }
    if request.typesonly {
        all.iter_mut().for_each(|attribute| attribute.vals.clear());
    }
    all
}

#[cfg(test)]
mod tests {
    use ldap3_proto::proto::{LdapDerefAliases, LdapFilter, LdapSearchRequest, LdapSearchScope};

    use super::{entry, is_for_root, name_in, root, search_for_root};
    use crate::name::Base;

    const BASE: &str = "dc=contoso,dc=example";

    fn search(base: &str, scope: LdapSearchScope, filter: LdapFilter, attrs: &[&str]) -> LdapSearchRequest {
        LdapSearchRequest {
            base: base.to_owned(),
            scope,
            aliases: LdapDerefAliases::Never,
            sizelimit: 0,
            timelimit: 0,
            typesonly: false,
            filter,
            attrs: attrs.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    fn equals(attribute: &str, value: &str) -> LdapFilter {
        LdapFilter::Equality(attribute.to_owned(), value.to_owned())
    }

    fn present() -> LdapFilter {
        LdapFilter::Present("objectClass".to_owned())
    }

    #[test]
    fn a_search_finds_the_one_name_that_it_is_for() {
        let base = Base::parse(BASE).unwrap();
        let found = |within: &str, scope, filter| name_in(&base, &search(within, scope, filter, &[]));
        let below = || LdapSearchScope::Subtree;
        for filter in [
            equals("uid", "ann"),
            equals("sAMAccountName", "ann"),
            LdapFilter::And(vec![present(), LdapFilter::Or(vec![equals("uid", "ann"), equals("mail", "ann")])]),
        ] {
            assert_eq!(found(BASE, below(), filter.clone()).as_deref(), Some("ann"), "{filter:?}");
        }
        assert_eq!(found("uid=ann,dc=contoso,dc=example", LdapSearchScope::Base, present()).as_deref(), Some("ann"));
        for (within, scope, filter) in [
            (BASE, below(), present()),
            (BASE, below(), equals("uid", "")),
            (BASE, below(), equals("memberOf", "ann")),
            (BASE, below(), LdapFilter::Not(Box::new(equals("uid", "ann")))),
            (BASE, below(), LdapFilter::GreaterOrEqual("uid".to_owned(), "a".to_owned())),
            (BASE, LdapSearchScope::Base, equals("uid", "ann")),
            ("dc=other", below(), equals("uid", "ann")),
        ] {
            assert_eq!(found(within, scope, filter.clone()), None, "{within} {filter:?}");
        }
    }

    #[test]
    fn an_entry_has_the_attributes_that_were_asked_for() {
        let base = Base::parse(BASE).unwrap();
        let names = |attrs: &[&str], typesonly| {
            let request = LdapSearchRequest { typesonly, ..search(BASE, LdapSearchScope::Subtree, present(), attrs) };
            let entry = entry(&base, "ann", "ann@contoso.example", &request);
            assert_eq!(entry.dn, "uid=ann,ou=people,dc=contoso,dc=example");
            assert!(entry.attributes.iter().all(|attribute| attribute.vals.is_empty() == typesonly));
            entry.attributes.into_iter().map(|attribute| attribute.atype).collect::<Vec<_>>()
        };
        assert_eq!(names(&[], false).len(), 6);
        assert_eq!(names(&["*", "uid"], true).len(), 6);
        assert_eq!(names(&["MAIL", "memberOf"], false), ["mail"]);
        assert!(names(&["1.1"], false).is_empty());
    }

    #[test]
    fn the_root_names_starttls_while_it_is_offered() {
        let base = Base::parse(BASE).unwrap();
        let request = search("", LdapSearchScope::Base, present(), &["supportedExtension"]);
        assert!(is_for_root(&request) && is_for_root(&search_for_root()));
        assert_eq!(root(&base, true, &request).attributes[0].vals.len(), 2);
        assert_eq!(root(&base, false, &request).attributes[0].vals.len(), 1);
    }
}
