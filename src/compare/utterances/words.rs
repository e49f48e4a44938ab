//! The text between quotation marks → its words: lower case, no marks, one apostrophe, one ellipsis.
//!
//! Two honest tools of an editor stay visible, because a comparison must forgive them: `…` stands for words left
//! out, and a word in brackets keeps an opening bracket ("[for"). A letter in brackets that only changes the case
//! ("[W]e") is no change at all.

use smol_str::SmolStr;

/// What stands for words left out.
pub const ELLIPSIS: &str = "…";

/// The words of an utterance, in order.
#[must_use]
pub fn words(text: &str) -> Vec<SmolStr> {
    let chars: Vec<char> = text.chars().collect();
    let mut reader = Reader { chars: &chars, at: 0, out: Vec::new(), brackets: 0 };
    while let Some(c) = reader.peek(0) {
        reader.step(c);
    }
    reader.out
}

struct Reader<'c> {
    chars: &'c [char],
    at: usize,
    out: Vec<SmolStr>,
    brackets: u32,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn before(&self) -> Option<char> {
        self.at.checked_sub(1).and_then(|i| self.chars.get(i)).copied()
    }

    fn step(&mut self, c: char) {
        match c {
            '…' => self.ellipsis(1),
            '.' if self.dots() >= 2 => {
                let n = self.dots_length();
                self.ellipsis(n);
            }
            '[' | '(' if self.case_change() => self.at += 1,
            '[' | '(' => {
                self.brackets += 1;
                self.at += 1;
            }
            ']' | ')' => {
                self.brackets = self.brackets.saturating_sub(1);
                self.at += 1;
            }
            '&' | '%' => {
                self.push(SmolStr::new(if c == '&' { "&" } else { "%" }));
                self.at += 1;
            }
            _ if c.is_alphanumeric() || c == '*' => self.word(),
            _ => self.at += 1,
        }
    }

    fn push(&mut self, word: SmolStr) {
        let word = if self.brackets > 0 { SmolStr::new(format!("[{word}")) } else { word };
        self.out.push(word);
    }

    fn ellipsis(&mut self, length: usize) {
        if self.out.last().is_none_or(|w| w != ELLIPSIS) {
            self.out.push(SmolStr::new_static(ELLIPSIS));
        }
        self.at += length;
    }

    /// How many dots follow, spaced or not (". . .").
    fn dots(&self) -> usize {
        self.chars.iter().skip(self.at).take(self.dots_length()).filter(|&&c| c == '.').count()
    }

    fn dots_length(&self) -> usize {
        let dotted = self.chars.iter().skip(self.at).take_while(|&&c| c == '.' || c == ' ');
        let run: Vec<char> = dotted.copied().collect();
        run.iter().rposition(|&c| c == '.').map_or(0, |last| last + 1)
    }

    /// Returns whether this is "[W]e": one letter in brackets that begins a word.
    fn case_change(&self) -> bool {
        let inside = self.peek(1).is_some_and(char::is_alphabetic);
        inside
            && matches!(self.peek(2), Some(']' | ')'))
            && self.peek(3).is_some_and(char::is_alphabetic)
            && !self.before().is_some_and(char::is_alphanumeric)
    }

    fn word(&mut self) {
        let mut word = String::new();
        let mut edited = false;
        while let Some(c) = self.peek(0) {
            let next = self.peek(1);
            if c.is_alphanumeric() || c == '*' {
                word.extend(c.to_lowercase());
            } else if matches!(c, '\'' | '’' | '‘' | 'ʼ') && next.is_some_and(char::is_alphanumeric) {
                word.push('\'');
            } else if c == '.' && initials(&word) && next.is_some_and(char::is_alphabetic) {
                // "U.S." and "US" are one word
            } else if matches!(c, '.' | ',' | ':') && digits_meet(&word, next) {
                if c != ',' {
                    word.push(c);
                }
            } else if matches!(c, '[' | '(') && next.is_some_and(char::is_alphabetic) {
                edited = true;
            } else if matches!(c, ']' | ')') && (edited || word.chars().count() == 1) {
                // the end of "know[s]", or of the letter in "[W]e"
            } else {
                break;
            }
            self.at += 1;
        }
        let word = if edited && self.brackets == 0 { format!("[{word}") } else { word };
        self.push(SmolStr::new(word));
    }
}

/// Is the word so far a run of single letters ("u", "us" of "U.S.")? Longer ones are sentence ends without a space.
fn initials(word: &str) -> bool {
    word.chars().count() <= 3 && word.chars().all(char::is_alphabetic)
}

fn digits_meet(word: &str, next: Option<char>) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected, "{text}");
    }

    #[test]
    fn marks_case_and_apostrophes_go() {
        check("We’ll “rebuild,” they said – soon!", "we'll rebuild they said soon");
        check("the U.S. and the F.B.I.", "the us and the fbi");
        check("more than 1,500 at 6:30, or 2.5", "more than 1500 at 6:30 or 2.5");
        check("tax-filing & the d**n wall", "tax filing & the d**n wall");
    }

    #[test]
    fn an_editors_marks_stay_visible() {
        check("We waited ... and left", "we waited … and left");
        check("We waited. . . . and left", "we waited … and left");
        check("He should pay [for] it", "he should pay [for it");
        check("the government know[s] that", "the government [knows that");
        check("[W]e should leave", "we should leave");
        check("it (the bridge over there) fell", "it [the [bridge [over [there fell");
    }

    #[test]
    fn nothing_is_lost_at_the_ends() {
        check("", "");
        check("...", "…");
        check("[", "");
        check("a.", "a");
    }
}
