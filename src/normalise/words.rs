//! Text and tokens of one sentence → words to read by index, without copying any of them.
//!
//! Every reader of quantities and times looks at words through this view: out of range is an empty word, so that no
//! reader needs to count how many are left.

use crate::model::Token;

/// The words of one sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Words<'a> {
    /// The words that `tokens` cut out of `text`.
    pub(crate) fn new(text: &'a str, tokens: &'a [Token]) -> Words<'a> {
        Words { text, tokens }
    }

    /// The text that they are cut from.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word as written; empty past the end.
    pub(crate) fn get(&self, i: usize) -> &'a str {
        self.tokens.get(i).and_then(|t| self.text.get(t.start as usize..t.end as usize)).unwrap_or_default()
    }

    /// Is the word this one, whatever the case of its ASCII letters?
    pub(crate) fn is(&self, i: usize, word: &str) -> bool {
        self.get(i).eq_ignore_ascii_case(word)
    }

    /// First byte of a word; the end of the last word past the end.
    pub(crate) fn start(&self, i: usize) -> u32 {
        self.tokens
            .get(i)
            .or(self.tokens.last())
            .map_or(0, |t| if i < self.tokens.len() { t.start } else { t.end })
    }

    /// One past the last byte of a word; the end of the last word past the end.
    pub(crate) fn end(&self, i: usize) -> u32 {
        self.tokens.get(i).or(self.tokens.last()).map_or(0, |t| t.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_by_index_and_is_empty_outside() {
        let text = "At 10 p.m. today";
        let tokens: Vec<Token> =
            [(0, 2), (3, 5), (6, 10), (11, 16)].map(|(a, b)| Token::bare(a, b, 0)).to_vec();
        let words = Words::new(text, &tokens);
        assert_eq!((words.get(2), words.get(9)), ("p.m.", ""));
        assert_eq!((words.start(1), words.end(1), words.end(9)), (3, 5, 16));
    }
}
