//! What the handlers share: the store, the sessions at hand, the scenarios that can be assigned.

use crate::authoring::library::Library;
use crate::classroom::{AttemptId, ClassError, LiveAttempt, Store};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Mutex as Turn;

/// Most sessions that one server keeps in memory; any other is rebuilt from the store when it moves.
const MOST_LIVE: usize = 2_000;
/// Wrong codes a second that are answered at once, from all addresses together: a room shares one.
const WRONG_CODES: NonZeroU32 = NonZeroU32::new(20).unwrap();

/// One server's part of a class.
pub struct Site {
    /// Everything that counts.
    pub store: Store,
    /// What can be assigned.
    pub library: Library,
    /// Addresses at which it can be reached, the most likely one first: `http://192.168.1.7:7420`.
    pub addresses: Vec<String>,
    live: Mutex<HashMap<AttemptId, Arc<Turn<LiveAttempt>>>>,
    wrong_codes: DefaultDirectRateLimiter,
}

impl Site {
    /// A server over this store, for these scenarios.
    pub fn new(store: Store, library: Library, addresses: Vec<String>) -> Self {
        Self {
            store,
            library,
            addresses,
            live: Mutex::default(),
            wrong_codes: RateLimiter::direct(Quota::per_second(WRONG_CODES)),
        }
    }

    /// Whether another wrong code may be tried now.
    pub fn may_guess(&self) -> bool {
        self.wrong_codes.check().is_ok()
    }

    /// The session of an attempt, from memory or from the store.
    ///
    /// # Errors
    ///
    /// [`ClassError`], where it cannot be rebuilt.
    pub async fn live(&self, attempt: AttemptId) -> Result<Arc<Turn<LiveAttempt>>, ClassError> {
        if let Some(live) = self.held().get(&attempt) {
            return Ok(Arc::clone(live));
        }
        let live = LiveAttempt::rebuild(&self.store, attempt).await?;
        Ok(self.hold(live))
    }

    /// Keeps a session at hand.
    pub fn hold(&self, live: LiveAttempt) -> Arc<Turn<LiveAttempt>> {
        let mut held = self.held();
        if held.len() >= MOST_LIVE {
            // Nobody's turn is under way in those that only this map holds.
            held.retain(|_, live| Arc::strong_count(live) > 1);
        }
        let id = live.attempt().id;
        // Who came first stays: two requests that both rebuilt it must not play apart.
        Arc::clone(held.entry(id).or_insert_with(|| Arc::new(Turn::new(live))))
    }

    /// Forgets a session: another server has gone on with it, or it is over.
    pub fn forget(&self, attempt: AttemptId) {
        self.held().remove(&attempt);
    }

    fn held(&self) -> std::sync::MutexGuard<'_, HashMap<AttemptId, Arc<Turn<LiveAttempt>>>> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
