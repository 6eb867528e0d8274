//! Values and rows: what `sqlx` calls `Any`, to SQLite and back.

use std::sync::Arc;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Row, Statement, ToSql};
use sqlx::any::{AnyArguments, AnyRow, AnyTypeInfo, AnyTypeInfoKind, AnyValue};
use sqlx_core::any::{AnyColumn, AnyValueKind};
use sqlx_core::ext::ustr::UStr;

use super::fault::failed;
use crate::nul::NulInText;

/// What each run of a statement has in common.
#[derive(Debug)]
pub(super) struct Shape {
    /// Which argument each place for one takes: to SQLite `$2` is a name, and places are numbered as they come.
    places: Vec<usize>,
    columns: Vec<AnyColumn>,
    names: Arc<sqlx_core::HashMap<UStr, usize>>,
}

impl Shape {
    pub(super) fn of(statement: &Statement<'_>) -> Result<Self, sqlx::Error> {
        let named = (1..=statement.parameter_count()).map(|place| {
            let number = statement.parameter_name(place).and_then(|name| name.strip_prefix('$')?.parse().ok());
            number.filter(|number| *number > 0).ok_or_else(|| {
                sqlx::Error::InvalidArgument("the places in a statement are $1, $2 and so on".to_owned())
            })
        });
        let columns: Vec<AnyColumn> = statement
            .column_names()
            .into_iter()
            .enumerate()
            // The type is each value's own.
            .map(|(ordinal, name)| AnyColumn {
                ordinal,
                name: UStr::new(name),
                type_info: AnyTypeInfo { kind: AnyTypeInfoKind::Null },
            })
            .collect();
        let names = columns.iter().map(|column| (column.name.clone(), column.ordinal)).collect();
        Ok(Self { places: named.collect::<Result<_, _>>()?, columns, names: Arc::new(names) })
    }

    /// Puts the arguments in their places.
    pub(super) fn bind(&self, statement: &mut Statement<'_>, arguments: &AnyArguments) -> Result<(), sqlx::Error> {
        for (index, number) in self.places.iter().enumerate() {
            let missing = || sqlx::Error::InvalidArgument(format!("${number} was not given"));
            let argument = arguments.values.0.get(number - 1).ok_or_else(missing)?;
            refuse_nul(argument)?;
            statement.raw_bind_parameter(index + 1, Argument(argument)).map_err(failed)?;
        }
        Ok(())
    }

    pub(super) fn row(&self, row: &Row<'_>) -> Result<AnyRow, sqlx::Error> {
        let values = (0..self.columns.len()).map(|at| row.get_ref(at).map_err(failed).and_then(value));
        Ok(AnyRow {
            values: values.collect::<Result<_, _>>()?,
            columns: self.columns.clone(),
            column_names: Arc::clone(&self.names),
        })
    }
}

fn value(value: ValueRef<'_>) -> Result<AnyValue, sqlx::Error> {
    let kind = match value {
        ValueRef::Null => AnyValueKind::Null(AnyTypeInfoKind::Null),
        ValueRef::Integer(number) => AnyValueKind::BigInt(number),
        ValueRef::Real(number) => AnyValueKind::Double(number),
        ValueRef::Text(text) => {
            AnyValueKind::Text(Arc::new(str::from_utf8(text).map_err(sqlx::Error::decode)?.to_owned()))
        }
        ValueRef::Blob(bytes) => AnyValueKind::Blob(Arc::new(bytes.to_owned())),
    };
    Ok(AnyValue { kind })
}

/// The other database refuses such a text, so this one does too.
fn refuse_nul(argument: &AnyValueKind) -> Result<(), sqlx::Error> {
    let text = match argument {
        AnyValueKind::Text(text) => text.as_str(),
        AnyValueKind::TextSlice(text) => text,
        _ => return Ok(()),
    };
    if text.contains('\0') { Err(sqlx::Error::Encode(NulInText.into())) } else { Ok(()) }
}

struct Argument<'a>(&'a AnyValueKind);

impl ToSql for Argument<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            AnyValueKind::Null(_) => ValueRef::Null,
            AnyValueKind::Bool(truth) => ValueRef::Integer(i64::from(*truth)),
            AnyValueKind::SmallInt(number) => ValueRef::Integer(i64::from(*number)),
            AnyValueKind::Integer(number) => ValueRef::Integer(i64::from(*number)),
            AnyValueKind::BigInt(number) => ValueRef::Integer(*number),
            AnyValueKind::Real(number) => ValueRef::Real(f64::from(*number)),
            AnyValueKind::Double(number) => ValueRef::Real(*number),
            AnyValueKind::Text(text) => ValueRef::Text(text.as_bytes()),
            AnyValueKind::TextSlice(text) => ValueRef::Text(text.as_bytes()),
            AnyValueKind::Blob(bytes) => ValueRef::Blob(bytes),
            _ => return Err(rusqlite::Error::ToSqlConversionFailure("a value of a kind that is not known".into())),
        }))
    }
}
