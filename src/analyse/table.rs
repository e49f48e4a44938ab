//! Bytes of a trained model → its sections and hash tables, read in place.
//!
//! A model file is `n: u32`, then n × (`offset: u32`, `length: u32`), then the sections. A table section is
//! `bits: u32`, 2^bits slots of `u32` (0 is empty, else 1 + place of the record), then the records: 16 bits of the
//! key's hash, one byte of length, the payload. Numbers are little-endian. Nothing is parsed or copied at the start:
//! the file is embedded in the binary and looked into where it lies.

/// Reads a little-endian `u32`; 0 beyond the end.
#[must_use]
pub(super) fn read_u32(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |b| u32::from_le_bytes(*b))
}

/// The section of a model file with the given number; empty if there is none.
#[must_use]
pub(super) fn section(file: &[u8], number: usize) -> &[u8] {
    if number as u64 >= u64::from(read_u32(file, 0)) {
        return &[];
    }
    let start = read_u32(file, 4 + 8 * number) as usize;
    let length = read_u32(file, 8 + 8 * number) as usize;
    file.get(start..start + length).unwrap_or_default()
}

/// An open-addressing hash table that lies in a byte slice.
#[derive(Debug, Clone, Copy)]
pub struct Table<'m> {
    slots: &'m [u8],
    records: &'m [u8],
    bits: u32,
}

impl<'m> Table<'m> {
    /// The table in a section.
    #[must_use]
    pub fn new(section: &'m [u8]) -> Self {
        let bits = read_u32(section, 0).min(28);
        let (slots, records) =
            section.get(4..).and_then(|rest| rest.split_at_checked(4 << bits)).unwrap_or_default();
        Table { slots, records, bits }
    }

    /// The payload stored under a key's hash.
    #[must_use]
    pub fn get(&self, hash: u64) -> Option<&'m [u8]> {
        let mask = (1usize << self.bits) - 1;
        let mut slot = slot_of(hash, self.bits);
        loop {
            let place = read_u32(self.slots, 4 * slot) as usize;
            let record = self.records.get(place.checked_sub(1)?..)?;
            let (head, payload) = record.split_first_chunk::<3>()?;
            if [head[0], head[1]] == fingerprint(hash) {
                return payload.get(..head[2] as usize);
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// The first slot to look into.
#[must_use]
pub fn slot_of(hash: u64, bits: u32) -> usize {
    hash.checked_shr(64 - bits).unwrap_or(0) as usize
}

/// The part of the hash that a record keeps.
#[must_use]
pub fn fingerprint(hash: u64) -> [u8; 2] {
    (hash as u16).to_le_bytes()
}
