//! What the parts of a row mean: its value, time and status. What is not understood is an error.

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Diagnostic, Period};
use daryn_stats::codes::{period, unit};
use daryn_stats::number::{self, DecimalMark, Meaning, Reading};
use daryn_stats::{Components, Role, Row};

/// Components that name a status where an extract names none.
const STATUSES: [&str; 7] =
    ["OBS_STATUS", "obs_status", "status", "STATUS", "OBS_FLAG", "flag", "qualifier"];
/// Components that name the power of ten by which values are multiplied.
const MULTIPLIERS: [&str; 3] = ["UNIT_MULT", "UNIT_MULTIPLIER", "POWERCODE"];

/// A row and how an extract reads it.
pub(super) struct Understood<'a> {
    pub(super) extract: &'a Extract,
    pub(super) row: &'a Row,
    pub(super) components: &'a Components,
    /// Whether a mapping made the row: only then are `NUMBER` and the like its own words.
    pub(super) is_mapped: bool,
    /// Name of the file.
    pub(super) file: &'a str,
}

impl<'a> Understood<'a> {
    /// The first value of a component on the lowest level on which it has one.
    pub(super) fn component(&self, name: &str) -> Option<&'a str> {
        value(self.row, self.components, name)
    }

    fn problem(&self, code: &str, found: &str) -> Diagnostic {
        Diagnostic::error(code, self.file, 0).with("found", found)
    }

    /// The value as it stands in the file.
    pub(super) fn literal(&self) -> Option<&'a str> {
        match &self.extract.value {
            Some(component) => self.component(component),
            None => self.row.value(),
        }
    }

    /// The time.
    pub(super) fn period(&self) -> Result<Period, Diagnostic> {
        let normal = || {
            let parts = self.row.parts().filter(|(part, _)| part.role == Role::Extra);
            let named = |part: &daryn_stats::Part| self.components.name(part.component) == "PERIOD";
            parts.filter(|(part, _)| named(part)).map(|(_, value)| value).next()
        };
        let text = match &self.extract.period {
            Some(component) => self.component(component),
            None => normal().or_else(|| self.row.of_role(Role::Period)),
        };
        let text = text.ok_or_else(|| self.problem("extract-period", ""))?;
        let academic = || period::academic(text, 9);
        let found = match self.extract.academic {
            Some(true) => academic(),
            _ => period::of(text),
        };
        found.map(|period| period.to_model()).ok_or_else(|| self.problem("extract-period", text))
    }

    /// The value: none where the source has none.
    pub(super) fn number(&self) -> Result<Option<Decimal>, Diagnostic> {
        let literal = self.literal().unwrap_or_default();
        let read = self.read(literal)?;
        let number = match read.meaning {
            Meaning::Number(number) => number,
            Meaning::Missing(_) => return Ok(None),
            // A mapping knows marks of what is missing that are the source's own.
            _ if self.is_mapped && self.component("OBS_MISSING").is_some() => return Ok(None),
            _ => return Err(self.problem("extract-value", literal)),
        };
        let shown = self.component("SHOWN").filter(|_| self.is_mapped);
        let is_shown = shown.is_some_and(|shown| shown.trim_end().ends_with('%'));
        if (read.is_percent || is_shown) && self.extract.percent != Some(true) {
            let found = shown.filter(|_| is_shown).unwrap_or(literal);
            return Err(self.problem("extract-percent", found));
        }
        let scale = self.extract.scale.and_then(|scale| i32::try_from(scale).ok()).unwrap_or(0);
        let scale = if is_shown { scale + 2 } else { scale };
        let number = match scale {
            0 => Some(number),
            scale => unit::shift(&number.plain(), scale).and_then(|text| Decimal::parse(&text)),
        };
        let number = match self.extract.decimals.and_then(|digits| usize::try_from(digits).ok()) {
            Some(digits) => number.and_then(|number| with_decimals(&number, digits)),
            None => number,
        };
        number.map(Some).ok_or_else(|| self.problem("extract-value", literal))
    }

    /// What a literal means. A mark that may be the decimal one or not is never guessed.
    fn read(&self, literal: &'a str) -> Result<Reading<'a>, Diagnostic> {
        if self.is_mapped {
            let literal = self.component("NUMBER").unwrap_or(literal);
            return Ok(number::read(literal, Some(DecimalMark::Point)));
        }
        let is_comma = self.extract.decimal_mark.as_deref() == Some(",");
        let (mark, other) =
            if is_comma { (DecimalMark::Comma, '.') } else { (DecimalMark::Point, ',') };
        let own = if is_comma { ',' } else { '.' };
        let is_unsure = literal.contains(other) && !(is_comma && literal.contains(own));
        let read = number::read(literal, Some(mark));
        match read.meaning {
            Meaning::Number(_) if is_unsure => Err(self.problem("extract-value", literal)),
            _ => Ok(read),
        }
    }

    /// The power of ten that the row names; an error where it is none.
    pub(super) fn multiplier(&self) -> Result<Option<i32>, Diagnostic> {
        let named = MULTIPLIERS.iter().find_map(|name| self.component(name));
        named
            .map(|text| unit::multiplier(text).ok_or_else(|| self.problem("extract-scale", text)))
            .transpose()
    }

    /// The status that the source gives, by its component or by a mark behind the value.
    pub(super) fn status(&self) -> Result<Option<ObsStatus>, Diagnostic> {
        let component = match self.extract.status.as_deref() {
            Some(name) => self.component(name),
            None => STATUSES.iter().find_map(|name| self.component(name)),
        };
        let literal = self.literal().unwrap_or_default();
        let marks = if self.is_mapped { "" } else { number::read(literal, None).flags };
        let found = component.filter(|code| !code.is_empty()).unwrap_or(marks);
        if found.is_empty() {
            return Ok(None);
        }
        let own = self.extract.statuses.0.get(found).and_then(|codes| codes.first());
        let code = own.map_or(found, String::as_str);
        if code.is_empty() {
            return Ok(None);
        }
        let known = ObsStatus::ALL.iter().find(|status| status.code() == code);
        known.copied().map(Some).ok_or_else(|| {
            let codes: Vec<&str> = ObsStatus::ALL.iter().map(|one| one.code()).collect();
            self.problem("extract-status", found).with("known", codes.join(", "))
        })
    }
}

/// The value of a component on the lowest level on which it has one.
pub(super) fn value<'a>(row: &'a Row, components: &Components, name: &str) -> Option<&'a str> {
    row.lowest(components.find(name)?)
}

/// A number with so many digits behind the mark; `None` where digits that say something would go.
fn with_decimals(number: &Decimal, digits: usize) -> Option<Decimal> {
    let plain = number.plain();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (kept, rest) = fraction.split_at_checked(digits).unwrap_or((fraction, ""));
    if rest.bytes().any(|digit| digit != b'0') {
        return None;
    }
    let literal = match digits {
        0 => whole.to_owned(),
        digits => format!("{whole}.{kept:0<digits$}"),
    };
    Decimal::parse(&literal)
}
