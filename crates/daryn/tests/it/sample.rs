//! A small study in a folder of its own, and a way to run daryn on it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use serde_json::Value;
use tempfile::TempDir;

/// A study folder that is removed at the end of its test.
pub(crate) struct Sample {
    parent: TempDir,
    /// The study folder.
    pub(crate) dir: PathBuf,
}

impl Sample {
    /// A study that has one or two records of every kind and no problem.
    pub(crate) fn tiny() -> Sample {
        Sample::named("tiny")
    }

    /// The same in a folder of this name.
    pub(crate) fn named(name: &str) -> Sample {
        let sample = Sample::empty(name);
        for (file, text) in TINY {
            sample.write(file, text);
        }
        sample
    }

    /// What `daryn new` makes, not filled in.
    pub(crate) fn empty(name: &str) -> Sample {
        let parent = tempfile::tempdir().expect("a folder");
        let dir = parent.path().join(name);
        daryn(parent.path(), &["new", name]).ends(0);
        Sample { parent, dir }
    }

    /// A study whose report has been made.
    pub(crate) fn with_report() -> Sample {
        let sample = Sample::tiny();
        sample.daryn(&["run"]).ends(0);
        sample
    }

    /// A path outside the study folder that is removed with it.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.parent.path().join(name)
    }

    /// Runs daryn in the study folder.
    pub(crate) fn daryn(&self, arguments: &[&str]) -> Ran {
        daryn(&self.dir, arguments)
    }

    /// The text of a file.
    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.dir.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Writes a file.
    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.dir.join(file), text).unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Replaces a text that stands in a file.
    pub(crate) fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} holds no {from}");
        self.write(file, &text.replace(from, to));
    }

    /// Every file below the study folder except what daryn keeps for itself, with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = files_below(&self.dir);
        files.retain(|name, _| !name.starts_with(".daryn/"));
        files
    }

    /// When each file below a folder of the study was last written.
    pub(crate) fn times(&self, folder: &str) -> BTreeMap<String, SystemTime> {
        let folder = self.dir.join(folder);
        let names = files_below(&folder).into_keys();
        let time = |name: &str| fs::metadata(folder.join(name)).and_then(|meta| meta.modified());
        names.map(|name| (name.clone(), time(&name).expect("a time"))).collect()
    }
}

/// A command that runs daryn in a folder, in English whatever the system speaks.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("daryn"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    // Nothing is left in the folders of who runs the tests.
    command.env("DARYN_CACHE", concat!(env!("CARGO_TARGET_TMPDIR"), "/cache"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command
}

/// Runs daryn in a folder.
pub(crate) fn daryn(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(&mut command(folder, arguments))
}

/// How a run of daryn ended.
pub(crate) struct Ran {
    /// Exit code; `None` where it was killed.
    pub(crate) code: Option<i32>,
    /// What it printed to stdout.
    pub(crate) out: String,
    /// What it printed to stderr.
    pub(crate) err: String,
}

impl Ran {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Ran {
        let output = command.output().expect("daryn runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        // A slow machine is told how far a run is; what a test compares may not depend on that.
        let progress = |line: &&str| {
            let (done, rest) = line.split_once('/').unwrap_or_default();
            let total = rest.split_once(' ').unwrap_or_default().0;
            let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            number(done) && number(total)
        };
        let err =
            text(output.stderr).split_inclusive('\n').filter(|line| !progress(line)).collect();
        Ran { code: output.status.code(), out: text(output.stdout), err }
    }

    /// Asserts the exit code.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// stdout as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// Codes of the problems that were printed as JSON.
    #[track_caller]
    pub(crate) fn codes(&self) -> Vec<String> {
        let json = self.json();
        let problems = json["diagnostics"].as_array().expect("a list of problems");
        problems.iter().map(|problem| problem["code"].as_str().expect("a code").into()).collect()
    }
}

/// Real data that are not part of the project; nothing, and a note, where they are not at hand.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("DARYN_SHARED").map_or_else(beside, PathBuf::from);
    let path = root.join("data").join(name);
    if !path.exists() {
        // Not captured with the output of the test: a skip is always seen.
        let _ = writeln!(std::io::stderr(), "SKIPPED: {} is not at hand", path.display());
        return None;
    }
    Some(path)
}

/// Every file below a folder by its name, with `/` between folders.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy();
                files.insert(name.replace('\\', "/"), fs::read(&path).expect("read"));
            }
        }
    }
    files
}

/// Changes one byte of a file to another one that keeps UTF-8 valid.
pub(crate) fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).expect("read");
    bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' };
    fs::write(path, bytes).expect("written");
}

/// Files of the tiny study; those that are not here stay as `daryn new` made them.
pub(crate) const TINY: [(&str, &str); 17] = [
    (
        "study.toml",
        r#"[study]
id = "tiny"
title_en = "A tiny study"
title_ru = "Маленькое исследование"
title_kk = "Шағын зерттеу"
question_en = "Did the share of returning students grow?"
question_ru = "Выросла ли доля возвратившихся студентов?"
question_kk = "Оралған студенттердің үлесі өсті ме?"
policy_en = "the scholarship policy"
policy_ru = "политика стипендий"
policy_kk = "шәкіртақы саясаты"
country = "KZ"
period_start = 2018
period_end = 2025
comparators = ["PL"]
languages = ["en", "ru", "kk"]
authors = ["A. Author"]
seed = 1
seen_on = 2026-01-31

[[study.charts]]
id = "returns"
indicator = "RETURN"
series = ["return-kz"]

[files]
documents = "documents.csv"
measures = "measures.csv"
bodies = "bodies.csv"
statistics = "statistics.csv"
indicators = "indicators.csv"
definitions = "definitions.csv"
units = "units.csv"
sources = "sources.csv"
areas = "areas.csv"
targets = "targets.csv"
practices = "practices.csv"
effects = "effects.csv"
references = "references.csv"
searches = "searches.csv"
events = "events.csv"
hypotheses = "hypotheses.toml"
rules = "rules.toml"
recommendations = "recommendations.toml"
other = ["README.md"]
"#,
    ),
    (
        "documents.csv",
        "id,title_en,title_ru,title_kk,issuers,act_type,adopted,role,coverage,all_measures,source_url\n\
         D1,Decree on scholarships,Указ о стипендиях,Шәкіртақы туралы жарлық,MES,decree,\
         2019-03-01,corpus,whole,yes,https://example.org/d1\n",
    ),
    (
        "measures.csv",
        "id,document,text_en,text_ru,text_kk,domain,functions,polarity,instrument,bodies,\
         target_value,target_unit_en,target_unit_ru,target_unit_kk,target_year,evidence_kind,locator,source_url\n\
         M1,D1,Pay for the way home,Оплатить дорогу домой,Үйге қайту жолын төлеу,education,return,\
         supports,financial,MES,60,%,%,%,2022,act_text,p. 3,https://example.org/d1\n",
    ),
    (
        "bodies.csv",
        "id,name_en,name_ru,name_kk,kind\n\
         MES,Ministry of Education,Министерство образования,Білім министрлігі,ministry\n",
    ),
    (
        "statistics.csv",
        "indicator,ref_area,time_period,obs_value,unit,source,series,derived,doubtful,kind,\
         source_url\n\
         RETURN,KZ,2020,48.5,PC,BNS,return-kz,no,no,official,https://example.org/s\n\
         RETURN,KZ,2021,52.0,PC,BNS,return-kz,no,no,official,https://example.org/s\n\
         RETURN,KZ,2022,57.5,PC,BNS,return-kz,no,no,official,https://example.org/s\n",
    ),
    (
        "indicators.csv",
        "id,name_en,name_ru,name_kk,unit,direction\n\
         RETURN,Students who returned,Возвратившиеся студенты,Оралған студенттер,PC,up\n",
    ),
    (
        "definitions.csv",
        "id,text_en,text_ru,text_kk\n\
         SHARE,Share of those who left,Доля уехавших,Кеткендердің үлесі\n",
    ),
    (
        "units.csv",
        "id,name_en,name_ru,name_kk,symbol_en,symbol_ru,symbol_kk\nPC,per cent,процент,пайыз,%,%,%\n",
    ),
    (
        "sources.csv",
        "id,name_en,name_ru,name_kk,kind\n\
         BNS,Bureau of Statistics,Бюро статистики,Статистика бюросы,statistics_office\n",
    ),
    (
        "areas.csv",
        "code,name_en,name_ru,name_kk,aggregate\n\
         KZ,Kazakhstan,Казахстан,Қазақстан,no\n\
         PL,Poland,Польша,Польша,no\n",
    ),
    (
        "targets.csv",
        "id,measure,series,unit,comparable,reason_en,reason_ru,reason_kk,direction\n\
         T1,M1,return-kz,PC,yes,Same students,Те же студенты,Сол студенттер,up\n",
    ),
    (
        "practices.csv",
        "id,name_en,name_ru,name_kk,country,functions,results_en,results_ru,results_kk,grade,\
         references,source_url\n\
         P1,Return grants,Гранты на возврат,Қайту гранттары,PL,return,210 grants,210 грантов,\
         210 грант,D,R1,https://example.org/p\n",
    ),
    (
        "references.csv",
        "id,work,year,statement_en,statement_ru,statement_kk\n\
         R1,\"Nowak, A. Coming home\",2021,210 grants were paid,Выплачено 210 грантов,\
         210 грант төленді\n",
    ),
    (
        "searches.csv",
        "id,date,what_en,what_ru,what_kk,place_en,place_ru,place_kk,result,concerns\n\
         S1,2026-01-31,Budget of the decree,Бюджет указа,Жарлықтың бюджеті,example.org,example.org,\
         example.org,not_found,M1\n",
    ),
    (
        "hypotheses.toml",
        r#"[[hypothesis]]
id = "H1"
chapter = "effectiveness"
statement_en = "The share of returning students stays below its target"
statement_ru = "Доля возвратившихся студентов остаётся ниже цели"
statement_kk = "Оралған студенттердің үлесі мақсаттан төмен"
rule = "R1"
gap_en = "The target was not met in its year"
gap_ru = "Цель не достигнута в свой год"
gap_kk = "Мақсатқа өз жылында жеткен жоқ"

[[hypothesis.predictions]]
id = "H1.a"
text_en = "The last value is at most 59.9"
text_ru = "Последнее значение не больше 59,9"
text_kk = "Соңғы мән 59,9-дан аспайды"
test = "series_value"
series = ["return-kz"]
at_most = 59.9
reason_en = "The target is 60"
reason_ru = "Цель равна 60"
reason_kk = "Мақсат 60-қа тең"
"#,
    ),
    (
        "rules.toml",
        r#"[[rule]]
id = "R1"
min_testable = 1
supported_from = 75
contradicted_to = 25
reason_en = "Most predictions decide"
reason_ru = "Решает большинство предсказаний"
reason_kk = "Болжамдардың көбі шешеді"
"#,
    ),
    (
        "recommendations.toml",
        r#"[[recommendation]]
id = "A1"
gap = "H1"
text_en = "Pay return grants"
text_ru = "Выплачивать гранты на возврат"
text_kk = "Қайту гранттарын төлеу"
practices = ["P1"]
feasibility = 3
speed = 4
reason_en = "The ministry pays already"
reason_ru = "Министерство уже платит"
reason_kk = "Министрлік қазірдің өзінде төлейді"

[ranking]
draws = 200
"#,
    ),
];
