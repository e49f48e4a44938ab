//! Markdown with YAML front matter → article: the metadata from the front matter, the text without its mark-up.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};

use super::draft::Draft;
use super::error::Fault;
use super::item::Item;

pub(super) fn read(text: &str) -> Vec<Item> {
    Item::whole(parse(text))
}

fn parse(text: &str) -> Result<Draft, Fault> {
    let (front, body) = split(text);
    let object = match front.map(serde_saphyr::from_str::<Value>) {
        None | Some(Ok(Value::Null)) => Map::new(),
        Some(Ok(Value::Object(object))) => object,
        Some(Ok(_)) => return Err(Fault::not_an_article("its front matter must be `key: value` lines")),
        Some(Err(error)) => {
            let reason = error.to_string();
            let first = reason.lines().next().unwrap_or_default();
            return Err(Fault::not_an_article(format!("its front matter is not YAML: {first}")));
        }
    };
    let mut draft = Draft::from_object(&object);
    let mut plain = Plain { untitled: draft.title.is_empty(), ..Plain::default() };
    Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
        .for_each(|e| plain.event(e));
    if !plain.title.is_empty() {
        draft.title = plain.title.trim().to_owned();
    }
    draft.text = plain.text.trim().to_owned();
    Ok(draft)
}

/// Front matter between `---` lines at the head of the file, and what follows it.
fn split(text: &str) -> (Option<&str>, &str) {
    let Some(inner) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else {
        return (None, text);
    };
    let mut at = 0;
    for line in inner.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return (inner.get(..at), inner.get(at + line.len()..).unwrap_or_default());
        }
        at += line.len();
    }
    (None, text)
}

/// The words of a Markdown text: a paragraph a block, without images, code blocks and raw HTML.
#[derive(Default)]
struct Plain {
    text: String,
    title: String,
    /// Is a first heading still to be taken as the title?
    untitled: bool,
    in_title: bool,
    /// Depth inside elements whose words are not the article's.
    skipped: u32,
}

impl Plain {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.push(&words),
            Event::SoftBreak | Event::HardBreak => self.push("\n"),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock => self.skipped += 1,
            Tag::Heading { .. } if self.untitled && self.text.trim().is_empty() => self.in_title = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.skipped -= 1,
            TagEnd::Heading(_) if self.in_title => (self.in_title, self.untitled) = (false, false),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead => {
                self.block()
            }
            TagEnd::TableCell => self.push(" "),
            _ => {}
        }
    }

    fn push(&mut self, words: &str) {
        if self.skipped == 0 {
            if self.in_title { self.title.push_str(words) } else { self.text.push_str(words) }
        }
    }

    /// Ends a paragraph.
    fn block(&mut self) {
        if self.skipped == 0 && !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
    }
}
