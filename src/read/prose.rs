//! Running text put together from pieces of mark-up: white space closed up, paragraphs a blank line apart.

/// Text under construction.
#[derive(Debug, Default)]
pub(super) struct Prose {
    text: String,
    /// Is white space due before the next word?
    space: bool,
}

impl Prose {
    pub(super) fn push(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() && c != '\u{A0}' {
                self.space = true;
                continue;
            }
            if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.text.push(c);
        }
    }

    /// Ends a line inside a paragraph.
    pub(super) fn line(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Ends a paragraph.
    pub(super) fn block(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str(if self.text.ends_with('\n') { "\n" } else { "\n\n" });
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text
    }
}

/// Elements of HTML and NITF that end a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hl1"
            | "hl2"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "bq"
            | "block"
            | "section"
            | "article"
            | "header"
            | "pre"
            | "body"
            | "hr"
            | "body.content"
            | "note"
    )
}

/// Elements whose words are none of the article's.
pub(super) fn is_foreign(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "head"
            | "table"
            | "figure"
            | "media"
            | "nav"
            | "aside"
            | "footer"
            | "form"
            | "iframe"
            | "noscript"
            | "template"
            | "svg"
            | "video"
            | "audio"
            | "button"
            | "object"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_closed_up() {
        let mut prose = Prose::default();
        for words in [" Two ", "\n people", " died", "."] {
            prose.push(words);
        }
        prose.block();
        prose.block();
        prose.push("  One swam");
        prose.line();
        prose.push(" home. ");
        assert_eq!(prose.finish(), "Two people died.\n\nOne swam\nhome.");
    }
}
