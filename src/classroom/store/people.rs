//! Classes, instructors, people, seats.

use super::rows::{self, number, unread};
use super::{Store, Writing, is_taken, present, some};
use crate::classroom::error::{ClassError, Thing};
use crate::classroom::ids::{ClassCode, ClassId, Moment, PersonId, SeatId, random};
use crate::classroom::model::{Class, ClassState, LONGEST_TEXT, MAX_PEOPLE, NewPerson, Person, Seat, SeatKind};
use crate::classroom::paper::{SealKey, hex};
use crate::classroom::password;
use sqlx::query;

/// Times that a code or a pseudonym is drawn anew before something else must be wrong.
const DRAWS: u32 = 8;
/// Characters that pseudonyms are made of: none that is taken for another.
const PSEUDONYM: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

impl Store {
    /// Makes a class. `keep_days`: as in [`Class`].
    ///
    /// # Errors
    ///
    /// [`ClassError::Text`], [`ClassError::Database`].
    pub async fn new_class(&self, name: &str, keep_days: Option<u32>, now: Moment) -> Result<Class, ClassError> {
        let name = checked(name, "class-text-class", LONGEST_TEXT)?;
        let secret = hex(&random::<32>()?);
        let mut drawn = 0;
        loop {
            let (id, code) = (ClassId::draw()?, ClassCode::draw()?);
            let insertion = query(
                "INSERT INTO classes (id, code, name, state, keep_days, secret, created) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(id.0)
            .bind(code.as_str())
            .bind(&name)
            .bind(<&str>::from(ClassState::Open))
            .bind(keep_days.map(i64::from))
            .bind(&secret)
            .bind(now.0);
            match insertion.execute(&self.pool).await {
                Ok(_) => return Ok(Class { id, code, name, state: ClassState::Open, keep_days, created: now }),
                Err(error) if is_taken(&error) && drawn < DRAWS => drawn += 1,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// All classes, the newest first.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn classes(&self) -> Result<Vec<Class>, ClassError> {
        let found = query("SELECT id, code, name, state, keep_days, created FROM classes ORDER BY created DESC, id");
        found.fetch_all(&self.pool).await?.iter().map(rows::class).collect()
    }

    /// A class.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn class(&self, class: ClassId) -> Result<Class, ClassError> {
        let found = query("SELECT id, code, name, state, keep_days, created FROM classes WHERE id = $1").bind(class.0);
        rows::class(&present(found.fetch_optional(&self.pool).await?, Thing::Class)?)
    }

    /// The class of a code.
    ///
    /// # Errors
    ///
    /// [`ClassError::WrongCode`], [`ClassError::Database`].
    pub async fn class_by_code(&self, code: &ClassCode) -> Result<Class, ClassError> {
        let found =
            query("SELECT id, code, name, state, keep_days, created FROM classes WHERE code = $1").bind(code.as_str());
        match found.fetch_optional(&self.pool).await? {
            Some(row) => rows::class(&row),
            None => Err(ClassError::WrongCode(code.to_string())),
        }
    }

    /// Opens or closes a class.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn set_class_state(&self, class: ClassId, state: ClassState) -> Result<(), ClassError> {
        let update = query("UPDATE classes SET state = $2 WHERE id = $1").bind(class.0).bind(<&str>::from(state));
        some(&update.execute(&self.pool).await?, Thing::Class)
    }

    /// How long attempts are kept: [`Class::keep_days`].
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn set_keep_days(&self, class: ClassId, keep_days: Option<u32>) -> Result<(), ClassError> {
        let update =
            query("UPDATE classes SET keep_days = $2 WHERE id = $1").bind(class.0).bind(keep_days.map(i64::from));
        some(&update.execute(&self.pool).await?, Thing::Class)
    }

    /// Enters an instructor or changes their password; without one they come in by one-time links alone.
    ///
    /// # Errors
    ///
    /// [`ClassError::Text`], [`ClassError::Database`].
    pub async fn set_instructor(&self, class: ClassId, name: &str, password: Option<&str>) -> Result<(), ClassError> {
        let name = checked(name, "class-text-name", LONGEST_TEXT)?;
        let hashed = match password {
            Some(password) => Some(password::hashed(password)?),
            None => None,
        };
        query(
            "INSERT INTO instructors (class, name, password) VALUES ($1, $2, $3)
             ON CONFLICT (class, name) DO UPDATE SET password = excluded.password",
        )
        .bind(class.0)
        .bind(&name)
        .bind(hashed)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Whether this is an instructor's password. Costs a core some 50 ms, known name or not.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn check_instructor(&self, class: ClassId, name: &str, password: &str) -> Result<bool, ClassError> {
        let found = query("SELECT password FROM instructors WHERE class = $1 AND name = $2")
            .bind(class.0)
            .bind(name.trim().to_owned());
        let hashed = match found.fetch_optional(&self.pool).await? {
            Some(row) => rows::maybe_text(&row, "password")?,
            None => None,
        };
        Ok(password::fits(hashed.as_deref(), password))
    }

    /// Enters somebody.
    ///
    /// # Errors
    ///
    /// [`ClassError::Taken`] where pseudonym or number is another's, [`ClassError::Full`], [`ClassError::Text`],
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn add_person(&self, class: ClassId, new: &NewPerson, now: Moment) -> Result<Person, ClassError> {
        let mut writing = self.writing().await?;
        let person = add_person(&mut writing, class, new, now).await?;
        writing.commit().await?;
        Ok(person)
    }

    /// Enters many people: all of them or none.
    ///
    /// # Errors
    ///
    /// As [`Store::add_person`].
    pub async fn add_people(&self, class: ClassId, new: &[NewPerson], now: Moment) -> Result<Vec<Person>, ClassError> {
        let mut writing = self.writing().await?;
        let mut people = Vec::with_capacity(new.len());
        for one in new {
            people.push(add_person(&mut writing, class, one, now).await?);
        }
        writing.commit().await?;
        Ok(people)
    }

    /// Everybody of a class, in the order in which they were entered.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn people(&self, class: ClassId) -> Result<Vec<Person>, ClassError> {
        let found = query("SELECT id, class, name, pseudonym, number, created FROM people WHERE class = $1 ORDER BY created, pseudonym").bind(class.0);
        found.fetch_all(&self.pool).await?.iter().map(rows::person).collect()
    }

    /// Somebody.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn person(&self, person: PersonId) -> Result<Person, ClassError> {
        let found =
            query("SELECT id, class, name, pseudonym, number, created FROM people WHERE id = $1").bind(person.0);
        rows::person(&present(found.fetch_optional(&self.pool).await?, Thing::Person)?)
    }

    /// Gives somebody a seat. They may have several; which is theirs now is told by tokens.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn take_seat(&self, person: PersonId, kind: SeatKind, now: Moment) -> Result<Seat, ClassError> {
        let class = self.person(person).await?.class;
        let seat = Seat { id: SeatId::draw()?, class, person, kind, locked: false, created: now, seen: now };
        query("INSERT INTO seats (id, class, person, kind, locked, created, seen) VALUES ($1, $2, $3, $4, 0, $5, $5)")
            .bind(seat.id.0)
            .bind(class.0)
            .bind(person.0)
            .bind(<&str>::from(kind))
            .bind(now.0)
            .execute(&self.pool)
            .await?;
        Ok(seat)
    }

    /// A seat.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn seat(&self, seat: SeatId) -> Result<Seat, ClassError> {
        let found =
            query("SELECT id, class, person, kind, locked, created, seen FROM seats WHERE id = $1").bind(seat.0);
        rows::seat(&present(found.fetch_optional(&self.pool).await?, Thing::Seat)?)
    }

    /// All seats of a class, as they were taken.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn seats(&self, class: ClassId) -> Result<Vec<Seat>, ClassError> {
        let found = query(
            "SELECT id, class, person, kind, locked, created, seen FROM seats WHERE class = $1 ORDER BY created, id",
        )
        .bind(class.0);
        found.fetch_all(&self.pool).await?.iter().map(rows::seat).collect()
    }

    /// A seat was heard of.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn touch_seat(&self, seat: SeatId, now: Moment) -> Result<(), ClassError> {
        let update = query("UPDATE seats SET seen = $2 WHERE id = $1").bind(seat.0).bind(now.0);
        some(&update.execute(&self.pool).await?, Thing::Seat)
    }

    /// Locks a seat or opens its lock.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn set_locked(&self, seat: SeatId, locked: bool) -> Result<(), ClassError> {
        let update = query("UPDATE seats SET locked = $2 WHERE id = $1").bind(seat.0).bind(i64::from(locked));
        some(&update.execute(&self.pool).await?, Thing::Seat)
    }

    /// The key with which a seat seals what it hands in. It is given to the seat once and never shown.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn seat_key(&self, seat: SeatId) -> Result<SealKey, ClassError> {
        let found = query("SELECT c.secret AS secret FROM seats s JOIN classes c ON c.id = s.class WHERE s.id = $1")
            .bind(seat.0);
        let row = present(found.fetch_optional(&self.pool).await?, Thing::Seat)?;
        Ok(SealKey::of(&rows::text(&row, "secret")?, seat))
    }
}

async fn add_person(writing: &mut Writing, class: ClassId, new: &NewPerson, now: Moment) -> Result<Person, ClassError> {
    let given = |text: &Option<String>, what| match text.as_deref().map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => checked(text, what, LONGEST_TEXT).map(Some),
    };
    let (name, id_number) = (given(&new.name, "class-text-name")?, given(&new.number, "class-text-number")?);
    let wanted = given(&new.pseudonym, "class-text-pseudonym")?;
    // The row of the class is held, so that two servers count one after the other.
    let held = query("UPDATE classes SET state = state WHERE id = $1").bind(class.0);
    some(&held.execute(&mut **writing).await?, Thing::Class)?;
    let count =
        query("SELECT COUNT(*) AS n FROM people WHERE class = $1").bind(class.0).fetch_one(&mut **writing).await?;
    if u64::try_from(number(&count, "n")?).map_err(|_| unread("n"))? >= MAX_PEOPLE {
        return Err(ClassError::Full { what: Thing::Person, limit: MAX_PEOPLE });
    }
    if let Some(id_number) = &id_number {
        let same = query("SELECT id FROM people WHERE class = $1 AND number = $2").bind(class.0).bind(id_number);
        if same.fetch_optional(&mut **writing).await?.is_some() {
            return Err(ClassError::Taken(id_number.clone()));
        }
    }
    for _ in 0..DRAWS {
        let pseudonym = match &wanted {
            Some(wanted) => wanted.clone(),
            None => drawn_pseudonym()?,
        };
        let same = query("SELECT id FROM people WHERE class = $1 AND pseudonym = $2").bind(class.0).bind(&pseudonym);
        if same.fetch_optional(&mut **writing).await?.is_some() {
            if wanted.is_some() {
                return Err(ClassError::Taken(pseudonym));
            }
            continue;
        }
        let person = Person { id: PersonId::draw()?, class, name, pseudonym, number: id_number, created: now };
        query("INSERT INTO people (id, class, name, pseudonym, number, created) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(person.id.0)
            .bind(class.0)
            .bind(&person.name)
            .bind(&person.pseudonym)
            .bind(&person.number)
            .bind(now.0)
            .execute(&mut **writing)
            .await?;
        return Ok(person);
    }
    Err(ClassError::Full { what: Thing::Person, limit: MAX_PEOPLE })
}

/// `T-7KQ4`: it tells nothing, and is written down without mistakes.
fn drawn_pseudonym() -> Result<String, ClassError> {
    let bytes: [u8; 5] = random()?;
    let signs = bytes.map(|byte| char::from(PSEUDONYM[usize::from(byte) % PSEUDONYM.len()]));
    Ok(std::iter::once('T').chain(std::iter::once('-')).chain(signs).collect())
}

/// A text of 1 to `limit` characters, without blanks around it and without control characters.
///
/// # Errors
///
/// [`ClassError::Text`].
pub(super) fn checked(text: &str, what: &'static str, limit: usize) -> Result<String, ClassError> {
    let text = text.trim();
    let bad = text.is_empty() || text.chars().nth(limit).is_some() || text.chars().any(|c| c.is_control() && c != '\n');
    if bad { Err(ClassError::Text { what, limit }) } else { Ok(text.to_owned()) }
}
