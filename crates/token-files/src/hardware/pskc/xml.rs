//! Short functions to walk the tree.

use data_encoding::BASE64;
use roxmltree::Node;
use zeroize::Zeroizing;

pub(super) const PSKC: &str = "urn:ietf:params:xml:ns:keyprov:pskc";
pub(super) const DSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
pub(super) const XENC: &str = "http://www.w3.org/2001/04/xmlenc#";

/// The children of PSKC's own namespace with this name.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.has_tag_name((PSKC, name)))
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
