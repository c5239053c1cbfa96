#!/usr/bin/env python3
"""Searchlight analysis of a participant: this program beside rsatoolbox, whole processes in turn.

    python3 src/bench/similarity.py --subject S1 --data FOLDER --features FILE [--runs 3]

Needs rsatoolbox (pip install rsatoolbox), nibabel, scipy and a built checkout; the participant's file is
in CMU's layout. Both take spheres of 9
mm, correlation distances and Spearman's correlation with the distances of the features; rsatoolbox
counts its radius in voxels and loops over voxels, so it is given the same spheres.
"""
import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PEER = r"""
import json, sys
import numpy as np
from rsatoolbox.data import Dataset
from rsatoolbox.rdm import RDMs, calc_rdm, compare
made = np.load(sys.argv[1])
images, places, model, radius = made["images"], made["places"], made["model"], float(made["radius"])
values = np.full(len(places), np.nan)
model = RDMs(model[None])
for centre in range(len(places)):
    sphere = np.flatnonzero(np.sum((places - places[centre]) ** 2, axis=1) <= radius ** 2 + 1e-9)
    if len(sphere) >= 10:
        rdm = calc_rdm(Dataset(images[:, sphere]), method="correlation")
        values[centre] = compare(model, rdm, method="spearman")[0, 0]
np.save(sys.argv[2], values)
"""


def timed(command):
    """Seconds by the clock and of processor time, which other work on the machine changes less."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(times):
    """By program the medians of a list of (clock, processor), and how many times as fast it is."""
    seconds = {name: [statistics.median(each) for each in zip(*values)] for name, values in times.items()}
    kinds = ("clock", "processor")
    return {
        "seconds": {name: dict(zip(kinds, values)) for name, values in seconds.items()},
        "ratio": {kind: seconds["rsatoolbox"][k] / seconds["mitchell"][k] for k, kind in enumerate(kinds)},
    }


def responses(file, words):
    """The mean image of each word, and the voxels' (x, y, z) from 1, of a file in CMU's layout."""
    import numpy as np
    from scipy.io import loadmat

    made = loadmat(file, squeeze_me=True, struct_as_record=False)
    seen = [str(trial.word) for trial in made["info"]]
    trials = np.array([np.asarray(row, dtype=float) for row in made["data"]])
    images = [trials[[word == each for each in seen]].mean(axis=0) for word in words]
    return np.array(images), np.asarray(made["meta"].colToCoord, dtype=int)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--subject", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--features", required=True)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--mitchell", default=str(Path(__file__).resolve().parents[2] / "mitchell"))
    arguments = parser.parse_args()
    import nibabel
    import numpy as np

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        ours = [arguments.mitchell, "similarity", "--subject", arguments.subject, "--data", arguments.data,
                "--features", "f=" + arguments.features, "--no-baselines", "--searchlight",
                "--permutations", "0", "--resamples", "0", "--quiet", "--out", str(out / "ours")]
        subprocess.run(ours, check=True)
        mine = next(out.glob("ours/sub-*/*_desc-f_stat-similarity_statmap.nii.gz"))
        table = next(out.glob("ours/sub-*/*_desc-dissimilarities.tsv")).read_text().splitlines()
        words = sorted({cell for line in table[1:] for cell in line.split("\t")[:2]})
        model = np.array([float(line.split("\t")[3]) for line in table[1:]])
        images, coordinates = responses(next(Path(arguments.data).glob(f"*{arguments.subject}.mat")), words)
        brain = nibabel.load(mine)
        # CMU counts voxels from 1; places in mm by the affine that our map has.
        own = brain.get_fdata()[tuple((coordinates - 1).T)]
        places = (coordinates - 1) @ brain.affine[:3, :3].T
        np.savez(out / "in.npz", images=images, places=places, model=model, radius=9.0)
        peer = [sys.executable, "-c", PEER, str(out / "in.npz"), str(out / "peer.npy")]
        times = {"mitchell": [], "rsatoolbox": []}
        for _ in range(arguments.runs):
            times["mitchell"].append(timed(ours))
            times["rsatoolbox"].append(timed(peer))
        theirs = np.load(out / "peer.npy")
        both = np.isfinite(theirs) & np.isfinite(own)
        print(json.dumps({
            "voxels": len(own), "compared": int(both.sum()), "defined": int(np.isfinite(own).sum()),
            "largestDifference": float(np.max(np.abs(theirs[both] - own[both]))),
            **medians(times),
        }, indent=2))


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", str(os.cpu_count()))
    main()
