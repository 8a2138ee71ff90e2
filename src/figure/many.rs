//! A crowd that an author wrote once: each of them looks like somebody of their own.

use crate::vocabulary::{Build, Carries, Hair, HairColour, Look};

const HAIRS: [Hair; 7] = [Hair::Short, Hair::Cap, Hair::Bun, Hair::Balding, Hair::Bob, Hair::Curly, Hair::Long];
const BUILDS: [Build; 3] = [Build::Average, Build::Broad, Build::Slight];
const COLOURS: [HairColour; 4] = [HairColour::Black, HairColour::Grey, HairColour::Brown, HairColour::White];
const CARRIES: [Carries; 5] = [Carries::Nothing, Carries::Phone, Carries::Nothing, Carries::Thermos, Carries::Folder];

/// Look and age of the `k`th of a crowd of which the author described one. The first looks as described; they wear the same
/// kind of clothes, and no two of the first eighty-four have the same hair, colour of hair and build.
pub fn one_of_many(look: Look, age: u8, k: usize) -> (Look, u8) {
    if k == 0 {
        return (look, age);
    }
    let from = |at: Option<usize>| at.unwrap_or(0);
    let hair = (from(HAIRS.iter().position(|hair| *hair == look.hair)) + k) % HAIRS.len();
    let build = (from(BUILDS.iter().position(|build| *build == look.build)) + k) % BUILDS.len();
    let colour = (from(COLOURS.iter().position(|colour| *colour == look.hair_colour)) + k) % COLOURS.len();
    let look = Look {
        build: BUILDS[build],
        hair: HAIRS[hair],
        hair_colour: COLOURS[colour],
        glasses: look.glasses != (k % 5 == 2),
        top: look.top,
        carries: CARRIES[k % CARRIES.len()],
    };
    // Hair goes grey with the years, more or less.
    let years = [-9i16, 4, 11, -5, 15, -13, 8][k % 7];
    let years = years + if matches!(look.hair_colour, HairColour::Grey | HairColour::White) { 9 } else { 0 };
    (look, u8::try_from((i16::from(age) + years).clamp(18, 90)).unwrap_or(age))
}
