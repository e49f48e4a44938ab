//! Writes the files that gainsay::analyse::table reads.

use std::collections::BTreeMap;

use gainsay::analyse::models::{fingerprint, slot_of};

/// A hash table as the bytes of a section; payloads are at most 255 bytes long.
pub(crate) fn table(entries: &BTreeMap<u64, Vec<u8>>) -> Vec<u8> {
    let bits = (entries.len() * 3 / 2 + 2).next_power_of_two().trailing_zeros();
    let mut slots = vec![0u32; 1 << bits];
    let mut records = Vec::new();
    for (hash, payload) in entries {
        let mut slot = slot_of(*hash, bits);
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = records.len() as u32 + 1;
        records.extend(fingerprint(*hash));
        records.push(payload.len() as u8);
        records.extend(payload);
    }
    let mut out = bits.to_le_bytes().to_vec();
    out.extend(slots.iter().flat_map(|s| s.to_le_bytes()));
    out.extend(records);
    out
}

/// Sections as a model file.
pub(crate) fn file(sections: &[Vec<u8>]) -> Vec<u8> {
    let mut out = (sections.len() as u32).to_le_bytes().to_vec();
    let mut start = 4 + 8 * sections.len();
    for section in sections {
        out.extend((start as u32).to_le_bytes());
        out.extend((section.len() as u32).to_le_bytes());
        start += section.len();
    }
    out.extend(sections.iter().flatten());
    out
}
