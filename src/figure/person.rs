//! Who a seat is: proportions and colours worked out from look, age and seed.

use super::colour::{Rgba, hex};
use super::numbers::noise;
use crate::vocabulary::{Build, Hair, HairColour, Look, Top};

/// The lasting features of one person; lengths in half heads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Person {
    /// What the author picked.
    pub look: Look,
    /// Tells two people of one look apart.
    pub seed: u32,
    /// 0 young, 1 old.
    pub old: f32,
    /// Softer features: finer brows and jaw, fuller lips.
    pub soft: f32,
    /// Half the width of the face at the cheekbones.
    pub cheek: f32,
    /// Half the width of the face at the jaw.
    pub jaw: f32,
    /// Eyes further apart than usual, half heads.
    pub apart: f32,
    /// Eyes larger than usual, as a factor.
    pub eye: f32,
    /// Brows lower than usual, half heads.
    pub brow: f32,
    /// How full the brows are, as a factor.
    pub brow_full: f32,
    /// Breadth of the nose, as a factor.
    pub nose: f32,
    /// Breadth of the mouth, as a factor.
    pub mouth: f32,
    /// The chin lower than usual, half heads.
    pub chin: f32,
    /// A moustache: 0..1.
    pub moustache: f32,
    /// A chin that was not shaved today: 0..1.
    pub stubble: f32,
    /// From the middle to the end of a shoulder.
    pub shoulder: f32,
    /// Half the width of the neck.
    pub neck: f32,
    /// Skin in the light.
    pub skin: Rgba,
    /// Skin in the shade.
    pub shade: Rgba,
    /// Skin where blood rises.
    pub flush: Rgba,
    /// Lips.
    pub lip: Rgba,
    /// Hair, greyed by age.
    pub hair: Rgba,
    /// What they wear above the waist.
    pub top: Rgba,
    /// What shows at the collar.
    pub under: Rgba,
    /// 1 elbows wide, 0 kept in because others sit close by.
    pub room: f32,
    /// Few details: small on the screen.
    pub plain: bool,
    /// Dark outlines.
    pub outlined: bool,
}

const SKINS: [(u32, u32); 5] =
    [(0xf4cfae, 0xdfa681), (0xefc49d, 0xd59a70), (0xe6b58c, 0xc98a60), (0xf6d6bb, 0xe2ae8d), (0xe0ae86, 0xc1875e)];
const JACKETS: [u32; 5] = [0x4d5f73, 0x6b5b4f, 0x3f5a57, 0x77656b, 0x59606b];
const CARDIGANS: [u32; 5] = [0xa9606a, 0x7f8f6c, 0x8b6f96, 0xb9804f, 0x5f8790];
const SHIRTS: [u32; 5] = [0x8fb0c8, 0xd9d2c2, 0xa7bfa0, 0xc9a9a0, 0x9aa3c2];
const PADDED: [u32; 5] = [0x34506b, 0x7a3f46, 0x46604b, 0x55506b, 0x3b3f4a];
const WORK: [u32; 3] = [0x3f6188, 0x55707c, 0x6a7a5a];

/// A steady number for each visitor, so that they look the same wherever they are drawn.
pub fn seed(id: &str) -> u32 {
    crc32fast::hash(id.as_bytes())
}

impl Person {
    /// `age` in years; the seed varies features and colours from person to person.
    pub fn new(look: Look, age: u8, seed: u32) -> Self {
        let pick = |of: &[u32], n: u32| hex(of[(noise(seed, n) * of.len() as f32) as usize % of.len()]);
        let vary = |n: u32, by: f32| (noise(seed, n) * 2.0 - 1.0) * by;
        let (skin, shade) = SKINS[(noise(seed, 1) * SKINS.len() as f32) as usize % SKINS.len()];
        let old = ((f32::from(age) - 30.0) / 42.0).clamp(0.0, 1.0);
        let young = ((26.0 - f32::from(age)) / 20.0).clamp(0.0, 0.7);
        let soft = match look.hair {
            Hair::Bob | Hair::Bun | Hair::Curly | Hair::Long => 1.0,
            Hair::Short | Hair::Balding | Hair::Cap => 0.0,
        };
        let (wide, shoulder, neck) = match look.build {
            Build::Slight => (-0.045, 1.62, 0.31),
            Build::Average => (0.0, 1.80, 0.36),
            Build::Broad => (0.075, 2.08, 0.43),
        };
        let beard = soft < 0.5 && age > 24;
        let moustache = if beard && noise(seed, 58) > 0.84 { 1.0 } else { 0.0 };
        let stubble = if beard && moustache == 0.0 { (noise(seed, 59) * 2.4 - 1.4).max(0.0) } else { 0.0 };
        let hair = match look.hair_colour {
            HairColour::Black => hex(0x2b2528),
            HairColour::Brown => hex(0x5a3d2e),
            HairColour::Grey => hex(0x8d8987),
            HairColour::White => hex(0xd9d5cf),
        };
        // No two dye lots are alike.
        let hair = hair.mix(hex(0x6b4a38), 0.22 * noise(seed, 57));
        let (top, under) = match look.top {
            Top::Jacket => (pick(&JACKETS, 3), pick(&SHIRTS, 4)),
            Top::Cardigan => (pick(&CARDIGANS, 3), hex(0xf1e6d6)),
            Top::Shirt => (pick(&SHIRTS, 3), hex(0xf4efe6)),
            Top::Padded => (pick(&PADDED, 3), hex(0x6c6a70)),
            Top::Workwear => (pick(&WORK, 3), hex(0xe7dfd2)),
        };
        let worn = 0.30 * noise(seed, 61) - 0.12;
        let top = if worn > 0.0 { top.light(worn) } else { top.dark(-worn) };
        let (skin, shade) = (hex(skin), hex(shade));
        Self {
            look,
            seed,
            old,
            soft,
            apart: vary(50, 0.022),
            eye: 1.0 + vary(51, 0.10),
            brow: vary(52, 0.030),
            brow_full: 1.0 + vary(53, 0.28),
            nose: 1.0 + vary(54, 0.20),
            mouth: 1.0 + vary(55, 0.13),
            chin: vary(56, 0.045),
            moustache,
            stubble,
            cheek: 0.735 + wide + vary(5, 0.035) + 0.02 * young,
            jaw: 0.575 + wide * 1.25 + vary(6, 0.050) - 0.05 * soft + 0.02 * old,
            shoulder: shoulder - 0.16 * soft - 0.08 * old,
            neck: neck - 0.035 * soft,
            skin: skin.mix(hex(0xe9c7a4), old * 0.3),
            shade: shade.mix(hex(0xc39473), old * 0.3),
            flush: hex(0xd9604a),
            lip: shade.mix(hex(0xb4504c), 0.42 + 0.22 * soft).mix(shade, old * 0.35),
            hair,
            top,
            under,
            room: 1.0,
            plain: false,
            outlined: false,
        }
    }
}
