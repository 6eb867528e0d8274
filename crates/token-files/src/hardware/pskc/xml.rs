//! Short functions to walk the tree.

use data_encoding::BASE64;
use roxmltree::Node;
use zeroize::Zeroizing;

pub(super) const PSKC: &str = "urn:ietf:params:xml:ns:keyprov:pskc";
pub(super) const DSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
pub(super) const XENC: &str = "http://www.w3.org/2001/04/xmlenc#";

/// The names of elements in drafts of the format, which manufacturers still write. Those of keys and secrets changed places.
const DRAFT_NAMES: [(&str, &str); 6] = [
    ("KeyPackage", "Device"),
    ("DeviceInfo", "DeviceId"),
    ("AlgorithmParameters", "Usage"),
    ("MACMethod", "DigestMethod"),
    ("ValueMAC", "ValueDigest"),
    ("ExpiryDate", "Expiry"),
];

/// The children with this name, or with the one that it has in a draft. Namespaces differ from draft to draft, so the ones of XML
/// encryption and signatures alone are told apart.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is_named(*child, name))
}

/// Whether an element has this name, or the draft's one.
pub(super) fn is_named(element: Node<'_, '_>, name: &str) -> bool {
    let found = element.tag_name().name();
    let is_own = !matches!(element.tag_name().namespace(), Some(DSIG | XENC));
    element.is_element() && is_own && (found == name || DRAFT_NAMES.contains(&(name, found)))
}

/// An attribute by the names that it has had.
pub(super) fn attribute<'a>(element: Node<'a, '_>, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| element.attribute(*name))
}

/// The keys of a package. The first draft calls them secrets.
pub(super) fn keys<'a, 'i>(package: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    package.children().filter(|child| is_named(*child, "Key") || is_named(*child, "Secret"))
}

/// A value of a key: an element of its `Data`, or in drafts a `Data` of its own with a name in capitals.
pub(super) fn value<'a, 'i>(key: Node<'a, 'i>, name: &'static str) -> Option<Node<'a, 'i>> {
    let draft_name = match name {
        "Secret" => "SECRET",
        "Counter" => "COUNTER",
        "TimeInterval" => "TIME_INTERVAL",
        _ => "",
    };
    let of_draft = |data: &Node<'_, '_>| attribute(*data, &["Name", "name"]) == Some(draft_name);
    child(key, "Data").and_then(|data| child(data, name)).or_else(|| children(key, "Data").find(of_draft))
}

/// The first of [`children`].
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

/// The first child of XML encryption with this name.
pub(super) fn xenc<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.has_tag_name((XENC, name)))
}

/// The first child with this name in any namespace: manufacturers disagree on those of PKCS #5 and of XML encryption
/// 1.1.
pub(super) fn any<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The text of an element; `None` if there is none or only white space.
pub(super) fn text<'a>(node: Option<Node<'a, '_>>) -> Option<&'a str> {
    node.and_then(|node| node.text()).map(str::trim).filter(|text| !text.is_empty())
}

/// Base64 with white space anywhere.
pub(super) fn base64(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let compact: Zeroizing<Vec<u8>> = Zeroizing::new(text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect());
    BASE64.decode(&compact).ok().map(Zeroizing::new)
}

/// A name from the file, shortened for an error.
pub(super) fn short(name: &str) -> String {
    name.chars().filter(|character| !character.is_control()).take(80).collect()
}
