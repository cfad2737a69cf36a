//! Whether elements stand in each other as they do in pages for people, told by tags alone before a
//! page is parsed: parsing others takes long, and may make many elements of few tags.

/// Deepest nesting that is read; no page that shows a text comes near it.
const DEEPEST: usize = 1000;
/// Bytes that an element takes, at least.
const ELEMENT: usize = 320;

/// Elements that close themselves do not count.
const SELVES: [&str; 24] = [
    "p", "li", "td", "th", "tr", "br", "img", "hr", "input", "meta", "link", "option", "dd", "dt",
    "col", "thead", "tbody", "tfoot", "source", "wbr", "area", "base", "embed", "param",
];
/// An end tag closes nothing around one of these.
const SCOPES: [&str; 7] = ["table", "template", "object", "marquee", "applet", "svg", "math"];
/// Elements that go on behind the end of a paragraph: each is made again in the next one.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Other elements that stand in a paragraph.
const INLINE: [&str; 18] = [
    "span", "sup", "sub", "img", "br", "ins", "del", "label", "input", "wbr", "q", "cite", "abbr",
    "mark", "time", "kbd", "var", "samp",
];

/// An element that is open.
struct Open {
    name: String,
    goes_on: bool,
}

#[derive(Default)]
struct Tags {
    open: Vec<Open>,
    /// How many were open where the paragraph began.
    paragraph: Option<usize>,
    /// Names of elements that go on behind the end of what they stand in.
    going_on: Vec<String>,
    /// For each open table, how many of these there were before its first cell.
    tables: Vec<Option<usize>>,
}

/// Whether more elements than [`DEEPEST`] may be open at a place, or more are made than there is
/// room for.
pub(super) fn is_too_deep(page: &str) -> bool {
    let mut tags = Tags::default();
    // The element whose inside is no tags.
    let mut inside: Option<String> = None;
    // Elements that are made again, and steps through those that are open.
    let (mut again, mut steps) = (0, 0);
    for piece in page.split('<').skip(1) {
        let (closes, piece) = match piece.strip_prefix('/') {
            Some(piece) => (true, piece),
            None => (false, piece),
        };
        let end = piece.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = piece[..end.unwrap_or(piece.len())].to_ascii_lowercase();
        if inside.is_some() {
            inside.take_if(|inside| closes && *inside == name);
        } else if !closes && matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
            inside = Some(name);
        } else if !name.is_empty() {
            if closes {
                tags.close(&name);
            } else {
                tags.begin(name);
            }
            again += tags.going_on.len();
            steps += tags.open.len();
            if tags.open.len() > DEEPEST
                || again * ELEMENT > 30_000_000 + 10 * page.len()
                || steps > 10_000_000 + 20 * page.len()
            {
                return true;
            }
        }
    }
    false
}

impl Tags {
    fn begin(&mut self, name: String) {
        let own = name.as_str();
        let formats = FORMATTING.contains(&own);
        if !formats && !INLINE.contains(&own) {
            self.end_paragraph();
        }
        match own {
            "p" => self.paragraph = Some(self.open.len()),
            "table" => self.tables.push(None),
            "td" | "th" => self.cell(),
            _ => {}
        }
        if !SELVES.contains(&own) {
            self.open.push(Open { name, goes_on: false });
        }
    }

    fn close(&mut self, name: &str) {
        if FORMATTING.contains(&name) {
            self.ended(name);
            return;
        }
        match name {
            "td" | "th" => self.cell(),
            "table" => {
                if let Some(Some(before)) = self.tables.pop() {
                    self.going_on.truncate(before);
                }
            }
            _ => {}
        }
        if !INLINE.contains(&name) {
            self.end_paragraph();
        }
        if let Some(at) = self.place(name) {
            self.go_on(at);
            self.open.truncate(at);
        }
    }

    /// An element of formatting ends, wherever it is.
    fn ended(&mut self, name: &str) {
        let mut goes_on = true;
        if let Some(at) = self.place(name) {
            goes_on = self.open[at].goes_on;
            self.open[at].goes_on = true;
            self.go_on(at);
            self.open.truncate(at);
        }
        if goes_on && let Some(at) = self.going_on.iter().rposition(|one| one == name) {
            self.going_on.remove(at);
        }
    }

    /// Where the element is open that an end tag closes.
    fn place(&self, name: &str) -> Option<usize> {
        let is = |open: &Open| open.name == name || SCOPES.contains(&&*open.name);
        self.open.iter().rposition(is).filter(|at| self.open[*at].name == name)
    }

    fn end_paragraph(&mut self) {
        if let Some(at) = self.paragraph.take() {
            self.go_on(at);
        }
    }

    /// What formats from a place on goes on behind it.
    fn go_on(&mut self, at: usize) {
        for open in self.open.iter_mut().skip(at) {
            if !open.goes_on && FORMATTING.contains(&open.name.as_str()) {
                open.goes_on = true;
                self.going_on.push(open.name.clone());
            }
        }
    }

    /// What formats in one cell does not in the next.
    fn cell(&mut self) {
        let before = self.going_on.len();
        if let Some(table) = self.tables.last_mut() {
            self.going_on.truncate(*table.get_or_insert(before));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_too_deep;

    #[test]
    fn pages_of_people_are_not_deep() {
        for piece in [
            "<p><b>а</b> <i><a href=b>в</i></a></p>",
            "<div><p><b>а<p>б</b></div>",
            "<table><tr><td><font color=red>а</td><td></font>б</tr></table>",
            "<p><span><b>а</span></p></b>",
            "<b><p>а</p></b>",
        ] {
            assert!(!is_too_deep(&piece.repeat(30_000)), "{piece}");
        }
        assert!(!is_too_deep(&format!("<font><b>{}", "<p>абзац текста</p>".repeat(100_000))));
    }

    #[test]
    fn formatting_that_is_made_again_in_each_paragraph_is() {
        let many: String = (0..300).map(|number| format!("<b i{number}>")).collect();
        for page in [
            format!("<p>{many}{}", "<p>x".repeat(20_000)),
            format!("<div>{many}</div>{}", "<div>x</div>".repeat(20_000)),
            format!("<p>{many}<table>{}", "x<tr>".repeat(20_000)),
            format!("<table><p>{many}<td></table>{}", "<p>x".repeat(20_000)),
            format!("{}{}", "<div>".repeat(900), "<p>x".repeat(200_000)),
        ] {
            assert!(is_too_deep(&page), "{}", &page[..20]);
        }
    }
}
