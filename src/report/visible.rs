//! Words from articles → words that may be shown: nothing that a terminal would obey, that a reader would not see, or that
//! no XML document may hold.
//!
//! Text comes from the web. An escape sequence in an id must not reach a terminal, and a mark that turns the text around it
//! must not hide what an outlet wrote: such characters are shown by their numbers.

/// Words as they may be shown on one line: white space and control characters as single blanks.
pub(super) fn visible(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    for c in words.chars() {
        if !c.is_whitespace() && !c.is_control() {
            push(&mut shown, c);
        } else if !shown.ends_with(' ') {
            shown.push(' ');
        }
    }
    shown
}

/// Text of several lines as it may be shown: the same, but its white space is left alone.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => shown.push(c),
            c if c.is_control() => shown.push(' '),
            c => push(&mut shown, c),
        }
    }
    shown
}

fn push(shown: &mut String, c: char) {
    // Between two emoji a joiner makes one of them.
    let joins = c == '\u{200d}' && shown.chars().next_back().is_some_and(|last| last >= '\u{2190}');
    if is_hidden(c) && !joins {
        shown.push_str(&format!("[U+{:04X}]", u32::from(c)));
    } else if is_noncharacter(c) {
        shown.push(char::REPLACEMENT_CHARACTER);
    } else {
        shown.push(c);
    }
}

/// Characters without a shape of their own: of no width, or marks that reorder the text around them.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_not_shown() {
        assert_eq!(visible("a\u{1b}[31m b\r\n\tc"), "a [31m b c");
        assert_eq!(visible("\u{1b}]52;c;eA==\u{7}x\u{9b}1m"), " ]52;c;eA== x 1m");
        assert_eq!(printable("a\u{1b}[2J\n  b\rc"), "a [2J\n  b c");
    }

    #[test]
    fn what_a_reader_would_not_see_is_marked() {
        assert_eq!(visible("c\u{202E}d\u{200b}e\u{ad}f\u{200e}"), "c[U+202E]d[U+200B]e[U+00AD]f[U+200E]");
        assert_eq!(visible("a\u{200d}b 👩\u{200d}🚒 é"), "a[U+200D]b 👩\u{200d}🚒 é");
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(visible("a\u{fffe}b\u{ffff}c\u{1ffff}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
    }
}
