//! Gzip → the file in it, unpacked as it is read.

use std::io::{BufReader, Read};

use flate2::read::MultiGzDecoder;

use super::error::Fault;
use super::format::Head;
use super::input::Input;
use super::item::Sink;

/// Bytes of an unpacked file, at most; only an archive of pages comes near it.
const MOST_BYTES: u64 = 16 << 30;

pub(super) fn is(head: &Head<'_>) -> bool {
    head.bytes.starts_with(b"\x1F\x8B\x08")
}

pub(super) fn read(input: Input<'_>, sink: &mut dyn Sink) -> Result<(), Fault> {
    let (name, path) = (input.name.clone(), input.path.clone());
    // "a.warc.gz" is "a.warc"; "stdin" and "a.tgz" keep their names.
    let inner = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".GZ")).unwrap_or(&name).to_owned();
    let unpacked = MultiGzDecoder::new(input.into_stream()).take(MOST_BYTES);
    sink.open(Input::stream(&name, path, BufReader::with_capacity(1 << 16, unpacked)).known_as(&inner));
    Ok(())
}
