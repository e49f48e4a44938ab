//! Bytes → text: by byte order mark, then the page's own declaration, then the look of the bytes.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::error::Fault;
use super::source::Format;

/// How far into a page browsers look for its encoding.
const PRESCAN: usize = 1024;

pub(super) struct Decoded {
    pub(super) text: String,
    /// Set when bytes were lost.
    pub(super) doubt: Option<String>,
}

pub(super) fn decode(bytes: &[u8], format: Option<Format>) -> Result<Decoded, Fault> {
    if bytes.trim_ascii().is_empty() {
        return Err(Fault::Empty);
    }
    let encoding = choose(bytes, format);
    let (text, used, lossy) = encoding.decode(bytes);
    if text.contains('\0') {
        return Err(Fault::not_an_article("its bytes are not text"));
    }
    let doubt =
        lossy.then(|| format!("some bytes are not valid {} and were replaced by \u{FFFD}", used.name()));
    Ok(Decoded { text: text.into_owned(), doubt })
}

fn choose(bytes: &[u8], format: Option<Format>) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let markup =
        format == Some(Format::Html) || (format.is_none() && bytes.trim_ascii_start().starts_with(b"<"));
    if let Some(declared) = markup.then(|| declared(bytes)).flatten() {
        return declared;
    }
    // Text that passes for UTF-8 is UTF-8; the detector is for what remains.
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// The encoding a page names in `<meta charset>`, `<meta http-equiv>` or its XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..PRESCAN).unwrap_or(bytes)).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|key| head.split_once(key))?.1;
    let label = after.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(label.get(..end)?.as_bytes())
}
