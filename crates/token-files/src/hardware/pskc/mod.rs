//! Lists as PSKC containers (RFC 6030), and as containers of the drafts before it, from the first one of 2006 on: some
//! manufacturers have never changed their programs.
//!
//! roxmltree reads the tree: it refuses a DOCTYPE, resolves namespaces so that every prefix works, gives line and
//! column, and limits the number of nodes. A streaming reader would save little memory, because the size of the file is
//! limited, and MAC and key must be known before the first secret.

mod cipher;
mod date;
mod draft;
mod key;
mod policy;
mod xml;

use roxmltree::{Document, Error as XmlError, Node, ParsingOptions};
use zeroize::Zeroizing;

use self::cipher::Opener;
use self::xml::{DSIG, PSKC, attribute, child, children, keys};
use super::{FileKey, TokenList, TokenListError, TokenListFormat, TokenRow, TokenRowFault};
use crate::limits;

/// A key package has some dozens of nodes.
const NODES: u32 = 2_000_000;

pub(super) fn read(text: &str, key: &FileKey) -> Result<TokenList, TokenListError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    // Lines are counted from the first one of the file; an XML declaration must come first of all.
    let before = text.len() - text.trim_start().len();
    let above = text[..before].matches('\n').count();
    let document = Document::parse_with_options(&text[before..], options).map_err(|error| match error {
        XmlError::UnclosedRootNode | XmlError::UnexpectedEndOfStream => {
            TokenListError::EndsTooEarly { line: text.trim_end().matches('\n').count() + 1 }
        }
        error => not_xml(error, above),
    })?;
    let container = document.root_element();
    if !["KeyContainer", "SecretContainer"].contains(&container.tag_name().name()) {
        return Err(TokenListError::NoContainer);
    }
    let version = attribute(container, &["Version", "version"]).unwrap_or_default();
    if !(version == "1.0" || (is_draft(container) && DRAFT_VERSIONS.contains(&version))) {
        return Err(TokenListError::Version { found: xml::short(version) });
    }
    let packages: Vec<_> = children(container, "KeyPackage").collect();
    if packages.iter().map(|package| keys(*package).count().max(1)).sum::<usize>() > limits::TOKENS {
        return Err(TokenListError::TooManyTokens);
    }
    let mut read = rows(&packages, &Opener::new(container, key)?);
    if let FileKey::Password(typed) = key {
        for spelling in proofup_text::password_spellings(typed).into_iter().skip(1) {
            if !read.iter().any(|row| row.token == Err(TokenRowFault::MacWrong)) {
                break;
            }
            let other = rows(&packages, &Opener::new(container, &FileKey::Password(spelling))?);
            if other.iter().any(|row| row.token.is_ok()) {
                read = other;
            }
        }
    }
    let rows = read;
    let signed = container.descendants().any(|node| node.has_tag_name((DSIG, "Signature")));
    Ok(TokenList { format: TokenListFormat::Pskc, signed, rows, header: Vec::new() })
}

/// The versions that drafts name, if they name one.
const DRAFT_VERSIONS: [&str; 4] = ["", "1", "1.1", "1.2"];

/// Whether a container is one of a draft: in another namespace, or with devices where the RFC has packages.
fn is_draft(container: Node<'_, '_>) -> bool {
    container.tag_name().namespace() != Some(PSKC)
        || container.children().any(|child| child.tag_name().name() == "Device")
}

fn rows(packages: &[Node<'_, '_>], opener: &Opener) -> Vec<TokenRow> {
    let mut rows = Vec::new();
    for package in packages {
        let device = child(*package, "DeviceInfo");
        // A package without a key describes a device alone; it is listed like a key without a secret.
        let found: Vec<_> = keys(*package).map(Some).collect();
        for key in if found.is_empty() { vec![None] } else { found } {
            rows.push(TokenRow {
                number: rows.len() + 1,
                serial: key::serial_of(device),
                token: key::read(device, key, opener),
                fields: Zeroizing::default(),
            });
        }
    }
    rows
}

fn not_xml(error: XmlError, above: usize) -> TokenListError {
    let position = error.pos();
    match error {
        XmlError::DtdDetected => TokenListError::Doctype,
        XmlError::NodesLimitReached => TokenListError::TooManyTokens,
        // The parser's message may quote the file, and with it a secret, so only its kind is used.
        error => {
            let line = position.row.saturating_add(u32::try_from(above).unwrap_or(u32::MAX));
            TokenListError::NotXml { line, column: position.col, reason: kind_of(&error).to_owned() }
        }
    }
}

fn kind_of(error: &XmlError) -> &'static str {
    match error {
        XmlError::NoRootNode => "there is no element",
        XmlError::UnexpectedCloseTag(..) | XmlError::UnexpectedEntityCloseTag(_) => "a tag is closed that is not open",
        XmlError::UnknownNamespace(..) => "a namespace prefix is not declared",
        XmlError::UnknownEntityReference(..) | XmlError::MalformedEntityReference(_) => "an entity is not known",
        XmlError::DuplicatedAttribute(..) | XmlError::DuplicatedNamespace(..) => "an attribute stands twice",
        _ => "malformed XML",
    }
}
