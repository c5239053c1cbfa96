"""Reads what a fit left, with numpy and nibabel, and prints it: python3 examples/read_outputs.py derivatives/mitchell me

The same with pandas is pandas.read_csv(FILE, sep="\\t"), and with nilearn plot_stat_map(FILE).
"""

import csv
import json
import sys
from pathlib import Path

import nibabel
import numpy as np


def main(folder, subject):
    here = Path(folder) / f"sub-{subject}"
    evaluation = json.loads(next(here.glob("*_evaluation.json")).read_text(encoding="utf-8"))
    print("keys of the evaluation:", ", ".join(sorted(evaluation)))

    with open(next(here.glob("*_pairs.tsv")), newline="", encoding="utf-8") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))
    print(f"{len(pairs)} pairs; columns: {', '.join(pairs[0])}")

    image = nibabel.load(next(here.glob("*_stat-r_statmap.nii.gz")))
    r = image.get_fdata()
    inside = np.isfinite(r)  # outside the brain maps hold NaN
    i, j, k = np.unravel_index(np.nanargmax(r), r.shape)
    x, y, z = nibabel.affines.apply_affine(image.affine, (i, j, k))
    print(f"{inside.sum()} voxels, mean r {r[inside].mean():.3f}, highest {r[i, j, k]:.3f} at {x:.1f}, {y:.1f}, {z:.1f} mm")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
