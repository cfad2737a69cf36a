//! Bytes that somebody calls statistics in CSV or JSON. Readers end, every place lies in the bytes
//! and in their order, and what was read, written as SDMX-CSV and read again is the same.
#![no_main]

use daryn_stats::sdmx;
use daryn_stats::services::{
    self, Options, data_package, dbnomics, ilostat, json_stat, taldau, uis, un_sdg, world_bank,
};
use daryn_stats::write::sdmx_csv::{Survey, Writer};
use daryn_stats::{Action, Annotation, Components, Role, Row, Sink, Source, Stop, Told};
use libfuzzer_sys::fuzz_target;

type Parts = Vec<(String, Role, String, String)>;

#[derive(Default)]
struct Rows {
    all: Vec<(Parts, Action, Vec<Annotation>)>,
    bytes: Option<u64>,
}

impl Sink for Rows {
    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        if let Some(bytes) = self.bytes {
            assert!(row.place.start <= row.place.end && row.place.end <= bytes);
        }
        let mut parts: Parts = row
            .parts()
            .map(|(part, value)| {
                let name = components.name(part.component).to_owned();
                (name, part.role, row.language(part).to_owned(), value.replace('\0', "\u{fffd}"))
            })
            .collect();
        parts.sort_by(|a, b| a.0.cmp(&b.0));
        self.all.push((parts, row.action, row.annotations.clone()));
        if self.all.len() > 10_000 { Err(Stop) } else { Ok(()) }
    }
}

fuzz_target!(|input: &[u8]| {
    let Some((first, rest)) = input.split_first() else { return };
    services::tell(rest);
    sdmx::csv::tell(rest);
    sdmx::json::tell(rest);
    let source = Source::bytes("nowhere/a", rest.to_vec());
    let _ = services::tell_archive(&source);
    let options = Options::default();
    let read = |sink: &mut dyn Sink| -> Told {
        match first % 13 {
            0 => sdmx::csv::read(&source, &sdmx::csv::Options::default(), sink),
            1 => sdmx::json::read(&source, &sdmx::json::Options, sink),
            2 => uis::read_json(&source, &options, sink),
            3 => uis::read_csv(&source, &options, sink),
            4 => world_bank::read_json(&source, &options, sink),
            5 => world_bank::read_csv(&source, &options, sink),
            6 => un_sdg::read_json(&source, &options, sink),
            7 => un_sdg::read_csv(&source, &options, sink),
            8 => ilostat::read(&source, &options, sink),
            9 => dbnomics::read(&source, &options, sink),
            10 => json_stat::read(&source, &options, sink),
            11 => taldau::read(&source, &options, sink),
            _ => data_package::read(&source, &options, sink),
        }
    };
    let is_packed = rest.starts_with(b"PK") || rest.starts_with(&[0x1f, 0x8b]);
    let mut rows = Rows { bytes: (!is_packed).then_some(rest.len() as u64), ..Rows::default() };
    read(&mut rows);
    if rows.all.len() > 10_000 {
        return;
    }
    let mut survey = Survey::default();
    read(&mut survey);
    let mut writer = Writer::new(Vec::new(), survey);
    read(&mut writer);
    let written = Source::bytes("again", writer.finish().expect("written"));
    let mut again = Rows::default();
    sdmx::csv::read(&written, &sdmx::csv::Options::default(), &mut again);
    assert_eq!(again.all, rows.all);
});
