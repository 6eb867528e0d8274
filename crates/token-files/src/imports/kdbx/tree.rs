//! The XML of a database: groups, and entries with named texts.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId, ParsingOptions};
use zeroize::Zeroizing;

use super::{
    DAMAGED, FORMAT,
    entry::{self, Entry},
    envelope::Contents,
};
use crate::{
    imports::{Import, ImportError, NoticeKind, probe::base64},
    kdbx::InnerStream,
};

/// An entry with its earlier versions has some hundred nodes.
const NODES: u32 = 4_000_000;
/// Groups in groups, as far as they are named.
const DEPTH: usize = 16;

/// The protected values that are wanted, in clear.
type Opened = HashMap<NodeId, Zeroizing<String>>;

pub(super) fn read(mut contents: Contents) -> Result<Import, ImportError> {
    let (xml, stream) = contents.parts().ok_or(DAMAGED)?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(xml, options).map_err(|_| DAMAGED)?;
    let root = document.root_element();
    if !root.has_tag_name("KeePassFile") {
        return Err(DAMAGED);
    }
    let opened = open_protected(&document, stream)?;
    let bin = child(root, "Meta").and_then(|meta| text(meta, "RecycleBinUUID"));
    let mut import = Import::new(FORMAT);
    // Earlier versions of an entry are in its history, not in a group.
    let is_current = |node: &Node<'_, '_>| {
        node.has_tag_name("Entry") && node.parent().is_some_and(|parent| parent.has_tag_name("Group"))
    };
    for node in document.descendants().filter(is_current) {
        let entry = entry_of(node, &opened, bin);
        match entry::found(&entry) {
            found if found.is_empty() => import.notice(NoticeKind::WithoutCode, 1),
            found => found.into_iter().try_for_each(|found| found.add(&mut import))?,
        }
    }
    Ok(import)
}

/// Runs the stream over every protected value, in the order of the document, and keeps those that may belong to a code.
fn open_protected(document: &Document<'_>, stream: &mut InnerStream) -> Result<Opened, ImportError> {
    let mut opened = Opened::new();
    let is_protected =
        |node: &Node<'_, '_>| node.attribute("Protected").is_some_and(|is| is.eq_ignore_ascii_case("true"));
    for node in document.descendants().filter(is_protected) {
        let mut value = base64(node.text().unwrap_or_default()).ok_or(DAMAGED)?;
        if !stream.apply(&mut value) {
            return Err(DAMAGED);
        }
        let name = node.parent().and_then(|string| text(string, "Key"));
        if name.is_some_and(entry::is_wanted) {
            // The bytes are no text if the stream is out of step.
            let value = str::from_utf8(&value).map_err(|_| DAMAGED)?;
            opened.insert(node.id(), Zeroizing::new(value.to_owned()));
        }
    }
    Ok(opened)
}

fn entry_of<'a>(node: Node<'a, 'a>, opened: &'a Opened, bin: Option<&str>) -> Entry<'a> {
    let strings = node.children().filter(|child| child.has_tag_name("String")).filter_map(|string| {
        let value = child(string, "Value")?;
        let shown = opened.get(&value.id()).map(|value| value.as_str()).or_else(|| value.text()).unwrap_or_default();
        text(string, "Key").filter(|name| entry::is_wanted(name)).map(|name| (name, shown))
    });
    let groups: Vec<_> =
        node.ancestors().skip(1).take_while(|ancestor| ancestor.has_tag_name("Group")).take(DEPTH).collect();
    let in_bin = bin.is_some() && groups.iter().any(|group| text(*group, "UUID") == bin);
    // The last one is the database itself.
    let names = groups.iter().rev().skip(1).filter_map(|group| text(*group, "Name"));
    let path = names.collect::<Vec<_>>().join("/");
    let tags = text(node, "Tags").unwrap_or_default().split([';', ',']).map(str::to_owned);
    Entry { strings: strings.collect(), tags: tags.chain([path]).filter(|tag| !tag.is_empty()).collect(), in_bin }
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.has_tag_name(name))
}

fn text<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name)?.text()
}
