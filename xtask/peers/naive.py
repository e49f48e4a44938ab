#!/usr/bin/env python3
"""What one would write in an afternoon: numbers by regular expression, linked by the noun that follows and the words around.

usage: naive.py FILE.json ...    prints the pairs of differing numbers with the same following word

It stands here to be compared with: how long it takes, how many conflicts it finds and how many false ones.
"""
import collections, itertools, json, math, re, sys

NUMBER = re.compile(r'(?<![\w.,])\$?(\d[\d,]*(?:\.\d+)?)(?:[ -](million|billion|percent))?[ -](?:of )?(?:the )?([a-z]{3,})')

articles = [json.load(open(f)) for f in sys.argv[1:]]
sentences = [[s for s in re.split(r'(?<=[.!?])["”’]?\s+', a['text']) if s] for a in articles]
seen = collections.Counter(w for a in sentences for w in {w for s in a for w in re.findall(r'[a-z]+', s.lower())})


def vector(sentence):
    words = collections.Counter(re.findall(r'[a-z]+', sentence.lower()))
    return {w: n * math.log(1 + len(articles) / seen[w]) for w, n in words.items()}


def cosine(a, b):
    dot = sum(x * b.get(w, 0) for w, x in a.items())
    return dot / math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()) or 1)


claims = []
for i, article in enumerate(sentences):
    for sentence in article:
        for m in NUMBER.finditer(sentence):
            claims.append((i, m[1].replace(',', ''), m[2], m[3].rstrip('s'), vector(sentence), m[0]))
for a, b in itertools.combinations(claims, 2):
    if a[0] != b[0] and a[1] != b[1] and a[2:4] == b[2:4] and cosine(a[4], b[4]) > 0.25:
        print(f"{articles[a[0]]['id']}: {a[5]} | {articles[b[0]]['id']}: {b[5]}")
