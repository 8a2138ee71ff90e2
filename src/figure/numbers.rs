//! Numbers between numbers, and numbers that vary from person to person.

/// `a` at 0, `b` at 1.
pub fn lerp(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

/// To the power of two; unlike by `powi`, the same on every machine.
pub fn square(a: f32) -> f32 {
    a * a
}

/// To the power of three.
pub fn cube(a: f32) -> f32 {
    a * a * a
}

/// 0..1 from a seed and a number, evenly spread.
pub fn noise(seed: u32, n: u32) -> f32 {
    let mut h = seed.wrapping_mul(0x9e37_79b9) ^ n.wrapping_mul(0x85eb_ca6b) ^ 0x27d4_eb2f;
    h ^= h >> 15;
    h = h.wrapping_mul(0x2c1b_3c6d);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297a_2d39);
    h ^= h >> 15;
    (h >> 8) as f32 / (1 << 24) as f32
}

/// Up, held, and down again, each with a soft start and end; `part` 0..1 of the whole, `up` where it is up, `down` where
/// it begins to go down.
pub fn swell(part: f32, up: f32, down: f32) -> f32 {
    let smooth = |x: f32| {
        let x = x.clamp(0.0, 1.0);
        x * x * (3.0 - 2.0 * x)
    };
    smooth(part / up.max(1e-3)) * (1.0 - smooth((part - down) / (1.0 - down).max(1e-3)))
}
