//! An HTTP response as archives keep it → the page in it: status and headers read, chunks joined, compression undone.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder};

/// Longest page when unpacked.
const LONGEST: u64 = 16 << 20;

/// The HTML of a successful response; `None` for anything else.
pub(super) fn page(message: &[u8]) -> Option<Vec<u8>> {
    let end = message.windows(4).position(|w| w == b"\r\n\r\n").map(|at| (at, at + 4));
    let (head_end, body_at) =
        end.or_else(|| message.windows(2).position(|w| w == b"\n\n").map(|at| (at, at + 2)))?;
    let head = String::from_utf8_lossy(message.get(..head_end)?).to_ascii_lowercase();
    let mut lines = head.lines();
    let status = lines.next()?.split_whitespace().nth(1)?;
    let (mut is_html, mut is_chunked, mut coding) = (false, false, "");
    for (name, value) in lines.filter_map(|l| l.split_once(':')) {
        match name.trim() {
            "content-type" => {
                is_html = ["text/html", "application/xhtml+xml"].iter().any(|t| value.contains(t))
            }
            "transfer-encoding" => is_chunked = value.contains("chunked"),
            "content-encoding" => coding = value.trim(),
            _ => {}
        }
    }
    if !status.starts_with('2') || !is_html {
        return None;
    }
    let body = message.get(body_at..)?;
    let body = if is_chunked { joined(body).unwrap_or_else(|| body.to_vec()) } else { body.to_vec() };
    match coding {
        "gzip" | "x-gzip" => Some(unpacked(MultiGzDecoder::new(body.as_slice())).unwrap_or(body)),
        "deflate" => Some(unpacked(DeflateDecoder::new(body.as_slice())).unwrap_or(body)),
        "" | "identity" => Some(body),
        _ => None,
    }
}

/// The chunks' contents; `None` when they are none, as in archives that joined them already.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = body.windows(2).position(|w| w == b"\r\n")?;
        let size = String::from_utf8_lossy(body.get(..end)?).into_owned();
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(body.get(end + 2..(end + 2).checked_add(size)?)?);
        body = body.get(end + 2 + size + 2..)?;
    }
}

fn unpacked(reader: impl Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LONGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
