//! The texts a person sees, in zh-CN and en, through Fluent.
//!
//! ```
//! use calmdesk::locale::{Locale, Texts};
//! use calmdesk::vocabulary::Message;
//!
//! let refusal = Message::new("move-not-on-offer").with("option", "mirror");
//! assert!(Locale::En.say(&refusal).contains("mirror"));
//! assert_ne!(Locale::ZhCn.say(&refusal), Locale::En.say(&refusal));
//! ```

pub mod font;
mod shorten;
pub mod wrap;

use crate::vocabulary::{AnyText, Message, Value};
pub use crate::vocabulary::{Locale, UnknownLocale};
pub use fluent::{FluentArgs, FluentValue};
use fluent::{FluentResource, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
pub use shorten::shortened;
use std::borrow::Cow;
use std::sync::OnceLock;

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// What a language has to say. Whoever makes sentences asks for this trait by name; the core never does.
pub trait Texts: Copy {
    /// A day without its year: 3月9日, 9 Mar.
    fn day(self, on: jiff::civil::Date) -> String;

    /// The text `id` (`message` or `message.attribute`) without arguments.
    fn text(self, id: &str) -> Cow<'static, str>;

    /// The text `id` with arguments, e.g. from [`args!`](crate::args).
    fn text_with(self, id: &str, args: &FluentArgs) -> Cow<'static, str>;

    /// The text `id`, or `None` where there is no such message.
    fn find(self, id: &str, args: Option<&FluentArgs>) -> Option<Cow<'static, str>>;

    /// The attributes of a message, each with its text; none where there is no such message.
    fn attributes(self, id: &str) -> Vec<(&'static str, String)>;

    /// The message in this language, with all that is inside it.
    fn say(self, message: &Message) -> String;

    /// The same, or `None` where there is no such text.
    fn say_if_known(self, message: &Message) -> Option<String>;

    /// An author's words, or the engine's own, in this language.
    fn words(self, text: &AnyText) -> Cow<'_, str>;
}

impl Texts for Locale {
    fn day(self, on: jiff::civil::Date) -> String {
        match self {
            Self::ZhCn => format!("{}月{}日", on.month(), on.day()),
            Self::En => on.strftime("%-d %b").to_string(),
        }
    }

    fn text(self, id: &str) -> Cow<'static, str> {
        format(self, id, None)
    }

    fn text_with(self, id: &str, args: &FluentArgs) -> Cow<'static, str> {
        format(self, id, Some(args))
    }

    fn find(self, id: &str, args: Option<&FluentArgs>) -> Option<Cow<'static, str>> {
        let bundle = bundle(self);
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        let message = bundle.get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        Some(Cow::Owned(bundle.format_pattern(pattern, args, &mut errors).into_owned()))
    }

    fn attributes(self, id: &str) -> Vec<(&'static str, String)> {
        let bundle = bundle(self);
        let Some(message) = bundle.get_message(id) else { return Vec::new() };
        let attributes = message.attributes();
        attributes
            .map(|one| (one.id(), bundle.format_pattern(one.value(), None, &mut Vec::new()).into_owned()))
            .collect()
    }

    fn say(self, message: &Message) -> String {
        self.text_with(&message.id, &arguments(self, &message.args)).into_owned()
    }

    fn say_if_known(self, message: &Message) -> Option<String> {
        self.find(&message.id, Some(&arguments(self, &message.args))).map(Cow::into_owned)
    }

    fn words(self, text: &AnyText) -> Cow<'_, str> {
        match text {
            AnyText::Author(text) => Cow::Borrowed(text.get(self)),
            AnyText::Own(message) => Cow::Owned(self.say(message)),
        }
    }
}

fn arguments(locale: Locale, args: &[(&'static str, Value)]) -> FluentArgs<'static> {
    args.iter().map(|(name, value)| (*name, argument(locale, value))).collect()
}

fn argument(locale: Locale, value: &Value) -> FluentValue<'static> {
    match value {
        Value::Number(number) => (*number).into(),
        other => plain(locale, other).into(),
    }
}

fn plain(locale: Locale, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Day(day) => locale.day(*day),
        Value::Message(message) => locale.say(message),
        Value::List { of, between } => {
            let said: Vec<_> = of.iter().map(|one| plain(locale, one)).collect();
            said.join(&locale.text(between))
        }
        Value::Written(texts) => texts[locale as usize].clone(),
    }
}

fn format(locale: Locale, id: &str, args: Option<&FluentArgs>) -> Cow<'static, str> {
    // A missing message is a bug that `tests/house/texts.rs` finds; a person still sees which.
    locale.find(id, args).unwrap_or_else(|| Cow::Owned(id.to_owned()))
}

/// The language of the system, English where it is neither Chinese nor English.
pub fn of_system() -> Locale {
    sys_locale::get_locales()
        .find_map(|tag| match tag.as_str() {
            "C" | "POSIX" => None,
            tag => tag.parse().ok(),
        })
        .unwrap_or(Locale::En)
}

/// The Fluent sources of one language: file name and text, in a fixed order.
pub fn sources(locale: Locale) -> Vec<(String, &'static str)> {
    let mut files: Vec<_> = FILES
        .get_dir(locale.tag())
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| Some((file.path().file_name()?.to_str()?.to_owned(), file.contents_utf8()?)))
        .collect();
    files.sort();
    files
}

fn bundle(locale: Locale) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 2] = [OnceLock::new(), OnceLock::new()];
    BUNDLES[locale as usize].get_or_init(|| {
        let langid = match locale {
            Locale::ZhCn => unic_langid::langid!("zh-CN"),
            Locale::En => unic_langid::langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![langid]);
        // Isolation marks show up as boxes in a terminal and in fonts without them.
        bundle.set_use_isolating(false);
        for (_, source) in sources(locale) {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
            // A message defined twice is found by `tests/house/texts.rs`.
            let _ = bundle.add_resource(resource);
        }
        bundle
    })
}
