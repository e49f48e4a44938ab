#!/usr/bin/env python3
"""Recognizers-Text behind the interface of `gainsay mentions`: JSON lines {"id", "text"} in, mentions out.

Its models for numbers, percentages, ages, currencies, dimensions and temperatures, the widest match where they overlap.
The seconds that reading took, without imports and without the first sentence, are the last line of standard error.
"""
import json, sys, time

import recognizers_number as number
import recognizers_number_with_unit as with_unit

READERS = [with_unit.recognize_currency, with_unit.recognize_dimension, with_unit.recognize_age,
           with_unit.recognize_temperature, number.recognize_percentage, number.recognize_number]


def read(text):
    taken, mentions = [], []
    for reader in READERS:
        for r in reader(text, 'en-us'):
            if not r.resolution or r.resolution.get('value') is None or any(r.start <= e and s <= r.end for s, e in taken):
                continue
            taken.append((r.start, r.end))
            value = str(r.resolution['value']).rstrip('%')
            mentions.append({'start': r.start, 'end': r.end + 1, 'text': r.text, 'kind': 'number', 'lower': value,
                             'upper': value, 'comparator': 'exact', 'unit': (r.resolution.get('unit') or '').lower() or None})
    return mentions


lines = [json.loads(line) for line in sys.stdin]
read('It weighs 2 kg.')
spent = 0.0
for line in lines:
    start = time.perf_counter()
    try:
        found = read(line['text'])
    except Exception:      # some sentences make it fail; they count as read without a quantity
        found = []
    spent += time.perf_counter() - start
    print(json.dumps({'id': line['id'], 'mentions': found}))
print(spent, file=sys.stderr)
