//! Time on the processor, so that what else runs on the machine counts as little as possible.

use crate::Outcome;
use std::time::Instant;

/// Nanoseconds this thread has been on a processor; `None` where the system does not tell.
fn on_processor() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// Seconds that `work` took: of the processor, or by the clock where it waits for a disk.
pub fn taken(by_the_clock: bool, work: impl FnOnce() -> Outcome<()>) -> Outcome<f64> {
    let (clock, processor) = (Instant::now(), on_processor());
    work()?;
    Ok(match (processor, on_processor()) {
        (Some(before), Some(after)) if !by_the_clock => (after - before) as f64 / 1e9,
        _ => clock.elapsed().as_secs_f64(),
    })
}

/// Loads at least once and up to so many rounds within about two seconds; the last engine and the shortest time.
pub fn loading<T>(rounds: usize, load: impl Fn() -> Outcome<T>) -> Outcome<(T, f64)> {
    let begun = Instant::now();
    let mut best = f64::INFINITY;
    let mut round = 0;
    loop {
        let mut made = None;
        best = best.min(taken(false, || {
            made = Some(load()?);
            Ok(())
        })?);
        round += 1;
        if let Some(made) = made
            && (begun.elapsed().as_secs_f64() > 2.0 || round >= 10 * rounds)
        {
            return Ok((made, best));
        }
    }
}
