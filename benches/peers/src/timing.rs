//! Time on the processor, so that what else runs on the machine counts as little as possible.

use crate::Outcome;
use cpu_time::ThreadTime;
use std::time::Instant;

/// Seconds that `work` took: of the processor, or by the clock where it waits for a disk.
pub fn taken(by_the_clock: bool, work: impl FnOnce() -> Outcome<()>) -> Outcome<f64> {
    let (clock, processor) = (Instant::now(), ThreadTime::try_now());
    work()?;
    Ok(match processor.and_then(|begun| begun.try_elapsed()) {
        Ok(elapsed) if !by_the_clock => elapsed.as_secs_f64(),
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
