#!/usr/bin/env python3
"""quantulum3 behind the interface of `gainsay mentions`: JSON lines {"id", "text"} in, mentions out.

The seconds that reading took, without imports and without the first sentence, are the last line of standard error.
"""
import json, sys, time

from quantulum3 import parser

lines = [json.loads(line) for line in sys.stdin]
parser.parse('It weighs 2 kg.')
spent = 0.0
for line in lines:
    start = time.perf_counter()
    try:
        found = parser.parse(line['text'])
    except Exception:      # some sentences make it fail; they count as read without a quantity
        found = []
    spent += time.perf_counter() - start
    mentions = []
    for q in found:
        low, high = (q.value, q.value) if q.uncertainty is None else (q.value - q.uncertainty, q.value + q.uncertainty)
        mentions.append({'start': q.span[0], 'end': q.span[1], 'text': q.surface, 'kind': 'number', 'lower': str(low),
                         'upper': str(high), 'comparator': 'exact', 'unit': q.unit.name if q.unit else None})
    print(json.dumps({'id': line['id'], 'mentions': mentions}))
print(spent, file=sys.stderr)
