//! RTF → article: control words read as far as they make text, in the code page that the file names.
//!
//! The crates for it lose code pages and Unicode fall-backs, which are half of what old newsroom systems write.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::error::Fault;
use super::format::Head;
use super::item::Item;
use super::office::Pages;
use super::prose::Prose;

/// Groups whose words are no text.
const FOREIGN: [&str; 24] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "footer",
    "headerl",
    "headerr",
    "headerf",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "annotation",
    "fldinst",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
    "datastore",
    "latentstyles",
];

pub(super) fn is(head: &Head<'_>) -> bool {
    head.text.starts_with("{\\rtf")
}

pub(super) fn read(bytes: &[u8]) -> Vec<Item> {
    let mut reader = Reader::new(bytes);
    reader.run();
    let is_closed = reader.stack.is_empty();
    let pages = reader.pages();
    if pages.paragraphs.is_empty() {
        return Item::whole(Err(Fault::Empty));
    }
    let mut draft = pages.draft();
    if !is_closed {
        draft.doubts.push("the file breaks off: its last group is not closed".to_owned());
    }
    Item::whole(Ok(draft))
}

/// What a group may change, and gives back when it ends.
#[derive(Debug, Clone)]
struct State {
    is_foreign: bool,
    is_hidden: bool,
    /// Bytes of fall-back text after a Unicode character.
    skip: usize,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    state: State,
    stack: Vec<State>,
    page: &'static Encoding,
    /// Bytes in the code page, not decoded yet.
    raw: Vec<u8>,
    /// Fall-back text still to be passed over.
    to_skip: usize,
    /// The first half of a character outside the basic plane.
    surrogate: Option<u16>,
    line: Prose,
    paragraphs: Vec<String>,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Reader<'a> {
        let state = State { is_foreign: false, is_hidden: false, skip: 1 };
        Reader {
            bytes,
            at: 0,
            state,
            stack: Vec::new(),
            page: WINDOWS_1252,
            raw: Vec::new(),
            to_skip: 0,
            surrogate: None,
            line: Prose::default(),
            paragraphs: Vec::new(),
        }
    }

    fn run(&mut self) {
        while let Some(byte) = self.next() {
            match byte {
                b'{' => {
                    self.stack.push(self.state.clone());
                    self.to_skip = 0;
                }
                b'}' => {
                    self.flush();
                    self.to_skip = 0;
                    match self.stack.pop() {
                        Some(state) => self.state = state,
                        None => break,
                    }
                    // What stands after the last group is no RTF.
                    if self.stack.is_empty() {
                        break;
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(byte),
            }
        }
        self.paragraph();
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    fn control(&mut self) {
        let Some(byte) = self.next() else { return };
        match byte {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2).and_then(|d| std::str::from_utf8(d).ok());
                if let Some(byte) = digits.and_then(|d| u8::from_str_radix(d, 16).ok()) {
                    self.at += 2;
                    self.byte(byte);
                }
            }
            b'*' => self.state.is_foreign = true,
            b'~' => self.char('\u{A0}'),
            b'_' => self.char('-'),
            b'\\' | b'{' | b'}' => self.byte(byte),
            b'\r' | b'\n' => self.paragraph(),
            b if b.is_ascii_alphabetic() => {
                self.at -= 1;
                let (word, number) = self.word();
                self.apply(word, number);
            }
            _ => {}
        }
    }

    /// A control word with its number; the blank after it is its end and no text.
    fn word(&mut self) -> (&'a str, Option<i32>) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let letters = rest.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
        let after = rest.get(letters..).unwrap_or_default();
        let sign = usize::from(after.first() == Some(&b'-'));
        let digits = after.iter().skip(sign).take_while(|b| b.is_ascii_digit()).count();
        let length = if digits > 0 { sign + digits } else { 0 };
        let number = after.get(..length).and_then(|n| std::str::from_utf8(n).ok()?.parse().ok());
        let word = rest.get(..letters).and_then(|w| std::str::from_utf8(w).ok()).unwrap_or_default();
        self.at += letters + length + usize::from(after.get(length) == Some(&b' '));
        (word, number)
    }

    fn apply(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "sect" | "page" | "row" => self.paragraph(),
            "line" => {
                self.flush();
                self.line.line();
            }
            "tab" | "cell" | "emspace" | "enspace" => self.char(' '),
            "emdash" => self.char('—'),
            "endash" => self.char('–'),
            "lquote" => self.char('‘'),
            "rquote" => self.char('’'),
            "ldblquote" => self.char('“'),
            "rdblquote" => self.char('”'),
            "bullet" => self.char('•'),
            "u" => self.unicode(number.unwrap_or_default()),
            "uc" => self.state.skip = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            "v" => self.state.is_hidden = number != Some(0),
            "plain" => self.state.is_hidden = false,
            "ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                self.page = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
            }
            "mac" => self.page = encoding_rs::MACINTOSH,
            // Bytes of a picture, which are no words whatever they look like.
            "bin" => self.at = self.at.saturating_add(usize::try_from(number.unwrap_or(0)).unwrap_or(0)),
            word if FOREIGN.contains(&word) => self.state.is_foreign = true,
            _ => {}
        }
    }

    fn unicode(&mut self, number: i32) {
        // Numbers above 32,767 are written as negative ones.
        let unit = number.rem_euclid(65_536) as u16;
        let halves = [self.surrogate.take(), Some(unit)];
        if (0xD800..0xDC00).contains(&unit) {
            self.surrogate = Some(unit);
        } else {
            let units = halves.into_iter().flatten();
            char::decode_utf16(units).for_each(|c| self.char(c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        }
        self.to_skip = self.state.skip;
    }

    fn is_text(&self) -> bool {
        !self.state.is_foreign && !self.state.is_hidden && !self.stack.is_empty()
    }

    fn byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if self.is_text() {
            self.raw.push(byte);
        }
    }

    fn char(&mut self, c: char) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if self.is_text() {
            self.flush();
            self.line.push(c.encode_utf8(&mut [0; 4]));
        }
    }

    fn flush(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        let (words, ..) = self.page.decode(&raw);
        self.line.push(&words);
    }

    fn paragraph(&mut self) {
        self.flush();
        if self.state.is_foreign {
            return;
        }
        let words = std::mem::take(&mut self.line).finish();
        if !words.is_empty() {
            self.paragraphs.push(words);
        }
    }

    fn pages(self) -> Pages {
        Pages { paragraphs: self.paragraphs, ..Pages::default() }
    }
}
