//! The names in a client's certificate.

use x509_parser::extensions::GeneralName;

/// The DNS names of a certificate; of one without any, the common name.
pub(super) fn names_of(certificate: &[u8]) -> Vec<String> {
    let Ok((_, certificate)) = x509_parser::parse_x509_certificate(certificate) else { return Vec::new() };
    let alternative = certificate.subject_alternative_name().ok().flatten();
    let names = alternative.map(|extension| &extension.value.general_names).into_iter().flatten();
    let dns = names.filter_map(|name| match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        _ => None,
    });
    let names: Vec<_> = dns.collect();
    if !names.is_empty() {
        return names;
    }
    certificate.subject().iter_common_name().filter_map(|name| name.as_str().ok()).map(str::to_owned).collect()
}
