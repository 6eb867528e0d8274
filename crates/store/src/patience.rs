//! How long the service waits for its database.

use std::time::Duration;

/// When these times are over the database counts as unavailable. They are shorter than the time that a caller waits for an answer.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For a connection to PostgreSQL, while others have all of them.
    pub connection: Duration,
    /// For a row that another transaction of PostgreSQL holds. A stuck transaction may hold one for ever: those who wait for it
    /// give their connections back before others have waited in vain for one.
    pub row: Duration,
    /// For the file of SQLite, while another process such as the command line writes it.
    pub file: Duration,
    /// For the end of a statement on PostgreSQL, and for the next statement of a transaction of this service that hangs.
    pub statement: Duration,
}

impl Patience {
    /// That of somebody who runs a command: nobody else's time runs out meanwhile. A server that is busy may take long for its first
    /// connection; one that is away is told after a while.
    pub fn of_a_command() -> Self {
        let longer = Duration::from_mins(1);
        Self { connection: Duration::from_secs(15), row: longer, file: longer, statement: longer }
    }
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connection: Duration::from_secs(3),
            row: Duration::from_secs(2),
            file: Duration::from_secs(3),
            statement: Duration::from_secs(30),
        }
    }
}
