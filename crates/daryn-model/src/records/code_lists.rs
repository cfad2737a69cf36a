//! Closed sets of codes that the records of a study use.

use crate::codes;

codes! {
    /// Whether a document belongs to the question or stands around it.
    pub enum Role {
        /// The documents that the question is about.
        Corpus = "corpus",
        /// May belong to the corpus; why is told in its note.
        Candidate = "candidate",
        /// Acts and statements around it.
        Register = "register",
    }
}

codes! {
    /// How much of a document was read.
    pub enum Coverage {
        /// Nothing: known from other pages.
        None = "none",
        /// Title, preamble or first page.
        Opening = "opening",
        /// All of it.
        Whole = "whole",
    }
}

codes! {
    /// What sort of text a document is.
    pub enum ActType {
        /// A decree of the head of state.
        Decree = "decree",
        /// A resolution of the government.
        Resolution = "resolution",
        /// A law.
        Law = "law",
        /// An order of a minister.
        Order = "order",
        /// An address of the head of state.
        Address = "address",
        /// A strategy.
        Strategy = "strategy",
        /// A speech, report or interview.
        Statement = "statement",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// What a measure is for.
    pub enum Function {
        /// Bring people in.
        Attract = "attract",
        /// Keep people.
        Retain = "retain",
        /// Bring own people back.
        Return = "return",
        /// A job, recognised degrees and use of skills after return.
        Reintegrate = "reintegrate",
        /// Let people come and go, work at a distance, keep ties.
        Circulate = "circulate",
        /// Educate and train.
        Train = "train",
        /// Count, register, report.
        Monitor = "monitor",
        /// Make bodies work together.
        Coordinate = "coordinate",
        /// None of these.
        Other = "other",
    }
}

codes! {
    /// Which way a measure pushes.
    pub enum Polarity {
        /// Makes the mobility of qualified people easier.
        Supports = "supports",
        /// A bar, a limit, a duty under sanction.
        Restricts = "restricts",
        /// Neither.
        Neutral = "neutral",
    }
}

codes! {
    /// The means of a measure.
    pub enum Instrument {
        /// Rules and permits.
        Regulatory = "regulatory",
        /// Money.
        Financial = "financial",
        /// Bodies, posts and procedures.
        Organisational = "organisational",
        /// Information.
        Informational = "informational",
    }
}

codes! {
    /// The field of policy of a measure.
    pub enum Domain {
        /// Migration.
        Migration = "migration",
        /// Labour.
        Labour = "labour",
        /// Education.
        Education = "education",
        /// Science and innovation.
        Innovation = "innovation",
        /// Diaspora.
        Diaspora = "diaspora",
        /// Another field.
        Other = "other",
    }
}

codes! {
    /// What a row on a measure rests on.
    pub enum EvidenceKind {
        /// Read in the act itself.
        ActText = "act_text",
        /// A state body's own page.
        OfficialRelease = "official_release",
        /// News, trade or university page.
        Press = "press",
        /// A speech, interview, draft or proposal: not a content of an act.
        Proposal = "statement_or_proposal",
        /// Not seen at all: kept to be checked, never evidence.
        Memory = "from_memory",
    }
}

codes! {
    /// What a deadline is.
    pub enum DeadlineKind {
        /// Set for this measure.
        Set = "set",
        /// Every year or quarter.
        Recurring = "recurring",
        /// Always.
        Continuous = "continuous",
        /// The end of the act's period, not set for the measure.
        Horizon = "horizon",
        /// Named in a proposal.
        Proposed = "proposed",
        /// Not seen.
        None = "none",
    }
}

codes! {
    /// Quality of the evidence on a practice.
    pub enum Grade {
        /// A causal design with a credible counterfactual.
        A = "A",
        /// A comparison group with selection left in.
        B = "B",
        /// A historical study or interviews.
        C = "C",
        /// Administrative counts.
        D = "D",
        /// A target or description only.
        E = "E",
    }
}

codes! {
    /// What sort of number was observed about a practice.
    pub enum EffectKind {
        /// An effect from a causal design.
        Effect = "effect",
        /// A comparison that leaves selection in.
        Association = "association",
        /// A count or rate without a comparison.
        Count = "count",
    }
}

codes! {
    /// How a recorded search ended.
    pub enum SearchResult {
        /// Found.
        Found = "found",
        /// Found in part.
        Partial = "partial",
        /// Looked for and not found.
        NotFound = "not_found",
    }
}

codes! {
    /// Who answers for a figure.
    pub enum FigureKind {
        /// Read at the official source.
        Official = "official",
        /// An official figure as a newspaper quotes it.
        ViaPress = "via_press",
        /// A newspaper's own figure.
        Press = "press",
        /// A number named as an aim.
        Target = "target",
        /// From a research database.
        Academic = "academic",
    }
}

codes! {
    /// Status of an observation, after the SDMX code list CL_OBS_STATUS.
    pub enum ObsStatus {
        /// Normal.
        Normal = "A",
        /// Break in the series before this point.
        Break = "B",
        /// Estimated or derived.
        Estimated = "E",
        /// Provisional.
        Provisional = "P",
        /// Low reliability, rounded or approximate.
        Unreliable = "U",
        /// Missing.
        Missing = "M",
    }
}

codes! {
    /// Which way of an indicator is held to be better by those who publish it.
    pub enum Direction {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
        /// Neither.
        None = "none",
    }
}

codes! {
    /// What sort of body publishes a source.
    pub enum SourceKind {
        /// A statistics office.
        StatisticsOffice = "statistics_office",
        /// An international organisation.
        International = "international",
        /// A ministry or agency.
        Ministry = "ministry",
        /// Press.
        Press = "press",
        /// Research.
        Academic = "academic",
    }
}

codes! {
    /// What sort of body takes part in a policy.
    pub enum BodyKind {
        /// Head of state and office.
        President = "president",
        /// Parliament.
        Parliament = "parliament",
        /// Government.
        Government = "government",
        /// Ministry.
        Ministry = "ministry",
        /// Agency or centre.
        Agency = "agency",
        /// Regional or local executive.
        Local = "local",
        /// Any other.
        Other = "other",
    }
}

codes! {
    /// The five questions, each a chapter.
    pub enum Question {
        /// How did the policy change from document to document?
        Evolution = "evolution",
        /// Who must do what, by when, with what money, measured how?
        Governance = "governance",
        /// Which SDG targets do the documents serve?
        Alignment = "alignment",
        /// Were the targets reached?
        Effectiveness = "effectiveness",
        /// What did other countries do?
        Practice = "practice",
    }
}

codes! {
    /// How a prediction is looked at.
    pub enum Test {
        /// Number of measures seen that pass the filter `of`.
        MeasureCount = "measure_count",
        /// Share of measures that pass `of` among those that pass `among`, in percent.
        MeasureShare = "measure_share",
        /// Median of the known parts of a measure, 0 to 6.
        KnownParts = "known_parts",
        /// Rank correlation of time and number of measures a document; needs documents read whole.
        CountTrend = "count_trend",
        /// Share of targets that fell due and were reached, in percent.
        TargetsReached = "targets_reached",
        /// Last value of a series less its first one, within the years asked for.
        SeriesChange = "series_change",
        /// Last value of a series within the years asked for.
        SeriesValue = "series_value",
        /// Share of years in which a series lies above 0, in percent.
        SeriesPositive = "series_positive",
        /// Last value of the country divided by the median of comparators in the same year.
        ComparatorRatio = "comparator_ratio",
        /// Number of practices with one of the functions and at least the grade.
        PracticeCount = "practice_count",
        /// Cannot be looked at with any evidence of the study; says what would be needed.
        Needs = "needs",
    }
}

codes! {
    /// Which documents a prediction is about.
    pub enum Scope {
        /// The corpus of the question.
        Corpus = "corpus",
        /// Corpus and candidates.
        Candidates = "candidates",
        /// Every document whose text was read whole.
        Whole = "whole",
        /// Every document of the study.
        All = "all",
    }
}
