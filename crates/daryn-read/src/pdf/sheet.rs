//! What stands on a page: words with their places, and lines that are drawn.

use std::any::Any;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::line::joined;
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, InterpreterWarning, RenderContent, SoftMask,
    TransformExt, interpret_page,
};

use crate::watch;

/// A page, turned so that most of its words stand upright. Places are in points from the upper
/// left corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    /// Page, from 1.
    pub(crate) number: u32,
    /// Height of the page.
    pub(crate) height: f64,
    /// Words in the order in which they are drawn.
    pub(crate) words: Vec<Word>,
    /// Lines that are drawn along the edges of the page.
    pub(crate) rules: Vec<Rule>,
    /// Letters that are drawn.
    pub(crate) letters: usize,
    /// Of them, letters that the file does not name.
    pub(crate) unknown: usize,
    /// Whether something other than words and straight lines is shown.
    pub(crate) has_pictures: bool,
    /// Whether one picture covers most of it, as of a scan.
    pub(crate) is_picture: bool,
    /// Whether words in a font that cannot be read were left out.
    pub(crate) is_partial: bool,
}

/// A word, or a part of one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Word {
    /// Its letters.
    pub(crate) text: String,
    /// The place that it takes.
    pub(crate) area: Area,
    /// Where its letters stand.
    pub(crate) base: f64,
    /// Size of its letters.
    pub(crate) size: f64,
    /// Whether the letters are bold.
    pub(crate) bold: bool,
    /// Quarters of a turn against the page.
    turn: u8,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    /// The middle from left to right.
    pub(crate) fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// The middle from top to bottom.
    pub(crate) fn centre(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    /// The smallest rectangle around both.
    pub(crate) fn with(&self, other: &Area) -> Area {
        Area {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// A straight line along an edge of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    /// Whether it goes from left to right.
    pub(crate) is_level: bool,
    /// Where it stands, from above or from the left.
    pub(crate) at: f64,
    /// Where it begins.
    pub(crate) from: f64,
    /// Where it ends.
    pub(crate) to: f64,
}

/// What a whole file may still cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Allowance {
    /// Letters.
    pub(crate) letters: usize,
    /// Things that are drawn.
    pub(crate) steps: usize,
}

/// Why a page was not read to its end.
pub(crate) enum Failure {
    /// It costs more than is left.
    TooMuch,
    /// The interpreter gave up.
    Broken,
}

/// Most lines of a page that are kept: a map or a chart has more, a table does not.
const RULES: usize = 20_000;
/// Widest gap in a word, by the size of its letters. Lines that are set tightly have gaps between
/// words that are not much wider.
const GAP: f64 = 0.17;

/// Reads a page. `allowance` is lessened by what the page costs.
pub(crate) fn read<'a>(
    pdf: &'a Pdf,
    place: usize,
    cache: &InterpreterCache<'a>,
    allowance: &mut Allowance,
) -> Result<Sheet, Failure> {
    let Some(page) = pdf.pages().get(place) else { return Err(Failure::Broken) };
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let mut pen = Pen { width, height, allowance: *allowance, ..Pen::default() };
    let lost = Arc::new(AtomicBool::new(false));
    let sink = Arc::clone(&lost);
    let work = || {
        let settings = InterpreterSettings {
            render_content: RenderContent::PAGE,
            warning_sink: Arc::new(move |warning| {
                if matches!(warning, InterpreterWarning::UnsupportedFont) {
                    sink.store(true, Ordering::Relaxed);
                }
            }),
            ..InterpreterSettings::default()
        };
        let area = Rect::new(0.0, 0.0, width, height);
        let turned = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(turned, area, cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut pen);
    };
    // A page that makes the interpreter panic must not take the others with it; the way out of a
    // page that draws without end is the same, since the interpreter has no other.
    let outcome = watch::caught(work);
    *allowance = pen.allowance;
    match outcome {
        Ok(()) => {}
        Err(reason) if is_enough(reason.as_ref()) => return Err(Failure::TooMuch),
        Err(_) => return Err(Failure::Broken),
    }
    pen.close();
    pen.is_partial = lost.load(Ordering::Relaxed);
    let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
    Ok(pen.finish(number))
}

/// What ends a page whose cost is no longer allowed.
struct Enough;

fn is_enough(reason: &(dyn Any + Send)) -> bool {
    reason.is::<Enough>()
}

struct Pen {
    width: f64,
    height: f64,
    allowance: Allowance,
    words: Vec<Word>,
    open: Option<Word>,
    rules: Vec<Rule>,
    letters: usize,
    unknown: usize,
    has_pictures: bool,
    is_picture: bool,
    is_partial: bool,
}

impl Default for Pen {
    fn default() -> Pen {
        Pen {
            width: 0.0,
            height: 0.0,
            allowance: Allowance { letters: 0, steps: 0 },
            words: Vec::new(),
            open: None,
            rules: Vec::new(),
            letters: 0,
            unknown: 0,
            has_pictures: false,
            is_picture: false,
            is_partial: false,
        }
    }
}

impl<'a> Device<'a> for Pen {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.step();
        self.has_pictures |= !is_straight(path, props.transform);
        match mode {
            DrawMode::Stroke(_) => self.stroke(path, props.transform),
            DrawMode::Fill(_) => self.fill(path, props.transform),
            DrawMode::FillAndStroke(..) => {
                self.fill(path, props.transform);
                self.stroke(path, props.transform);
            }
            DrawMode::Invisible => {}
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        // A form that is drawn clips: of all that is drawn it costs most, and it may draw others.
        self.steps(20);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.step();
        let bold = run.glyphs().first().is_some_and(|glyph| is_bold(glyph));
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            self.glyph(glyph.as_unicode(), place, f64::from(advance.unwrap_or(500.0)), bold);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.step();
        self.has_pictures = true;
        let whole = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let shown = props.transform.transform_rect_bbox(whole);
        self.is_picture |= shown.area() > 0.5 * self.width * self.height;
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// Whether the font calls itself bold.
fn is_bold(glyph: &Glyph<'_>) -> bool {
    let Glyph::Outline(outline) = glyph else { return false };
    outline.font_data().is_some_and(|data| {
        let name = data.postscript_name.unwrap_or_default();
        data.weight.is_some_and(|weight| weight >= 600)
            || ["Bold", "bold", "Black", "Heavy"].iter().any(|word| name.contains(word))
    })
}

impl Pen {
    fn step(&mut self) {
        self.steps(1);
    }

    fn steps(&mut self, count: usize) {
        match self.allowance.steps.checked_sub(count) {
            Some(rest) => self.allowance.steps = rest,
            // No message on the way, unlike with `panic!`.
            None => std::panic::resume_unwind(Box::new(Enough)),
        }
    }

    fn glyph(&mut self, text: Option<BfString>, place: Affine, advance: f64, bold: bool) {
        match self.allowance.letters.checked_sub(1) {
            Some(rest) => self.allowance.letters = rest,
            None => std::panic::resume_unwind(Box::new(Enough)),
        }
        let start = place * Point::ZERO;
        let up = place * Point::new(0.0, 1000.0) - start;
        let size = up.hypot();
        let end = place * Point::new(advance, 0.0);
        let reach = Rect::from_points(start, end);
        if !size.is_finite() || size < 0.5 || !reach.is_finite() {
            return;
        }
        // What stands beside the page is not shown.
        if reach.x1 < 0.0 || reach.y1 < 0.0 || reach.x0 > self.width || reach.y0 > self.height {
            return;
        }
        // Slanted words are a stamp across the page.
        let turn = match (up.x / size, up.y / size) {
            (x, y) if x.abs() < 0.3 && y < 0.0 => 0,
            (x, y) if y.abs() < 0.3 && x < 0.0 => 1,
            (x, y) if x.abs() < 0.3 && y > 0.0 => 2,
            (x, y) if y.abs() < 0.3 && x > 0.0 => 3,
            _ => return,
        };
        let text = match text {
            Some(BfString::Char(letter)) => whole(letter),
            // A letter may carry the soft hyphen that stood behind it in the source.
            Some(BfString::String(letters)) if letters.chars().count() > 1 => {
                letters.chars().filter(|letter| *letter != '\u{ad}').map(whole).collect()
            }
            Some(BfString::String(letters)) => letters.chars().map(whole).collect(),
            None => None,
        };
        let is_space =
            text.as_ref().is_some_and(|text| text.chars().all(|letter| letter.is_whitespace()));
        if is_space {
            self.close();
            return;
        }
        self.letters += 1;
        let text = text.unwrap_or_else(|| {
            self.unknown += 1;
            '\u{fffd}'.into()
        });
        let ((left, base), (right, _)) = (turned(start, turn), turned(end, turn));
        let (left, right) = (left.min(right), left.max(right));
        let fits = self.open.as_ref().is_some_and(|open| {
            let gap = left - open.area.right;
            open.turn == turn
                && (open.base - base).abs() < 0.08 * size
                && (open.size / size - 1.0).abs() < 0.15
                && (-0.4 * size..GAP * size).contains(&gap)
                && left > open.area.left
        });
        if let Some(open) = self.open.as_mut().filter(|_| fits) {
            open.text.push_str(&text);
            open.area.right = open.area.right.max(right);
            open.bold &= bold;
            return;
        }
        self.close();
        let area = Area { left, top: base - 0.75 * size, right, bottom: base + 0.22 * size };
        self.open = Some(Word { text, area, base, size, bold, turn });
    }

    fn close(&mut self) {
        self.words.extend(self.open.take());
    }

    fn stroke(&mut self, path: &BezPath, place: Affine) {
        let (mut first, mut last) = (Point::ZERO, Point::ZERO);
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(point) => (first, last) = (place * point, place * point),
                PathEl::LineTo(point) => {
                    self.line(last, place * point);
                    last = place * point;
                }
                PathEl::ClosePath => {
                    self.line(last, first);
                    last = first;
                }
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => last = place * point,
            }
        }
    }

    /// A thin rectangle that is filled is a line; each part of a path may be one.
    fn fill(&mut self, path: &BezPath, place: Affine) {
        let mut part: Option<Rect> = None;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(point) => {
                    self.bar(part.take());
                    part = Some(Rect::from_points(place * point, place * point));
                }
                PathEl::LineTo(point) => {
                    part = part.map(|part| part.union_pt(place * point));
                }
                PathEl::ClosePath => {}
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => part = None,
            }
        }
        self.bar(part);
    }

    fn bar(&mut self, bar: Option<Rect>) {
        let Some(bar) = bar.filter(Rect::is_finite) else { return };
        let middle = bar.center();
        if bar.height() <= 3.0 && bar.width() > 2.0 * bar.height() {
            self.line(Point::new(bar.x0, middle.y), Point::new(bar.x1, middle.y));
        } else if bar.width() <= 3.0 && bar.height() > 2.0 * bar.width() {
            self.line(Point::new(middle.x, bar.y0), Point::new(middle.x, bar.y1));
        }
    }

    fn line(&mut self, one: Point, other: Point) {
        let (across, down) = ((one.x - other.x).abs(), (one.y - other.y).abs());
        if self.rules.len() >= RULES || !(across + down).is_finite() {
            return;
        }
        if down < 0.6 && across > 1.0 {
            let (from, to) = (one.x.min(other.x), one.x.max(other.x));
            self.rules.push(Rule { is_level: true, at: f64::midpoint(one.y, other.y), from, to });
        } else if across < 0.6 && down > 1.0 {
            let (from, to) = (one.y.min(other.y), one.y.max(other.y));
            self.rules.push(Rule { is_level: false, at: f64::midpoint(one.x, other.x), from, to });
        }
    }

    fn finish(self, number: u32) -> Sheet {
        let mut counts = [0_usize; 4];
        for word in &self.words {
            counts[usize::from(word.turn)] += word.text.len();
        }
        let most = (0..4_u8).rev().max_by_key(|turn| counts[usize::from(*turn)]).unwrap_or(0);
        let (width, height) = (self.width, self.height);
        // Where the corner lies from which the turned page is measured.
        let (right, down) = match most {
            0 => (0.0, 0.0),
            1 => (height, 0.0),
            2 => (width, height),
            _ => (0.0, width),
        };
        let mut seen = BTreeSet::new();
        let mut words = Vec::with_capacity(self.words.len());
        for mut word in self.words {
            if word.turn != most {
                // Words across, as in the head of a narrow column, keep their place on the page.
                let area = word.area;
                let back = (4 + word.turn - most) % 4;
                let one = turned_back(Point::new(area.left, area.top), word.turn);
                let other = turned_back(Point::new(area.right, area.bottom), word.turn);
                let (one, other) = (turned(one, most), turned(other, most));
                word.area = Area {
                    left: one.0.min(other.0),
                    top: one.1.min(other.1),
                    right: one.0.max(other.0),
                    bottom: one.1.max(other.1),
                };
                word.base = word.area.bottom;
                word.turn = back;
            } else {
                word.turn = 0;
            }
            word.area.left += right;
            word.area.right += right;
            word.area.top += down;
            word.area.bottom += down;
            word.base += down;
            // What is drawn twice, to look bold or to have an outline, is one word.
            let place = |value: f64| (value / 2.0).round() as i64;
            let key = (word.text.clone(), place(word.area.left), place(word.base));
            if seen.insert(key) {
                words.push(word);
            }
        }
        let rules = self.rules.iter().map(|rule| {
            let level = rule.is_level;
            let point = |along: f64| match level {
                true => Point::new(along, rule.at),
                false => Point::new(rule.at, along),
            };
            let (one, other) = (turned(point(rule.from), most), turned(point(rule.to), most));
            let is_level = level == (most % 2 == 0);
            let (at, ends, shift, along) = match is_level {
                true => (one.1, (one.0, other.0), down, right),
                false => (one.0, (one.1, other.1), right, down),
            };
            let (from, to) = (ends.0.min(ends.1) + along, ends.0.max(ends.1) + along);
            Rule { is_level, at: at + shift, from, to }
        });
        Sheet {
            number,
            height: if most % 2 == 0 { height } else { width },
            rules: rules.collect(),
            words: joined(words),
            letters: self.letters,
            unknown: self.unknown,
            has_pictures: self.has_pictures,
            is_picture: self.is_picture,
            is_partial: self.is_partial,
        }
    }
}

impl Word {
    /// Whether it stands upright.
    pub(crate) fn is_upright(&self) -> bool {
        self.turn == 0
    }
}

/// A place as a reader sees it who turns the page so that words of this turn stand upright.
fn turned(point: Point, turn: u8) -> (f64, f64) {
    match turn {
        0 => (point.x, point.y),
        1 => (-point.y, point.x),
        2 => (-point.x, -point.y),
        _ => (point.y, -point.x),
    }
}

fn turned_back(point: Point, turn: u8) -> Point {
    match turn {
        0 => point,
        1 => Point::new(point.y, -point.x),
        2 => Point::new(-point.x, -point.y),
        _ => Point::new(-point.y, point.x),
    }
}

/// Whether a path is made of lines along the edges of the page only: it underlines words or frames
/// them, and shows nothing by itself. Letters that are drawn as paths have slanted or bent parts.
fn is_straight(path: &BezPath, place: Affine) -> bool {
    let (mut first, mut last) = (Point::ZERO, Point::ZERO);
    path.elements().iter().all(|element| {
        let next = match *element {
            PathEl::MoveTo(point) => {
                first = place * point;
                last = first;
                first
            }
            PathEl::LineTo(point) => place * point,
            PathEl::ClosePath => first,
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => return false,
        };
        let way = next - std::mem::replace(&mut last, next);
        way.x.abs().min(way.y.abs()) < 0.6
    })
}

/// What a letter of a file means, ligatures letter by letter.
fn whole(letter: char) -> Option<String> {
    known(letter).map(|letter| match crate::block::ligature(letter) {
        Some(letters) => letters.into(),
        None => letter.into(),
    })
}

/// A letter that means something to everyone, or nothing.
fn known(letter: char) -> Option<char> {
    match letter {
        // Bullets of the fonts Symbol and Wingdings.
        '\u{f0b7}' | '\u{f0a7}' | '\u{f06e}' | '\u{f0a8}' | '\u{f076}' | '\u{f0d8}' => Some('•'),
        '\u{f0fc}' => Some('✓'),
        // A soft hyphen that is drawn is a hyphen: some programs call every hyphen of a font so.
        '\u{f02d}' | '\u{ad}' | '\u{2010}' | '\u{2011}' => Some('-'),
        '\t' | '\n' | '\r' => Some(' '),
        '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{fffe}' | '\u{ffff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    }
}
