//! The clock of a visit: runs while the trainee can act, stands still while a card lies on the table.

use std::time::Duration;

/// Time since the last move, on top of the session's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// The session's clock at the last move.
    base_ms: u64,
    /// Time that has run since then.
    run: Duration,
    /// The instant up to which `run` counts; `None` while the clock stands still.
    running_since: Option<Duration>,
}

impl Clock {
    /// A new turn: from now on time counts from `base_ms`.
    pub fn restart(&mut self, base_ms: u64, now: Duration) {
        *self = Self { base_ms, run: Duration::ZERO, running_since: Some(now) };
    }

    /// True if it was running.
    pub fn stop(&mut self, now: Duration) -> bool {
        let since = self.running_since.take();
        self.run += since.map_or(Duration::ZERO, |since| now.saturating_sub(since));
        since.is_some()
    }

    pub fn go_on(&mut self, now: Duration) {
        self.running_since.get_or_insert(now);
    }

    /// Milliseconds since the last move.
    pub fn wait_ms(&self, now: Duration) -> u32 {
        let running = self.running_since.map_or(Duration::ZERO, |since| now.saturating_sub(since));
        u32::try_from((self.run + running).as_millis()).unwrap_or(u32::MAX)
    }

    /// The clock of the session at this instant.
    pub fn at_ms(&self, now: Duration) -> u64 {
        self.base_ms + u64::from(self.wait_ms(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn a_card_on_the_table_costs_the_trainee_no_time() {
        let mut clock = Clock::default();
        clock.restart(5_000, ms(100));
        assert_eq!((clock.wait_ms(ms(1_100)), clock.at_ms(ms(1_100))), (1_000, 6_000));
        clock.stop(ms(1_100));
        assert_eq!(clock.at_ms(ms(60_000)), 6_000);
        clock.go_on(ms(60_000));
        clock.go_on(ms(61_000));
        assert_eq!(clock.at_ms(ms(60_500)), 6_500);
    }
}
