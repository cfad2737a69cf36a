//! The formats that are read.

use std::fmt;

macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// What sort of file it is, told by what stands in it and not by its name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Format { $($(#[$doc])* $variant),+ }

        impl Format {
            /// All formats.
            pub const ALL: &[Format] = &[$(Format::$variant),+];

            /// What it is called.
            pub fn name(self) -> &'static str {
                match self { $(Format::$variant => $name),+ }
            }
        }
    };
}

formats! {
    /// SDMX-ML 2.1, structures: code lists, concepts, data structures, constraints.
    SdmxMl21Structure = "SDMX-ML 2.1 Structure",
    /// SDMX-ML 2.1, generic data.
    SdmxMl21Generic = "SDMX-ML 2.1 GenericData",
    /// SDMX-ML 2.1, generic data with time series only.
    SdmxMl21GenericTimeSeries = "SDMX-ML 2.1 GenericTimeSeriesData",
    /// SDMX-ML 2.1, structure-specific data.
    SdmxMl21Specific = "SDMX-ML 2.1 StructureSpecificData",
    /// SDMX-ML 2.1, structure-specific data with time series only.
    SdmxMl21SpecificTimeSeries = "SDMX-ML 2.1 StructureSpecificTimeSeriesData",
    /// SDMX-ML 2.1, generic metadata.
    SdmxMl21GenericMetadata = "SDMX-ML 2.1 GenericMetadata",
    /// SDMX-ML 2.1, structure-specific metadata.
    SdmxMl21SpecificMetadata = "SDMX-ML 2.1 StructureSpecificMetadata",
    /// SDMX-ML 2.1 or 3.0, an error message.
    SdmxMlError = "SDMX-ML Error",
    /// SDMX-ML 3.0, structures.
    SdmxMl30Structure = "SDMX-ML 3.0 Structure",
    /// SDMX-ML 3.0, structure-specific data.
    SdmxMl30Specific = "SDMX-ML 3.0 StructureSpecificData",
    /// SDMX-CSV 1.0.
    SdmxCsv10 = "SDMX-CSV 1.0",
    /// SDMX-CSV 2.0 and 2.1.
    SdmxCsv20 = "SDMX-CSV 2.0",
    /// SDMX-JSON 1.0 and the drafts before it.
    SdmxJson10 = "SDMX-JSON 1.0",
    /// SDMX-JSON 2.0.
    SdmxJson20 = "SDMX-JSON 2.0",
    /// JSON-stat 2.0.
    JsonStat = "JSON-stat 2.0",
    /// UNESCO Institute for Statistics, answer of the API.
    UisJson = "UIS JSON",
    /// UNESCO Institute for Statistics, a table of the bulk files.
    UisCsv = "UIS CSV",
    /// World Bank Indicators API v2, JSON.
    WorldBankJson = "World Bank JSON",
    /// World Bank, the CSV of a download, or the zip that holds it.
    WorldBankCsv = "World Bank CSV",
    /// UN SDG API, JSON.
    UnSdgJson = "UN SDG JSON",
    /// UN SDG database, CSV.
    UnSdgCsv = "UN SDG CSV",
    /// UN DESA International Migrant Stock, a workbook of 2019, 2020 or 2024.
    UnDesaStock = "UN DESA migrant stock",
    /// Eurostat, a table of its bulk download with tabs.
    EurostatTsv = "Eurostat TSV",
    /// ILOSTAT, CSV.
    IlostatCsv = "ILOSTAT CSV",
    /// DBnomics API v22, JSON.
    DbnomicsJson = "DBnomics JSON",
    /// Taldau of the Bureau of National Statistics of Kazakhstan, JSON.
    TaldauJson = "Taldau JSON",
    /// A repository of Open SDG: data, metadata, translations, configuration.
    OpenSdg = "Open SDG",
    /// A Frictionless data package.
    DataPackage = "Frictionless data package",
    /// A workbook that a mapping describes.
    Workbook = "workbook",
    /// A table of separated values that a mapping describes, or whose first row names columns.
    Csv = "CSV",
    /// A table out of a PDF, a Word file or a page.
    DocumentTable = "table of a document",
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_formats_have_one_name() {
        let mut names: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Format::ALL.len());
    }
}
