//! Bytes → text: by byte order mark, then the page's own declaration, then the look of the bytes.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::error::Fault;

/// How far into a page browsers look for its encoding.
const PRESCAN: usize = 1024;

pub(super) struct Decoded {
    pub(super) text: String,
    /// Set when bytes were lost.
    pub(super) doubt: Option<String>,
}

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    if bytes.trim_ascii().is_empty() {
        return Err(Fault::Empty);
    }
    let encoding = choose(bytes);
    let (text, used, lossy) = encoding.decode(bytes);
    if text.contains('\0') {
        return Err(Fault::not_an_article("its bytes are not text"));
    }
    let doubt = lossy.then(|| lost(&text, used));
    Ok(Decoded { text: text.into_owned(), doubt })
}

/// Says how many places could not be decoded, and where the first is.
fn lost(text: &str, used: &'static Encoding) -> String {
    let count = text.matches(char::REPLACEMENT_CHARACTER).count();
    let first = text.find(char::REPLACEMENT_CHARACTER).and_then(|at| text.get(..at)).unwrap_or_default();
    let line = first.matches('\n').count() + 1;
    let places = if count == 1 { "1 place is".to_owned() } else { format!("{count} places are") };
    format!("{places} not valid {} and read as \u{FFFD}; the first is in line {line}", used.name())
}

fn choose(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let looks_like_utf8 = mostly_utf8(bytes);
    let markup = bytes.trim_ascii_start().starts_with(b"<");
    if let Some(declared) = markup.then(|| declared(bytes)).flatten() {
        // "ISO-8859-1" is what old templates say of everything; no text in it passes for UTF-8 by accident.
        return if looks_like_utf8 && declared == WINDOWS_1252 { UTF_8 } else { declared };
    }
    if looks_like_utf8 {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Returns whether what is beyond ASCII is UTF-8 but for a few bad bytes: one bad byte must not make another encoding of
/// all the rest.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= bad
}

/// The encoding a page names in `<meta charset>`, `<meta http-equiv>` or its XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..PRESCAN).unwrap_or(bytes)).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|key| head.split_once(key))?.1;
    let label = after.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(label.get(..end)?.as_bytes())
}
