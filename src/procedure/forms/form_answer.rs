//! What was written in a form.

use super::form::{Form, MAX_FIELDS};

/// One entry for each field of a [`Form`], by the field's position; a field that is still open has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FormAnswer {
    /// Positions in [`Form::entries`].
    entries: [Option<u8>; MAX_FIELDS],
}

impl FormAnswer {
    /// Nothing written yet.
    pub const BLANK: Self = Self { entries: [None; MAX_FIELDS] };

    /// The position of what stands in this field; `None` while it is open.
    pub fn of(&self, field: usize) -> Option<u8> {
        self.entries.get(field).copied().flatten()
    }

    /// Whether this entry stands somewhere.
    pub fn contains(&self, entry: u8) -> bool {
        self.entries.contains(&Some(entry))
    }

    /// The positions of all entries, in the order of the fields.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        self.entries.into_iter().flatten()
    }

    /// Whether nothing has been written yet.
    pub fn is_blank(self) -> bool {
        self == Self::BLANK
    }

    pub(super) fn put(&mut self, field: usize, entry: u8) -> bool {
        let place = self.entries.get_mut(field);
        place.map(|place| *place = Some(entry)).is_some()
    }
}

impl<O> Form<O> {
    /// Writes an entry into its field, over what stood there; false if the form has no such entry.
    pub fn write(&self, answer: &mut FormAnswer, entry: u8) -> bool {
        self.field_of(entry).is_some_and(|field| answer.put(field, entry))
    }

    /// An answer of these entries, one after the other; `None` if the form does not have one of them.
    pub fn answer(&self, entries: impl IntoIterator<Item = u8>) -> Option<FormAnswer> {
        let mut answer = FormAnswer::default();
        entries.into_iter().all(|entry| self.write(&mut answer, entry)).then_some(answer)
    }

    /// The first field that is still open.
    pub fn first_open(&self, answer: FormAnswer) -> Option<usize> {
        (0..self.fields.len()).find(|field| answer.of(*field).is_none())
    }

    /// Whether it can be handed in: an entry of its own stands in every field, and nothing else.
    pub fn fits(&self, answer: FormAnswer) -> bool {
        let own = |(at, field): (usize, &super::form::FormField)| {
            answer.of(at).is_some_and(|entry| field.entries.contains(&entry))
        };
        self.fields.iter().enumerate().all(own) && answer.iter().count() == self.fields.len()
    }
}
