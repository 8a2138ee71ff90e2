//! The texts a person sees, in zh-CN and en, through Fluent.

pub mod font;
pub mod wrap;

pub use fluent_bundle::{FluentArgs, FluentValue};
use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::OnceLock;

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// A language of the interface. `ZhCn` is the first language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Locale {
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    #[serde(rename = "en")]
    En,
}

/// A language tag that Calmdesk has no texts for.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("unknown language `{0}`: known are zh-CN and en")]
pub struct UnknownLocale(pub String);

impl std::str::FromStr for Locale {
    type Err = UnknownLocale;
    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        match tag.split(['-', '_', '.']).next().map(str::to_ascii_lowercase).as_deref() {
            Some("zh") => Ok(Self::ZhCn),
            Some("en") => Ok(Self::En),
            _ => Err(UnknownLocale(tag.to_owned())),
        }
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl Locale {
    /// A day without its year: 3月9日, 9 Mar.
    pub fn day(self, on: jiff::civil::Date) -> String {
        match self {
            Self::ZhCn => format!("{}月{}日", on.month(), on.day()),
            Self::En => on.strftime("%-d %b").to_string(),
        }
    }

    pub const ALL: [Locale; 2] = [Locale::ZhCn, Locale::En];

    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of the system, English where it is neither Chinese nor English.
    pub fn of_system() -> Self {
        sys_locale::get_locales()
            .find_map(|tag| match tag.as_str() {
                "C" | "POSIX" => None,
                tag => tag.parse().ok(),
            })
            .unwrap_or(Self::En)
    }

    /// The text `id` (`message` or `message.attribute`) without arguments.
    pub fn text(self, id: &str) -> Cow<'static, str> {
        self.format(id, None)
    }

    /// The text `id` with arguments, e.g. from `fluent_args!`.
    pub fn text_with(self, id: &str, args: &FluentArgs) -> Cow<'static, str> {
        self.format(id, Some(args))
    }

    /// The text `id`, or `None` where there is no such message.
    pub fn find(self, id: &str, args: Option<&FluentArgs>) -> Option<Cow<'static, str>> {
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

    fn format(self, id: &str, args: Option<&FluentArgs>) -> Cow<'static, str> {
        // A missing message is a bug that `tests/locale.rs` finds; a person still sees which.
        self.find(id, args).unwrap_or_else(|| Cow::Owned(id.to_owned()))
    }
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
            // A message defined twice is found by `tests/locale.rs`.
            let _ = bundle.add_resource(resource);
        }
        bundle
    })
}

/// Builds Fluent arguments: `args!("name" => value, …)`.
#[macro_export]
macro_rules! args {
    ($($key:literal => $value:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut args = $crate::locale::FluentArgs::new();
        $(args.set($key, $value);)*
        args
    }};
}
