//! Names that stand twice in one object of JSON: readers take one of the two in silence.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// The first name that stands twice in one object.
pub(crate) fn twice(json: &[u8]) -> Option<String> {
    let mut found = None;
    let mut reader = serde_json::Deserializer::from_slice(json);
    // What cannot be read has been told by then.
    let _ = Look(&mut found).deserialize(&mut reader);
    found
}

/// Looks through a value and keeps nothing of it.
struct Look<'f>(&'f mut Option<String>);

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            map.next_value_seed(Look(&mut *self.0))?;
            if self.0.is_none() && names.contains(&name) {
                *self.0 = Some(name);
            } else {
                names.insert(name);
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Look(&mut *self.0))?.is_some() {}
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_stands_twice_is_found_wherever_it_is() {
        let check = |json: &str, name: Option<&str>| {
            assert_eq!(twice(json.as_bytes()).as_deref(), name, "{json}");
        };
        check(r#"[{"a":1},{"a":2,"b":{"a":[null,true,1.5,"x",-1]}}]"#, None);
        check(r#"{"a":1,"b":2,"a":3}"#, Some("a"));
        check(r#"{"r":[{"қ":{"y":1,"y":1}}]}"#, Some("y"));
        check(r#"{"a":1"#, None);
    }
}
