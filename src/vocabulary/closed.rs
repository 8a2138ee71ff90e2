//! Closed lists: what an enumeration has stands once, in its declaration.

/// All variants in the order of declaration, as an array: `const ALL: [Self; Self::COUNT] = all(Self::VARIANTS)`.
pub const fn all<T: Copy, const N: usize>(variants: &[T]) -> [T; N] {
    match variants.first_chunk() {
        Some(all) => *all,
        None => panic!("there are as many variants as are counted"),
    }
}
