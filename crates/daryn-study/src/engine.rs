//! The engine: a plan of stages, run in parallel, each only when something that it uses changed.
//!
//! A stage is a pure function of the bytes of its inputs. Its key is the digest of its name,
//! version, parameters, seed and the digests of its inputs; an output that comes out unchanged
//! stops the wave (early cut-off).

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::cache::Cache;
use crate::digest::Digest;
use crate::world::Failed;

/// Bytes that stages share.
pub type Bytes = Arc<Vec<u8>>;

/// What a stage reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file of the study, by its name relative to the study folder.
    File(String),
    /// The output of an earlier stage.
    Stage(String),
}

impl Input {
    /// An earlier stage.
    pub fn stage(name: &str) -> Input {
        Input::Stage(name.to_owned())
    }

    /// `file:NAME` or the name of the stage.
    pub fn name(&self) -> String {
        match self {
            Input::File(name) => format!("file:{name}"),
            Input::Stage(name) => name.clone(),
        }
    }
}

/// The function of a stage: input bytes in the order of the inputs, output bytes or a reason.
pub type Run<'a> = Box<dyn Fn(&[Bytes]) -> Result<Vec<u8>, String> + Send + Sync + 'a>;

/// One step of a plan.
pub struct Stage<'a> {
    /// Name, unique in the plan.
    pub name: String,
    /// Raised whenever the function may give other bytes for the same inputs.
    pub version: u32,
    /// Everything that the function uses beside its inputs.
    pub params: String,
    /// Seed of its random draws.
    pub seed: Option<u64>,
    /// What it reads.
    pub inputs: Vec<Input>,
    /// The function.
    pub run: Run<'a>,
}

/// Stages, each after those that it reads.
#[derive(Default)]
pub struct Plan<'a> {
    /// The stages.
    pub stages: Vec<Stage<'a>>,
}

/// What happened to a stage; recorded in the lock file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Name of the stage.
    pub name: String,
    /// Version of its function.
    pub version: u32,
    /// Digest of its parameters.
    pub params: Digest,
    /// Its seed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub seed: Option<u64>,
    /// Names and digests of its inputs.
    pub inputs: BTreeMap<String, Digest>,
    /// Digest of its output.
    pub output: Digest,
}

/// The result of a run.
#[derive(Default)]
pub struct Outcome {
    /// One record a stage, in the order of the plan.
    pub records: Vec<Record>,
    /// Outputs by stage.
    pub outputs: BTreeMap<String, Bytes>,
    /// Names of the stages whose function was called.
    pub ran: Vec<String>,
}

/// Why a run stopped.
#[derive(Debug)]
pub enum Failure {
    /// A stage reads a file or stage that is not there: a mistake in the plan.
    Plan(String),
    /// The function of a stage failed.
    Stage(String, String),
    /// An output could not be kept.
    Write(Failed),
}

/// Told when a stage is done: its name, how many are done, how many there are.
pub type Progress<'a> = &'a (dyn Fn(&str, usize, usize) + Sync);

/// Runs plans.
pub struct Engine<'a> {
    /// Where outputs are kept.
    pub cache: &'a Cache<'a>,
    /// Who is told about progress.
    pub progress: Progress<'a>,
}

impl Engine<'_> {
    /// Runs every stage of a plan on the files of a study.
    pub fn run(
        &self,
        plan: &Plan<'_>,
        files: &BTreeMap<String, Vec<u8>>,
    ) -> Result<Outcome, Failure> {
        self.go_on(plan, files, Outcome::default())
    }

    /// Runs those stages of a plan that an earlier run on the same files has not run yet: the
    /// earlier plan was a part of this one.
    pub fn go_on(
        &self,
        plan: &Plan<'_>,
        files: &BTreeMap<String, Vec<u8>>,
        earlier: Outcome,
    ) -> Result<Outcome, Failure> {
        let mut digests: BTreeMap<String, Digest> = BTreeMap::new();
        let mut outputs = earlier.outputs;
        for (name, bytes) in files {
            let name = format!("file:{name}");
            digests.insert(name.clone(), Digest::of(bytes));
            outputs.insert(name, Arc::new(bytes.clone()));
        }
        let done = AtomicUsize::new(earlier.records.len());
        let mut results: BTreeMap<String, (Record, bool)> = BTreeMap::new();
        for record in earlier.records {
            digests.insert(record.name.clone(), record.output.clone());
            let ran = earlier.ran.contains(&record.name);
            results.insert(record.name.clone(), (record, ran));
        }
        for level in levels(plan)? {
            let finished: Vec<(Record, Bytes, bool)> = level
                .par_iter()
                .filter(|stage| !results.contains_key(&stage.name))
                .map(|stage| {
                    let result = self.run_stage(stage, &digests, &outputs);
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    (self.progress)(&stage.name, done, plan.stages.len());
                    result
                })
                .collect::<Result<_, _>>()?;
            for (record, output, ran) in finished {
                digests.insert(record.name.clone(), record.output.clone());
                outputs.insert(record.name.clone(), output);
                results.insert(record.name.clone(), (record, ran));
            }
        }
        outputs.retain(|name, _| !name.starts_with("file:"));
        let (mut records, mut ran) = (Vec::new(), Vec::new());
        for stage in &plan.stages {
            if let Some((record, called)) = results.remove(&stage.name) {
                if called {
                    ran.push(record.name.clone());
                }
                records.push(record);
            }
        }
        Ok(Outcome { records, outputs, ran })
    }

    fn run_stage(
        &self,
        stage: &Stage<'_>,
        digests: &BTreeMap<String, Digest>,
        outputs: &BTreeMap<String, Bytes>,
    ) -> Result<(Record, Bytes, bool), Failure> {
        let mut inputs = BTreeMap::new();
        let mut bytes = Vec::new();
        for input in &stage.inputs {
            let name = input.name();
            let (Some(digest), Some(output)) = (digests.get(&name), outputs.get(&name)) else {
                return Err(Failure::Plan(format!("{} reads {name}", stage.name)));
            };
            inputs.insert(name, digest.clone());
            bytes.push(Arc::clone(output));
        }
        let params = Digest::of(stage.params.as_bytes());
        let key = key(stage, &params, &inputs);
        let record = |output: Digest| Record {
            name: stage.name.clone(),
            version: stage.version,
            params: params.clone(),
            seed: stage.seed,
            inputs: inputs.clone(),
            output,
        };
        if let Some((digest, body)) = self.cache.get(&key) {
            return Ok((record(digest), Arc::new(body), false));
        }
        let body =
            (stage.run)(&bytes).map_err(|reason| Failure::Stage(stage.name.clone(), reason))?;
        let digest = Digest::of(&body);
        self.cache.put(&key, &digest, &body).map_err(Failure::Write)?;
        Ok((record(digest), Arc::new(body), true))
    }
}

/// Digest of everything that decides the output of a stage. Every part is preceded by its length,
/// so that no two different lists of parts give the same bytes.
fn key(stage: &Stage<'_>, params: &Digest, inputs: &BTreeMap<String, Digest>) -> Digest {
    let mut parts = vec![
        stage.name.clone(),
        stage.version.to_string(),
        params.to_string(),
        format!("{:?}", stage.seed),
    ];
    // The order of inputs matters to the function, so it is part of the key.
    for input in &stage.inputs {
        let name = input.name();
        parts.push(inputs.get(&name).map(Digest::to_string).unwrap_or_default());
        parts.push(name);
    }
    let mut text = String::new();
    for part in parts {
        text.push_str(&format!("{}:{part}", part.len()));
    }
    Digest::of(text.as_bytes())
}

/// Groups stages so that each group reads only earlier ones.
fn levels<'p, 'a>(plan: &'p Plan<'a>) -> Result<Vec<Vec<&'p Stage<'a>>>, Failure> {
    let mut depth: BTreeMap<&str, usize> = BTreeMap::new();
    let mut levels: Vec<Vec<&Stage<'_>>> = Vec::new();
    for stage in &plan.stages {
        let mut level = 0;
        for input in &stage.inputs {
            if let Input::Stage(name) = input {
                let Some(below) = depth.get(name.as_str()) else {
                    return Err(Failure::Plan(format!("{} reads {name}", stage.name)));
                };
                level = level.max(below + 1);
            }
        }
        if depth.insert(&stage.name, level).is_some() {
            return Err(Failure::Plan(format!("two stages are called {}", stage.name)));
        }
        if levels.len() <= level {
            levels.resize_with(level + 1, Vec::new);
        }
        levels[level].push(stage);
    }
    Ok(levels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{Change, Disk, World};
    use std::io;
    use std::path::{Path, PathBuf};

    /// Two files are cut to their first letter, joined, and put into capitals.
    fn plan() -> Plan<'static> {
        let cut = |name: &str| Stage {
            name: format!("cut:{name}"),
            version: 1,
            params: String::new(),
            seed: None,
            inputs: vec![Input::File(name.into())],
            run: Box::new(|inputs| Ok(inputs[0][..1].to_vec())),
        };
        let join = Stage {
            name: "join".into(),
            version: 1,
            params: String::new(),
            seed: Some(7),
            inputs: vec![Input::stage("cut:a"), Input::stage("cut:b")],
            run: Box::new(|inputs| Ok([inputs[0].as_slice(), inputs[1].as_slice()].concat())),
        };
        let capitals = Stage {
            name: "capitals".into(),
            version: 1,
            params: String::new(),
            seed: None,
            inputs: vec![Input::stage("join")],
            run: Box::new(|inputs| Ok(inputs[0].to_ascii_uppercase())),
        };
        Plan { stages: vec![cut("a"), cut("b"), join, capitals] }
    }

    fn files(a: &str, b: &str) -> BTreeMap<String, Vec<u8>> {
        [("a".to_owned(), a.into()), ("b".to_owned(), b.into())].into()
    }

    fn run(folder: &Path, plan: &Plan<'_>, files: &BTreeMap<String, Vec<u8>>) -> Outcome {
        let cache = Cache::in_folder(&Disk, folder, "test");
        let engine = Engine { cache: &cache, progress: &|_, _, _| {} };
        engine.run(plan, files).expect("a run")
    }

    #[test]
    fn only_what_depends_on_a_change_runs_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = run(folder.path(), &plan(), &files("ax", "by"));
        assert_eq!(first.outputs["capitals"].as_slice(), b"AB");
        assert_eq!(first.ran.len(), 4);
        assert!(run(folder.path(), &plan(), &files("ax", "by")).ran.is_empty());
        // The change does not reach the output of `cut:a`: the wave stops there.
        assert_eq!(run(folder.path(), &plan(), &files("az", "by")).ran, ["cut:a"]);
        let changed = run(folder.path(), &plan(), &files("cx", "by"));
        assert_eq!(changed.ran, ["cut:a", "join", "capitals"]);
        // Going back costs nothing.
        assert!(run(folder.path(), &plan(), &files("ax", "by")).ran.is_empty());
    }

    #[test]
    fn version_parameters_and_seed_are_part_of_the_key() {
        let folder = tempfile::tempdir().expect("a folder");
        run(folder.path(), &plan(), &files("a", "b"));
        let changes: [fn(&mut Stage<'_>); 3] = [
            |stage| stage.version = 2,
            |stage| stage.params = "x".into(),
            |stage| stage.seed = Some(8),
        ];
        for change in changes {
            let mut plan = plan();
            change(&mut plan.stages[2]);
            assert_eq!(run(folder.path(), &plan, &files("a", "b")).ran, ["join"]);
        }
    }

    #[test]
    fn a_run_goes_on_where_a_part_of_its_plan_ended() {
        let cache = Cache::none(&Disk);
        let engine = Engine { cache: &cache, progress: &|_, _, _| {} };
        let (mut part, files) = (plan(), files("ax", "by"));
        part.stages.truncate(2);
        let earlier = engine.run(&part, &files).expect("a run");
        let outcome = engine.go_on(&plan(), &files, earlier).expect("a run");
        let whole = engine.run(&plan(), &files).expect("a run");
        assert_eq!(outcome.records, whole.records);
        assert_eq!(outcome.outputs, whole.outputs);
        assert_eq!(outcome.ran, ["cut:a", "cut:b", "join", "capitals"]);
    }

    #[test]
    fn a_plan_that_reads_what_is_not_there_is_refused() {
        let cache = Cache::none(&Disk);
        let engine = Engine { cache: &cache, progress: &|_, _, _| {} };
        let result = engine.run(&plan(), &BTreeMap::new());
        assert!(matches!(result, Err(Failure::Plan(_))));
    }

    /// A disk on which only so many bytes fit.
    struct FullDisk(usize);

    impl World for FullDisk {
        fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
            Disk.read(path)
        }

        fn apply(&self, changes: &[Change<'_>]) -> Result<(), Failed> {
            for change in changes {
                if let Change::Write(path, bytes) = change
                    && bytes.len() > self.0
                {
                    let error = io::ErrorKind::StorageFull.into();
                    return Err(Failed { path: path.to_path_buf(), error });
                }
            }
            Disk.apply(changes)
        }

        fn files_in(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
            Disk.files_in(folder)
        }

        fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
            Disk.files(folder)
        }
    }

    #[test]
    fn a_full_disk_stops_the_run_and_leaves_nothing_half_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let world = FullDisk(90);
        let cache = Cache::in_folder(&world, folder.path(), "test");
        let engine = Engine { cache: &cache, progress: &|_, _, _| {} };
        let mut plan = plan();
        plan.stages[3].run = Box::new(|_| Ok(vec![b'x'; 500]));
        let result = engine.run(&plan, &files("a", "b"));
        assert!(matches!(result, Err(Failure::Write(_))));
        assert_eq!(Disk.files(folder.path()).expect("files").len(), 3);
        assert_eq!(run(folder.path(), &plan, &files("a", "b")).ran, ["capitals"]);
    }
}
