//! A piece of HTML, as feeds and agencies have it → its words, paragraph by paragraph.
//!
//! Only the tokenizer runs, no tree is built: the cost is linear in the text, however deep it is nested.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::guard;
use super::prose::{self, Prose};

/// The words of a fragment; of what is too wild to be a page, none.
pub(super) fn text(html: &str) -> String {
    if guard::check(html).is_err() {
        return String::new();
    }
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Words::default(), TokenizerOpts::default());
    // Scripts would stop it; none of the sink's answers asks for one.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.state.into_inner().prose.finish()
}

/// The words of what may be HTML or plain text.
pub(super) fn text_or_html(words: &str) -> String {
    let is_html = ["</", "<br", "<p>", "/>"].iter().any(|tag| words.contains(tag));
    if is_html { text(words) } else { words.trim().to_owned() }
}

#[derive(Default)]
struct Words {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    prose: Prose,
    /// The element whose words are left out, and how often it is open.
    skipped: Option<(String, usize)>,
}

impl TokenSink for Words {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::CharacterTokens(words) if state.skipped.is_none() => state.prose.push(&words),
            Token::TagToken(tag) => state.tag(&tag.name, tag.kind == TagKind::StartTag, tag.self_closing),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn tag(&mut self, name: &str, is_start: bool, closes_itself: bool) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name && !closes_itself {
                *depth = if is_start { *depth + 1 } else { *depth - 1 };
            }
            if *depth == 0 {
                self.skipped = None;
            }
        } else if is_start && !closes_itself && prose::is_foreign(name) {
            self.skipped = Some((name.to_owned(), 1));
        } else if name == "br" {
            self.prose.line();
        } else if prose::is_block(name) {
            self.prose.block();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_fragments() {
        for (html, words) in [
            ("<p>Two <b>people</b> died.</p>\n<p>One &amp; all.</p>", "Two people died.\n\nOne & all."),
            ("A<br>B", "A\nB"),
            ("<p>A<script>if (a < b) {}</script></p><figure><p>Picture</p></figure><p>B", "A\n\nB"),
            ("&lsquo;A&rsquo; &lt;b&gt;", "‘A’ <b>"),
            ("</p></div>A</script>", "A"),
            ("<table><tr><td><table></table>x</td></tr></table>A", "A"),
            ("", ""),
        ] {
            assert_eq!(text(html), words, "of {html:?}");
        }
        assert_eq!(text_or_html(" 3 < 4 and 5 > 4 "), "3 < 4 and 5 > 4");
    }

    #[test]
    fn depth_costs_nothing() {
        assert_eq!(text(&format!("{}A", "<b>".repeat(200))), "A");
    }
}
