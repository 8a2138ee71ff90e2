//! Until the catalogues are there.
use crate::procedure::{LawLibrary, PaperCatalogue};
use crate::visitor::Persona;
use std::sync::OnceLock;
pub trait Shim { fn shipped() -> &'static Self; }
impl Shim for LawLibrary { fn shipped() -> &'static Self { static S: OnceLock<LawLibrary> = OnceLock::new(); S.get_or_init(Default::default) } }
impl Shim for PaperCatalogue { fn shipped() -> &'static Self { static S: OnceLock<PaperCatalogue> = OnceLock::new(); S.get_or_init(Default::default) } }
pub trait PersonaShim: Sized { fn preset(name: &str) -> Option<Self>; fn preset_names() -> [&'static str; 1] { ["plain"] } }
impl PersonaShim for Persona { fn preset(_: &str) -> Option<Self> { Some(super::meta::BLANK) } }
