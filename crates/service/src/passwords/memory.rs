//! The memory of Argon2id: kept while passwords come in, given back when they stop.
//!
//! A fresh buffer costs a page fault every 4 KiB, a fifth of a hash at 19 MiB. An idle service holds none.

use std::mem;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use argon2::Block;

/// How long memory is kept after a hash, at least; at most twice as long.
const KEPT: Duration = Duration::from_secs(2);
/// The largest block that glibc keeps for itself when it is freed (`M_MMAP_THRESHOLD` of mallopt(3)), and one more. A
/// larger block is mapped by itself and unmapped. The part of it that no hash touches costs addresses, not memory.
const ABOVE_WHAT_IS_KEPT: usize = 32 * 1024 * 1024 / Block::SIZE + 1;

/// Buffers that wait for the next hash.
#[derive(Debug, Clone, Default)]
pub(super) struct HashMemory(Arc<Mutex<Waiting>>);

#[derive(Default)]
struct Waiting {
    buffers: Vec<Vec<Block>>,
    /// Whether one was used since the sweeper last looked; `None` while no sweeper runs.
    used: Option<bool>,
}

impl HashMemory {
    /// A buffer of so many blocks. Its content does not matter: a hash writes each block before it reads it.
    pub(super) fn take(&self, blocks: usize) -> Vec<Block> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).buffers.pop();
        let mut buffer = kept.unwrap_or_else(|| Vec::with_capacity(blocks.max(ABOVE_WHAT_IS_KEPT)));
        buffer.resize(blocks, Block::default());
        buffer
    }

    /// Keeps a buffer for the next hash. `true` if somebody has to [`Self::sweep`].
    fn keep(&self, buffer: Vec<Block>) -> bool {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.buffers.push(buffer);
        waiting.used.replace(true).is_none()
    }

    /// Gives a buffer back, to the next hash or in the end to the system. Called within the runtime.
    pub(super) fn give_back(&self, buffer: Vec<Block>) {
        if self.keep(buffer) {
            tokio::spawn(self.clone().sweep());
        }
    }

    async fn sweep(self) {
        loop {
            tokio::time::sleep(KEPT).await;
            if let Some(unused) = self.unused() {
                drop(unused);
                return;
            }
        }
    }

    /// All buffers, if none was used since this was last asked.
    fn unused(&self) -> Option<Vec<Vec<Block>>> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.used.replace(false) == Some(true) {
            return None;
        }
        waiting.used = None;
        Some(mem::take(&mut waiting.buffers))
    }
}

impl std::fmt::Debug for Waiting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Waiting").field("buffers", &self.buffers.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::HashMemory;

    #[test]
    fn a_buffer_is_used_again_until_a_pause() {
        let memory = HashMemory::default();
        let buffer = memory.take(8);
        let address = buffer.as_ptr();
        assert!(memory.keep(buffer), "the first one needs a sweeper");
        let again = memory.take(4);
        assert_eq!((again.as_ptr(), again.len()), (address, 4));
        assert!(!memory.keep(again), "there is one already");
        assert!(memory.unused().is_none(), "used since the last look");
        assert_eq!(memory.unused().unwrap().len(), 1, "a pause");
        assert!(memory.keep(memory.take(8)), "the sweeper has gone with it");
    }
}
