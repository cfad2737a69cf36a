//! The page of a country as plain text.

use daryn_indicators::profile::{Entry, Shown};

use super::Page;

impl Page<'_> {
    /// The page as plain text.
    pub fn text(&self) -> String {
        let mut lines = vec![self.say("profile-title", &[("area", &self.area(self.profile.area))])];
        for theme in self.themes() {
            let name = self.catalogue.text("theme", theme).map(|text| self.speaker.text(text));
            lines.extend([String::new(), name.unwrap_or_default()]);
            for entry in &self.profile.entries {
                if self.catalogue.indicators[entry.place].theme.0 == theme {
                    self.entry_lines(entry, &mut lines);
                }
            }
        }
        for parts in &self.profile.parts {
            lines.push(String::new());
            let place = self.catalogue.place(self.table.text(parts.indicator));
            let name = place.map(|place| self.measured(place)).unwrap_or_default();
            let period = parts.parts.first().map(|(_, shown)| self.when(shown.period));
            lines.push(format!("{name}, {}", period.unwrap_or_default()));
            lines.extend(
                parts
                    .parts
                    .iter()
                    .map(|(part, shown)| format!("  {}: {}", self.part(part), self.figure(shown))),
            );
        }
        for (indicator, found) in &self.profile.partners {
            lines.push(String::new());
            let place = self.catalogue.place(self.table.text(*indicator));
            let name = place.map(|place| self.measured(place)).unwrap_or_default();
            let source = self.source_name(found.source);
            lines.push(format!("{name}, {}, {source}", self.when(found.period)));
            lines.extend(found.partners.iter().map(|one| {
                let share = one.share.map(|share| format!(" ({})", self.percent(share)));
                let (area, value) = (self.area(one.partner), self.value(one));
                format!("  {area}: {value}{}", share.unwrap_or_default())
            }));
        }
        if !self.profile.doubtful.is_empty() {
            lines.extend([String::new(), self.word("profile-doubtful")]);
            lines.extend(
                self.profile.doubtful.iter().map(|one| format!("  {}", self.doubtful(one))),
            );
        }
        lines.extend([String::new(), self.word("profile-missing")]);
        lines.extend(
            self.profile
                .missing
                .iter()
                .map(|place| format!("  {}: {}", self.name(*place), self.publishers(*place))),
        );
        lines.extend([String::new(), self.word("profile-marks")]);
        lines.join("\n")
    }

    fn entry_lines(&self, entry: &Entry, lines: &mut Vec<String>) {
        let latest = entry.latest().map(|shown| self.dated(shown)).unwrap_or_default();
        let name = self.measured(entry.place);
        lines.push(format!("  {name}: {latest}; {}; {}", self.trend(entry), self.source(entry)));
        lines.extend(self.in_doubt(entry).map(|told| format!("    {told}")));
        let beside: Vec<String> = self
            .profile
            .comparators
            .iter()
            .zip(&entry.beside)
            .filter_map(|(area, shown)| Some((area, shown.as_ref()?)))
            .map(|(area, shown)| {
                let other = self.other_source(entry, shown);
                let other = other.map(|source| format!(", {source}")).unwrap_or_default();
                format!("{}: {}{other}", self.area(*area), self.dated(shown))
            })
            .collect();
        if !beside.is_empty() {
            lines.push(format!("    {}", beside.join("; ")));
        }
    }

    fn dated(&self, shown: &Shown) -> String {
        format!("{} ({})", self.figure(shown), self.when(shown.period))
    }
}
