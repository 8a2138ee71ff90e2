//! How a visitor looks: what an author picks, and the app draws.

use serde::{Deserialize, Serialize};

/// How a visitor is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Look {
    pub build: Build,
    pub hair: Hair,
    pub hair_colour: HairColour,
    pub glasses: bool,
    pub top: Top,
    /// What they carry in their hands.
    pub carries: Carries,
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Build {
    Slight,
    #[default]
    Average,
    Broad,
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hair {
    #[default]
    Short,
    Bob,
    Bun,
    Curly,
    Long,
    Balding,
    Cap,
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum HairColour {
    #[default]
    Black,
    Brown,
    Grey,
    White,
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Top {
    #[default]
    Jacket,
    Cardigan,
    Shirt,
    Padded,
    Workwear,
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carries {
    #[default]
    Nothing,
    Folder,
    ClothBag,
    Phone,
    Cane,
    Thermos,
}
