//! Values that are cleared together: when the person signs out, or when the vault locks.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

/// Clears all its values.
#[derive(Default)]
pub(crate) struct Scope(Mutex<Vec<Weak<dyn Clear>>>);

/// One value of a scope. Clearing sets it to its default.
pub(crate) struct Scoped<T>(Mutex<T>);

trait Clear: Send + Sync {
    fn clear(&self);
}

impl Scope {
    /// Creates a value that belongs to this scope.
    pub(crate) fn value<T: Default + Send + 'static>(&self) -> Arc<Scoped<T>> {
        let value = Arc::new(Scoped(Mutex::new(T::default())));
        let weak: Weak<dyn Clear> = Arc::downgrade(&(value.clone() as Arc<dyn Clear>));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(weak);
        value
    }

    /// Clears all values.
    pub(crate) fn clear(&self) {
        for value in self.0.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            if let Some(value) = value.upgrade() {
                value.clear();
            }
        }
    }
}

impl<T> Scoped<T> {
    pub(crate) fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Default + Send> Clear for Scoped<T> {
    fn clear(&self) {
        *self.lock() = T::default();
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn clearing_a_scope_clears_only_its_values() {
        let (person, key) = (Scope::default(), Scope::default());
        let (code, password, draft) = (person.value::<Vec<u8>>(), person.value::<Option<u8>>(), key.value::<Vec<u8>>());
        code.lock().push(1);
        *password.lock() = Some(2);
        draft.lock().push(3);
        person.clear();
        assert_eq!((code.lock().len(), *password.lock(), draft.lock().len()), (0, None, 1));
    }
}
