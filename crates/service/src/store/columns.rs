//! Closed sets as they stand in text columns: the same words as in JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ServiceError;

/// The word of a fieldless enum.
pub(crate) fn to_text<T: Serialize>(value: &T) -> Result<String, ServiceError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(ServiceError::UnexpectedValue { column: "a new row", found: format!("{other:?}") }),
    }
}

/// The enum of a word that [`to_text`] wrote.
pub(super) fn from_text<T: DeserializeOwned>(column: &'static str, word: String) -> Result<T, ServiceError> {
    serde_json::from_value(serde_json::Value::String(word.clone()))
        .map_err(|_| ServiceError::UnexpectedValue { column, found: word })
}
