//! Tells how far a long work is.

use std::panic;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use daryn_model::Arg;
use daryn_study::engine::Progress;

use crate::output::{self, Output, Stream};

/// Works that are done sooner are not talked about.
const SHORT: Duration = Duration::from_secs(1);

/// How often the line on a terminal is rewritten.
const REWRITE: Duration = Duration::from_millis(100);

/// Does a work and shows its progress: on a terminal in one line that is rewritten, elsewhere in
/// lines of their own, at most one a second.
pub(crate) fn watch<T: Send>(output: &Output, work: impl FnOnce(Progress<'_>) -> T + Send) -> T {
    let (sender, receiver) = mpsc::channel();
    // Stages end on many threads, but only this one prints.
    let result = thread::scope(|scope| {
        let worker = scope.spawn(move || {
            work(&|stage: &str, done, total| {
                // There is always a receiver: it ends only when the senders have.
                let _ = sender.send(Step { stage: stage.to_owned(), done, total });
            })
        });
        let mut watcher = Watcher {
            output,
            started: Instant::now(),
            last: None,
            terminal: output::is_terminal(),
        };
        for step in receiver {
            watcher.show(&step);
        }
        worker.join()
    });
    output.end_status();
    result.unwrap_or_else(|reason| panic::resume_unwind(reason))
}

/// A stage is done.
struct Step {
    stage: String,
    done: usize,
    total: usize,
}

struct Watcher<'a> {
    output: &'a Output,
    started: Instant,
    last: Option<Instant>,
    terminal: bool,
}

impl Watcher<'_> {
    fn show(&mut self, step: &Step) {
        let interval = if self.terminal { REWRITE } else { SHORT };
        if self.last.unwrap_or(self.started).elapsed() < interval {
            return;
        }
        self.last = Some(Instant::now());
        let text = self.text(step);
        if self.terminal {
            self.output.status(&text);
        } else {
            self.output.line(Stream::Talk, &text);
        }
    }

    fn text(&self, step: &Step) -> String {
        let speaker = &self.output.speaker;
        let count = |number: usize| Arg::Count(number as i64);
        let args = [
            ("done", count(step.done)),
            ("total", count(step.total)),
            ("stage", Arg::plain(&step.stage)),
        ];
        let text = speaker.say("run-progress", &args);
        match seconds_left(self.started.elapsed(), step.done, step.total) {
            Some(seconds) => {
                let left = speaker.say("run-left", &[("seconds", Arg::Count(seconds))]);
                format!("{text}, {left}")
            }
            None => text,
        }
    }
}

/// Whole seconds that are left if the rest takes as long a stage as what is done; `None` while it
/// is too early to tell, and when nothing is left.
fn seconds_left(elapsed: Duration, done: usize, total: usize) -> Option<i64> {
    if elapsed < SHORT || done == 0 || done >= total {
        return None;
    }
    let left = elapsed.as_secs_f64() * (total - done) as f64 / done as f64;
    Some(left.ceil() as i64)
}

#[cfg(test)]
mod tests {
    use std::panic::AssertUnwindSafe;

    use daryn_model::Lang;
    use daryn_report::Speaker;

    use super::*;
    use crate::output::Format;

    #[test]
    fn time_left_follows_the_share_that_is_done() {
        assert_eq!(seconds_left(Duration::from_millis(900), 1, 10), None);
        assert_eq!(seconds_left(Duration::from_secs(3), 0, 10), None);
        assert_eq!(seconds_left(Duration::from_secs(3), 6, 10), Some(2));
        assert_eq!(seconds_left(Duration::from_secs(3), 10, 10), None);
    }

    #[test]
    fn a_panic_of_the_work_reaches_who_asked_for_it() {
        let output = Output::new(Speaker::new(Lang::En), Format::Text);
        let work = || {
            watch(&output, |progress| {
                progress("stage", 1, 2);
                panic!("a panic reaches the main thread");
            })
        };
        assert!(panic::catch_unwind(AssertUnwindSafe(work)).is_err());
    }
}
