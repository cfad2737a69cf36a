//! What holds in a group of an RTF text.

use crate::raised::Height;

/// Where the words of a group go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Destination {
    /// They are text.
    #[default]
    Text,
    /// They are not read.
    Skipped,
    /// The table of fonts.
    Fonts,
    /// A style.
    Style,
    /// Names of those who changed the text.
    Authors,
    /// The code of a field.
    Code,
    /// A footnote or an endnote.
    Note,
    /// A text box.
    Box,
    /// A shape, in which only text boxes are text.
    Shape,
    /// A comment.
    Comment,
    /// Who wrote a comment.
    CommentAuthor,
    /// When, as a packed number.
    CommentDate,
    /// The name of its range.
    CommentId,
    /// Where the range of a comment begins.
    RangeStart,
    /// Where it ends.
    RangeEnd,
}

/// What holds in a group, and in those in it until they say otherwise.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    /// Where words go.
    pub(crate) destination: Destination,
    /// The destination that begins with this group, where its words are text.
    pub(crate) own: Destination,
    /// Whether the destination begins with this group.
    pub(crate) is_own: bool,
    /// The font.
    pub(crate) font: Option<i32>,
    /// Characters behind a letter that is told by its number.
    pub(crate) after: u32,
    /// Not shown.
    pub(crate) hidden: bool,
    /// In bold.
    pub(crate) bold: bool,
    /// Above or below the line.
    pub(crate) height: Height,
    /// Put in; whether by moving.
    pub(crate) inserted: Option<bool>,
    /// Taken out; whether by moving.
    pub(crate) deleted: Option<bool>,
    /// Who put it in, by place in the list of authors, and when.
    pub(crate) author: i32,
    /// When, as a packed number.
    pub(crate) date: i32,
    /// Who took it out.
    pub(crate) deleting_author: i32,
    /// When.
    pub(crate) deleting_date: i32,
    /// In a table of contents.
    pub(crate) is_contents: bool,
    /// A number that the program put before the words.
    pub(crate) is_number: bool,
}

impl Default for Group {
    fn default() -> Group {
        Group {
            destination: Destination::Text,
            own: Destination::Text,
            is_own: false,
            font: None,
            after: 1,
            hidden: false,
            bold: false,
            height: Height::Line,
            inserted: None,
            deleted: None,
            author: 0,
            date: 0,
            deleting_author: 0,
            deleting_date: 0,
            is_contents: false,
            is_number: false,
        }
    }
}

impl Group {
    /// A group in this one.
    pub(crate) fn inner(self) -> Group {
        // Each style is a group in that of the styles.
        Group { is_own: false, own: Destination::Text, ..self }
    }

    /// Without what was said of letters.
    pub(crate) fn plain(self) -> Group {
        let Group { destination, own, is_own, after, is_contents, is_number, .. } = self;
        Group { destination, own, is_own, after, is_contents, is_number, ..Group::default() }
    }
}

/// The destination that the first word of a group begins in the one around it; nothing where the
/// word says something else.
pub(crate) fn destination(name: &str, starred: bool, around: Destination) -> Option<Destination> {
    let found = match (name, around) {
        (_, Destination::Skipped) => Destination::Skipped,
        ("shptxt", Destination::Shape) => Destination::Box,
        (_, Destination::Shape) if name != "shpinst" => Destination::Skipped,
        ("shpinst", _) => Destination::Shape,
        ("fonttbl", _) => Destination::Fonts,
        ("stylesheet", _) => Destination::Style,
        ("revtbl", _) => Destination::Authors,
        ("fldinst", Destination::Text) => Destination::Code,
        ("footnote", Destination::Text) => Destination::Note,
        ("annotation", Destination::Text) => Destination::Comment,
        ("atnauthor", _) => Destination::CommentAuthor,
        ("atndate", _) => Destination::CommentDate,
        ("atnref", _) => Destination::CommentId,
        ("atrfstart", _) => Destination::RangeStart,
        ("atrfend", _) => Destination::RangeEnd,
        ("listtext" | "pntext", Destination::Text) => Destination::Text,
        ("moMath" | "moMathPara", Destination::Text) => Destination::Text,
        // Properties of a formula: `mfPr`, `mctrlPr`.
        _ if name.starts_with('m') && name.ends_with("Pr") => Destination::Skipped,
        // They tell of a row in a table.
        ("nesttableprops", Destination::Text) => return None,
        (
            "colortbl" | "info" | "pict" | "nonshppict" | "header" | "headerl" | "headerr"
            | "headerf" | "footer" | "footerl" | "footerr" | "footerf" | "ftnsep" | "ftnsepc"
            | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" | "objdata" | "nonesttables" | "do"
            | "shprslt" | "xe" | "tc" | "tcn" | "rxe" | "bkmkstart" | "bkmkend" | "private"
            | "template" | "atnid" | "atnicn" | "listtable" | "filetbl" | "upr" | "themedata",
            _,
        ) => Destination::Skipped,
        // What is not known may be left out where it says so itself.
        _ if starred => Destination::Skipped,
        _ => return None,
    };
    Some(found)
}
