//! Lists as PSKC containers (RFC 6030).
//!
//! roxmltree reads the tree: it refuses a DOCTYPE, resolves namespaces so that every prefix works, gives line and
//! column, and limits the number of nodes. A streaming reader would save little memory, because the size of the file is
//! limited, and MAC and key must be known before the first secret.

mod cipher;
mod date;
mod key;
mod policy;
mod xml;

use roxmltree::{Document, Error as XmlError, ParsingOptions};
use zeroize::Zeroizing;

use self::cipher::Opener;
use self::xml::{DSIG, PSKC, child, children};
use super::{FileKey, TokenList, TokenListError, TokenListFormat, TokenRow};
use crate::limits;

/// A key package has some dozens of nodes.
const NODES: u32 = 2_000_000;

pub(super) fn read(text: &str, key: &FileKey) -> Result<TokenList, TokenListError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(not_xml)?;
    let container = document.root_element();
    if !container.has_tag_name((PSKC, "KeyContainer")) {
        return Err(TokenListError::NoContainer);
    }
    let version = container.attribute("Version").unwrap_or_default();
    if version != "1.0" {
        return Err(TokenListError::Version { found: xml::short(version) });
    }
    let packages: Vec<_> = children(container, "KeyPackage").collect();
    if packages.iter().map(|package| children(*package, "Key").count().max(1)).sum::<usize>() > limits::TOKENS {
        return Err(TokenListError::TooManyTokens);
    }
    let opener = Opener::new(container, key)?;
    let mut rows = Vec::new();
    for package in packages {
        let device = child(package, "DeviceInfo");
        // A package without a key describes only a device; it is listed like a key without a secret.
        let keys: Vec<_> = children(package, "Key").map(Some).collect();
        for key in if keys.is_empty() { vec![None] } else { keys } {
            rows.push(TokenRow {
                number: rows.len() + 1,
                serial: key::serial_of(device),
                token: key::read(device, key, &opener),
                fields: Zeroizing::default(),
            });
        }
    }
    let signed = container.descendants().any(|node| node.has_tag_name((DSIG, "Signature")));
    Ok(TokenList { format: TokenListFormat::Pskc, signed, rows, header: Vec::new() })
}

fn not_xml(error: XmlError) -> TokenListError {
    let position = error.pos();
    match error {
        XmlError::DtdDetected => TokenListError::Doctype,
        XmlError::NodesLimitReached => TokenListError::TooManyTokens,
        // The parser's message may quote the file, and with it a secret, so only its kind is used.
        error => {
            TokenListError::NotXml { line: position.row, column: position.col, reason: kind_of(&error).to_owned() }
        }
    }
}

fn kind_of(error: &XmlError) -> &'static str {
    match error {
        XmlError::NoRootNode => "there is no element",
        XmlError::UnclosedRootNode => "the file ends too early",
        XmlError::UnexpectedCloseTag(..) | XmlError::UnexpectedEntityCloseTag(_) => "a tag is closed that is not open",
        XmlError::UnknownNamespace(..) => "a namespace prefix is not declared",
        XmlError::UnknownEntityReference(..) | XmlError::MalformedEntityReference(_) => "an entity is not known",
        XmlError::DuplicatedAttribute(..) | XmlError::DuplicatedNamespace(..) => "an attribute stands twice",
        XmlError::UnexpectedEndOfStream => "the file ends too early",
        _ => "malformed XML",
    }
}
