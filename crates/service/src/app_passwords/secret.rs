//! The secret of an app password: twenty symbols of thirty-two, so a hundred bits.

use crate::runtime::typed_secret::TypedSecret;

/// A text that has the shape of an app password. An ordinary password is told apart by it, for free.
pub(crate) type Shaped = TypedSecret<20>;

#[cfg(test)]
mod tests {
    use super::Shaped;

    #[test]
    fn every_way_of_typing_it_is_the_same_secret() {
        for text in [
            "k7mf2c9wqp4t0r1xhn8d",
            "K7MF2C9WQP4T0R1XHN8D",
            "k7mf-2c9w-qp4t-0r1x-hn8d",
            " k7mf 2c9w qp4t orix hn8d ",
            "k7mf2c9wqp4tOrLxhn8d",
        ] {
            assert_eq!(Shaped::parse(text).unwrap().canonical(), "k7mf2c9wqp4t0r1xhn8d", "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_app_passwords() {
        for text in
            ["", "correct horse battery", "k7mf2c9wqp4t0r1xhn8", "k7mf2c9wqp4t0r1xhn8dd", "k7mf2c9wqp4t0r1xhn8ü"]
        {
            assert!(Shaped::parse(text).is_none(), "{text}");
        }
    }
}
