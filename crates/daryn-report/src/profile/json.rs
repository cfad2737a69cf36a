//! The page of a country for programs.

use daryn_indicators::partners::Partner;
use daryn_indicators::profile::Shown;
use daryn_indicators::when;
use serde_json::{Value, json};

use super::Page;

impl Page<'_> {
    /// The page for programs.
    pub fn json(&self) -> Value {
        let figure = |shown: &Shown| {
            json!({
                "period": when(shown.period),
                "value": shown.value,
                "status": self.table.status(shown.id),
                "support": self.table.support(shown.id),
            })
        };
        let entries: Vec<Value> = self
            .profile
            .entries
            .iter()
            .map(|entry| {
                let one = &self.catalogue.indicators[entry.place];
                let beside =
                    self.profile.comparators.iter().zip(&entry.beside).map(|(area, shown)| {
                        json!({
                            "area": self.table.text(*area),
                            "figure": shown.as_ref().map(figure),
                            "source": shown.as_ref().map(|shown| {
                                let series = &self.table.series[shown.id.0 as usize];
                                self.table.text(series.source)
                            }),
                        })
                    });
                json!({
                    "indicator": one.id.0,
                    "theme": one.theme.0,
                    "name": self.speaker.text(&one.name),
                    "unit": one.unit.0,
                    "source": self.table.text(entry.source),
                    "reason": entry.reason.code(),
                    "sources": entry.sources,
                    // In percent, as in tables of sources.
                    "spread": entry.spread.map(|spread| spread * 100.0),
                    "latest": entry.latest().map(figure),
                    "values": entry.values.iter().map(figure).collect::<Vec<_>>(),
                    "doubtful": entry.in_doubt.iter().map(figure).collect::<Vec<_>>(),
                    "comparators": beside.collect::<Vec<_>>(),
                })
            })
            .collect();
        let parts = self.profile.parts.iter().map(|parts| {
            let of =
                |(name, shown): &(String, Shown)| json!({ "part": name, "figure": figure(shown) });
            json!({
                "indicator": self.table.text(parts.indicator),
                "source": self.table.text(parts.source),
                "parts": parts.parts.iter().map(of).collect::<Vec<_>>(),
            })
        });
        let partners = self.profile.partners.iter().map(|(indicator, found)| {
            let of = |one: &Partner| {
                json!({
                    "partner": self.table.text(one.partner),
                    "value": one.value,
                    "status": self.table.status(one.id),
                    // 0 to 1; null where shares are not defined.
                    "share": one.share,
                    "support": self.table.support(one.id),
                })
            };
            json!({
                "indicator": self.table.text(*indicator),
                "source": self.table.text(found.source),
                "period": when(found.period),
                "moves": found.moves.map(|moves| moves.code()),
                "total": found.total,
                "partners": found.partners.iter().map(of).collect::<Vec<_>>(),
            })
        });
        let doubtful = self.profile.doubtful.iter().map(|one| {
            json!({
                "indicator": self.catalogue.indicators[one.place].id.0,
                "source": self.table.text(one.source),
                "part": (!one.part.is_empty()).then_some(&one.part),
                "unit": self.catalogue.indicators[one.place].unit.0,
                "figures": one.values.iter().map(figure).collect::<Vec<_>>(),
            })
        });
        let id = |place: &usize| self.catalogue.indicators[*place].id.0.clone();
        json!({
            "area": self.table.text(self.profile.area),
            "indicators": entries,
            "parts": parts.collect::<Vec<_>>(),
            "partners": partners.collect::<Vec<_>>(),
            "doubtful": doubtful.collect::<Vec<_>>(),
            "missing": self.profile.missing.iter().map(id).collect::<Vec<_>>(),
        })
    }
}
