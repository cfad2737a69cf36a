//! Line numbers of byte offsets.

/// Byte offsets of line starts.
#[derive(Debug, Clone)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// The lines of a text.
    pub fn of(text: impl AsRef<[u8]>) -> Lines {
        let bytes = text.as_ref().iter().enumerate();
        let after = bytes.filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        Lines(std::iter::once(0).chain(after).collect())
    }

    /// The line of an offset, from 1.
    pub fn line(&self, offset: usize) -> u32 {
        let lines = self.0.partition_point(|start| *start <= offset);
        u32::try_from(lines).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_end_belongs_to_the_line_that_it_ends() {
        let lines = Lines::of("a\nбв\r\n\nd");
        assert_eq!([0, 1, 2, 6, 7, 8, 9, 100].map(|at| lines.line(at)), [1, 1, 2, 2, 2, 3, 4, 4]);
        assert_eq!(Lines::of("").line(0), 1);
    }
}
