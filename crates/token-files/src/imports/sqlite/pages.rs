//! The pages of a database file, and the tree of a table on them.

use zeroize::Zeroizing;

use super::{Payload, Unreadable, record::varint};

const LEAF: u8 = 0x0D;
const INTERIOR: u8 = 0x05;
/// On the first page the file's own header comes first.
const FILE_HEADER: usize = 100;

/// The pages of a file.
pub(super) struct Pages<'a> {
    bytes: &'a [u8],
    size: usize,
    /// The bytes of a page that are used; extensions may keep some at the end.
    usable: usize,
}

impl<'a> Pages<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16::from_be_bytes([*bytes.get(16)?, *bytes.get(17)?]) {
            1 => 65_536,
            size => usize::from(size),
        };
        let usable = size.checked_sub(usize::from(*bytes.get(20)?))?;
        // The format's own smallest values.
        (size.is_power_of_two() && size >= 512 && usable >= 480).then_some(Self { bytes, size, usable })
    }

    /// A page by its number, from 1.
    fn page(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_sub(1)?.checked_mul(self.size)?;
        self.bytes.get(start..start.checked_add(self.size)?)
    }

    /// The payloads of a table, at most so many.
    pub(super) fn table(&self, root: u32, most: usize) -> Vec<Result<Payload, Unreadable>> {
        let mut found = Vec::new();
        let mut left = Left { pages: vec![true; self.bytes.len() / self.size + 1], bytes: self.bytes.len() };
        // The next page is the last of the list.
        let mut next = vec![root];
        while let Some(number) = next.pop() {
            if found.len() >= most {
                break;
            }
            let children = left.take_page(number).then(|| self.page(number)).flatten().and_then(|page| {
                let page = Page::of(page, number)?;
                match page.kind {
                    LEAF => {
                        let cells = page.cells(8).map(|cell| cell.and_then(|cell| self.payload(cell, &mut left)));
                        found.extend(cells.map(|payload| payload.ok_or(Unreadable)).take(most - found.len()));
                        Some(Vec::new())
                    }
                    INTERIOR => page.children(),
                    _ => None,
                }
            });
            match children {
                Some(children) => next.extend(children.into_iter().rev()),
                None => found.push(Err(Unreadable)),
            }
        }
        found
    }

    /// The payload of a cell of a leaf: its start is in the cell, and the rest on pages of its own.
    fn payload(&self, cell: &[u8], left: &mut Left) -> Option<Payload> {
        let (length, cell) = varint(cell)?;
        let (rowid, cell) = varint(cell)?;
        let length = usize::try_from(length).ok().filter(|length| left.take_bytes(*length))?;
        let here = self.length_in_cell(length);
        let mut payload = Zeroizing::new(Vec::with_capacity(length));
        payload.extend_from_slice(cell.get(..here)?);
        let mut next = cell.get(here..here + 4);
        while payload.len() < length {
            let number = u32::from_be_bytes(next?.try_into().ok()?);
            let page = self.page(number).filter(|_| left.take_page(number))?;
            let part = (length - payload.len()).min(self.usable - 4);
            payload.extend_from_slice(page.get(4..4 + part)?);
            next = page.get(..4);
        }
        Some((rowid, payload))
    }

    /// How much of a payload is in its cell (file format, section 1.6).
    const fn length_in_cell(&self, length: usize) -> usize {
        let most = self.usable - 35;
        if length <= most {
            return length;
        }
        let least = (self.usable - 12) * 32 / 255 - 23;
        let fitting = least + (length - least) % (self.usable - 4);
        if fitting <= most { fitting } else { least }
    }
}

/// What may still be read: a page that is met again is a circle, and cells that overlap would make more of a file than it is.
struct Left {
    pages: Vec<bool>,
    bytes: usize,
}

impl Left {
    fn take_page(&mut self, number: u32) -> bool {
        let page = usize::try_from(number).ok().and_then(|number| self.pages.get_mut(number));
        page.is_some_and(std::mem::take)
    }

    fn take_bytes(&mut self, length: usize) -> bool {
        let rest = self.bytes.checked_sub(length);
        self.bytes = rest.unwrap_or(self.bytes);
        rest.is_some()
    }
}

/// A page of a tree.
struct Page<'a> {
    kind: u8,
    bytes: &'a [u8],
    header: &'a [u8],
}

impl<'a> Page<'a> {
    fn of(bytes: &'a [u8], number: u32) -> Option<Self> {
        let header = if number == 1 { bytes.get(FILE_HEADER..)? } else { bytes };
        Some(Self { kind: *header.first()?, bytes, header })
    }

    /// The cells, from where each begins to the end of the page; `None` for one that begins beyond it.
    fn cells(&self, header: usize) -> impl Iterator<Item = Option<&'a [u8]>> {
        let count = usize::from(u16::from_be_bytes([self.header[3], self.header[4]]));
        let (pointers, bytes) = (self.header.get(header..).unwrap_or_default(), self.bytes);
        let starts = pointers.as_chunks().0.iter().take(count).map(|pair| usize::from(u16::from_be_bytes(*pair)));
        starts.map(move |start| bytes.get(start..).filter(|cell| !cell.is_empty()))
    }

    /// The pages below, in order.
    fn children(&self) -> Option<Vec<u32>> {
        let number = |bytes: &[u8]| Some(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?));
        let mut children: Vec<u32> = self.cells(12).map(|cell| number(cell?)).collect::<Option<_>>()?;
        children.push(number(&self.header[8..])?);
        Some(children)
    }
}
