//! JSON that may contain secrets: dropping it overwrites its texts.

use std::fmt;

use serde_json::Value;
use zeroize::Zeroize;

/// A JSON value that is wiped when dropped and never printed.
#[derive(Clone, PartialEq)]
pub(crate) struct Wiped(pub(crate) Value);

impl fmt::Debug for Wiped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wiped(..)")
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(fields) => fields.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
