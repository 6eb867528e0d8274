//! Corrects times that a clock wrote while it was ahead.

use super::Connection;
use crate::StoreError;

/// `$1`: how far the clock was ahead, in milliseconds. `$2`: a time that nothing can have been written after.
const STATEMENTS: &[&str] = &[
    "UPDATE attempt_counters SET window_started_at = window_started_at - $1,
        locked_until = CASE WHEN locked_until > $2 THEN locked_until - $1 ELSE locked_until END
     WHERE window_started_at > $2",
    "UPDATE throttles SET last_failure_at = last_failure_at - $1,
        wait_until = CASE WHEN wait_until > $2 THEN wait_until - $1 ELSE wait_until END,
        succeeded_at = CASE WHEN succeeded_at > $2 THEN succeeded_at - $1 ELSE succeeded_at END
     WHERE last_failure_at > $2",
    "UPDATE sessions SET second_step_at = second_step_at - $1 WHERE second_step_at > $2",
    "UPDATE sessions SET created_at = created_at - $1, expires_at = expires_at - $1, full_until = full_until - $1
     WHERE created_at > $2",
    // One from before, which registers anew for an hour, or became a full one for ninety days.
    "UPDATE sessions SET expires_at = expires_at - $1
     WHERE expires_at > $2 + CASE WHEN registers_anew = 1 THEN 3600000 ELSE 7776000000 END",
    // They live for ten minutes.
    "UPDATE access_tokens SET expires_at = expires_at - $1 WHERE expires_at > $2 + 600000",
    // A token that was used is answered once more for half a minute.
    "UPDATE refresh_tokens SET issued_at = issued_at - $1 WHERE issued_at > $2",
    "UPDATE refresh_tokens SET used_at = used_at - $1 WHERE used_at > $2",
    // They live for a minute.
    "UPDATE authorization_codes SET expires_at = expires_at - $1 WHERE expires_at > $2 + 60000",
    "UPDATE authorization_codes SET second_step_at = second_step_at - $1 WHERE second_step_at > $2",
    "UPDATE auth_sessions SET created_at = created_at - $1, expires_at = expires_at - $1 WHERE created_at > $2",
    "UPDATE text_codes SET sent_at = sent_at - $1, expires_at = expires_at - $1 WHERE sent_at > $2",
    "UPDATE phone_calls SET placed_at = placed_at - $1, expires_at = expires_at - $1, polled_at = polled_at - $1
     WHERE placed_at > $2",
    "UPDATE verifications SET created_at = created_at - $1 WHERE created_at > $2",
    "UPDATE approvals SET created_at = created_at - $1, expires_at = expires_at - $1 WHERE created_at > $2",
    // An answer counts for a quarter of an hour, and a report stops who asked for an hour.
    "UPDATE caller_verifications SET settled_at = settled_at - $1 WHERE settled_at > $2",
    "UPDATE caller_verifications SET asked_at = asked_at - $1, expires_at = expires_at - $1 WHERE asked_at > $2",
    "UPDATE software_oaths SET created_at = created_at - $1, set_up_expires_at = set_up_expires_at - $1
     WHERE created_at > $2",
    "UPDATE authenticators SET created_at = created_at - $1, activation_expires_at = activation_expires_at - $1
     WHERE created_at > $2",
    "UPDATE trusted_devices SET created_at = created_at - $1, expires_at = expires_at - $1 WHERE created_at > $2",
    "UPDATE bypasses SET created_at = created_at - $1, expires_at = expires_at - $1 WHERE created_at > $2",
    "UPDATE machine_tokens SET created_at = created_at - $1, expires_at = expires_at - $1 WHERE created_at > $2",
    // An app password can end after days without a use, which count from its creation or its last use.
    "UPDATE app_passwords SET created_at = created_at - $1, expires_at = expires_at - $1 WHERE created_at > $2",
    "UPDATE app_passwords SET last_used_at = last_used_at - $1 WHERE last_used_at > $2",
    // They are leased for two minutes.
    "UPDATE notices SET lease_until = lease_until - $1 WHERE lease_until > $2 + 120000",
    "UPDATE notices SET created_at = created_at - $1, due_at = due_at - $1, gives_up_at = gives_up_at - $1
     WHERE created_at > $2",
    // A change of many people can be undone for a day.
    "UPDATE bulk_changes SET begun_at = begun_at - $1 WHERE begun_at > $2",
    // The person first, who is found by the block.
    "UPDATE users SET blocked_until = blocked_until - $1
     WHERE blocked_until > $2 AND EXISTS (SELECT 1 FROM blocks b
        WHERE b.user_id = users.id AND b.blocked_at > $2 AND b.lifted_at IS NULL AND b.ends_at = users.blocked_until)",
    "UPDATE blocks SET blocked_at = blocked_at - $1, ends_at = ends_at - $1 WHERE blocked_at > $2",
];

/// Reduces times after `latest` by the difference. Locks, codes, tokens and what was allowed for a time then last as long as
/// with a correct clock.
pub async fn by(db: &mut Connection, ahead_ms: i64, latest: i64) -> Result<(), StoreError> {
    for statement in STATEMENTS {
        sqlx::query(*statement).bind(ahead_ms).bind(latest).execute(&mut *db).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::STATEMENTS;
    use crate::{Database, Patience, Store};

    const RECORD: &str = "it says when something was, and nothing is allowed or refused by it";
    const SEALED: &str = "a row of a log is never changed";

    /// Times that stay as they were written, each with the reason. `*` is any table.
    const LEFT: &[(&str, &str, &str)] = &[
        ("phones", "last_used_at", RECORD),
        ("software_oaths", "last_used_at", RECORD),
        ("authenticators", "last_used_at", RECORD),
        ("hardware_oaths", "last_used_at", RECORD),
        ("machine_tokens", "last_used_at", RECORD),
        ("*", "activated_at", RECORD),
        ("*", "ended_at", RECORD),
        ("*", "finished_at", RECORD),
        ("*", "failed_at", RECORD),
        ("text_codes", "used_at", RECORD),
        ("text_codes", "superseded_at", RECORD),
        ("text_codes", "replied_at", RECORD),
        ("text_codes", "missed_at", RECORD),
        ("authorization_codes", "used_at", RECORD),
        ("approvals", "fetched_at", RECORD),
        ("approvals", "decided_at", RECORD),
        ("approvals", "taken_at", RECORD),
        ("authenticators", "verified_at", RECORD),
        ("blocks", "lifted_at", RECORD),
        ("users", "created_at", RECORD),
        ("users", "mfa_state_at", RECORD),
        ("users", "mail_refused_at", RECORD),
        ("notices", "done_at", RECORD),
        ("phones", "created_at", RECORD),
        ("hardware_oath_devices", "created_at", RECORD),
        ("hardware_oath_devices", "valid_until", "the maker's date"),
        ("server_keys", "first_used_at", RECORD),
        ("nodes", "seen_at", RECORD),
        ("directory_runs", "started_at", RECORD),
        ("leases", "held_until", "the clock of the database wrote it"),
        ("nodes", "certificate_until", "the date of the certificate"),
        (
            "used_assertions",
            "expires_at",
            "one that is remembered for longer is refused for longer, which does no harm",
        ),
        ("seen_signatures", "seen_at", "one that is remembered for longer is refused for longer, which does no harm"),
        ("sign_ins", "created_at", SEALED),
        ("sign_ins", "last_at", SEALED),
        ("sign_in_removals", "removed_at", SEALED),
        ("admin_actions", "created_at", SEALED),
        ("account_changes", "created_at", SEALED),
        ("account_changes", "until_at", SEALED),
    ];

    #[tokio::test]
    async fn every_time_of_the_schema_is_put_back_or_left_for_a_reason() {
        let folder = tempfile::tempdir().unwrap();
        let store =
            Store::open(&Database::Sqlite(folder.path().join("proofup.db")), Patience::default()).await.unwrap();
        let columns: Vec<(String, String)> = sqlx::query_as(
            "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE '\\_%' ESCAPE '\\' AND (c.name LIKE '%\\_at' ESCAPE '\\' OR c.name LIKE '%\\_until' ESCAPE '\\')",
        )
        .fetch_all(&mut store.read().await.unwrap())
        .await
        .unwrap();
        assert!(columns.len() > 50, "{columns:?}");
        for (table, column) in &columns {
            let is_left = LEFT.iter().any(|(of, name, _)| (*of == "*" || of == table) && name == column);
            assert_ne!(is_put_back(table, column), is_left, "{table}.{column} is put back, or left for a reason");
        }
        for (table, column, _) in LEFT {
            let is_there = |(of, name): &(String, String)| (*table == "*" || of == table) && name == column;
            assert!(columns.iter().any(is_there), "{table}.{column} is no column");
        }
    }

    fn is_put_back(table: &str, column: &str) -> bool {
        let set = |statement: &&&str| statement.starts_with(&format!("UPDATE {table} SET"));
        STATEMENTS.iter().filter(set).any(|statement| {
            let assigned = statement.split_once("WHERE").map_or(*statement, |(assigned, _)| assigned);
            assigned.split([' ', ',']).any(|word| word == column) && assigned.contains(&format!("{column} = "))
        })
    }
}
