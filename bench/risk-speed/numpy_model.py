"""The same model in numpy: python3 numpy_model.py TRIALS METHOD SEED.

Blocks of 65,536 trials stay in the cache. `counts` draws a Poisson number of events for each trial, as programs of this
kind are usually written; `scatter` draws one number of events for the whole block and lets each fall into a trial at
random, which is the same law and the engine's own trick, with numpy's fastest generator. Both make totals only: no
distribution of each risk, no other measure.
"""

import json
import math
import resource
import sys
import time

import numpy as np

RATES = [0.05, 0.1, 0.1, 0.2, 0.25, 0.3, 0.5, 0.5, 1, 2]
MEDIANS = [50, 20, 80, 10, 15, 30, 5, 8, 3, 1]
SIGMAS = [1.2, 1, 1.5, 0.8, 1, 1.1, 0.7, 0.9, 0.8, 0.6]
BLOCK = 65_536


def run(trials, method, seed):
    random = (
        np.random.Generator(np.random.SFC64(seed)) if method == "scatter" else np.random.default_rng(seed)
    )
    totals = np.empty(trials)
    for start in range(0, trials, BLOCK):
        count = min(BLOCK, trials - start)
        total = -10 + 40 * random.standard_normal(count)
        total += 500 * np.expm1(0.08 * random.standard_normal(count))
        for rate, median, sigma in zip(RATES, MEDIANS, SIGMAS):
            if method == "scatter":
                events = random.poisson(rate * count)
                where = random.integers(0, count, events, dtype=np.int32)
            else:
                numbers = random.poisson(rate, count)
                events = int(numbers.sum())
                where = np.repeat(np.arange(count), numbers)
            amounts = np.exp(math.log(median) + sigma * random.standard_normal(events))
            total += np.bincount(where, weights=amounts, minlength=count)
        totals[start : start + count] = total
    ranks = [math.ceil(level * trials) - 1 for level in (0.95, 0.99)]
    parted = np.partition(totals, ranks)
    return totals.mean(), [parted[rank] for rank in ranks]


trials, method, seed = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])


def timed():
    begin, used = time.perf_counter(), time.process_time()
    mean, quantiles = run(trials, method, seed)
    seconds, processor = time.perf_counter() - begin, time.process_time() - used
    return {"seconds": seconds, "processor": processor, "mean": mean, "quantiles": quantiles}


first = timed()["seconds"]
timed()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({**timed(), "first": first, "peakBytes": peak, "version": np.__version__}))
