//! How a visitor looks: what an author picks, and the app draws.

use serde::{Deserialize, Serialize};

/// How a visitor is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Look {
    /// How broad the body is.
    pub build: Build,
    /// How the hair is worn.
    pub hair: Hair,
    /// Its colour; under a cap, of what shows.
    pub hair_colour: HairColour,
    /// Whether they wear any.
    pub glasses: bool,
    /// What they wear above the waist.
    pub top: Top,
    /// What they carry in their hands.
    pub carries: Carries,
}
/// How broad somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Build {
    /// Narrow shoulders, thin.
    Slight,
    /// Neither thin nor heavy.
    #[default]
    Average,
    /// Wide shoulders, heavy.
    Broad,
}
/// How hair is worn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hair {
    /// Close to the head.
    #[default]
    Short,
    /// To the chin, straight.
    Bob,
    /// Tied up behind.
    Bun,
    /// In short curls.
    Curly,
    /// Over the shoulders.
    Long,
    /// A ring around a bald crown.
    Balding,
    /// Hidden under a cap.
    Cap,
}
/// The colour of hair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum HairColour {
    /// As most people's.
    #[default]
    Black,
    /// Dark, with some red.
    Brown,
    /// Half turned.
    Grey,
    /// Altogether turned.
    White,
}
/// What is worn above the waist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Top {
    /// Buttoned, with a collar.
    #[default]
    Jacket,
    /// Knitted, open in front.
    Cardigan,
    /// Thin, with a collar.
    Shirt,
    /// Quilted, for the winter.
    Padded,
    /// Of a factory or a building site.
    Workwear,
}
/// What somebody holds in their hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carries {
    /// Their hands are free.
    #[default]
    Nothing,
    /// Papers in a cover.
    Folder,
    /// A shopping bag of cloth.
    ClothBag,
    /// A mobile phone.
    Phone,
    /// A walking stick.
    Cane,
    /// A flask of tea.
    Thermos,
}
