//! Makes the closed sets of codes: an enum, its text, and the list of all of them.

/// Declares a fieldless enum whose variants are stable codes in `snake_case`, with `ALL` and `as_str`.
///
/// The text is taken as a token: a literal would reach the derives inside of a group, where that of the OpenAPI description
/// does not find it and gives the variant's own name.
///
/// One declaration serves serde, the log, the TypeScript types and the test that every code has words in every
/// language, so that a code cannot exist in one of these places alone.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident => $text:tt,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every code, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code in JSON and in the log.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|code| code.as_str() == text).ok_or(())
            }
        }
    };
}
