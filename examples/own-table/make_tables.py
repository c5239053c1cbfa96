"""Makes the tables of this folder: a SIMULATED participant of the smallest useful study, as tables that a person would have.

responses.csv: 24 words x 3 presentations, a column each of 96 voxels; ratings.csv: five ratings of each word, the
features; coordinates.csv: the places of the voxels in CMU's grid, from 1. Half of the voxels respond to the ratings, the others are noise.

    python3 examples/own-table/make_tables.py
"""

import csv
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
RATINGS = ["alive", "eaten", "held", "moves", "large"]
WORDS = {
    "animal": ["cat", "cow", "dog", "fly", "horse", "shark"],
    "food": ["apple", "bread", "carrot", "cheese", "corn", "tomato"],
    "tool": ["axe", "brush", "hammer", "knife", "pliers", "saw"],
    "vehicle": ["bicycle", "boat", "bus", "car", "train", "truck"],
}
MEANS = {
    "animal": [0.9, 0.3, 0.1, 0.8, 0.5],
    "food": [0.4, 0.9, 0.5, 0.1, 0.1],
    "tool": [0.0, 0.0, 0.9, 0.3, 0.2],
    "vehicle": [0.0, 0.0, 0.2, 0.9, 0.9],
}
PRESENTATIONS = 3


def write(name, header, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def main():
    random = np.random.default_rng(2008)
    words = [(word, category) for category, of in WORDS.items() for word in of]
    ratings = np.array([MEANS[category] for _, category in words]) + 0.15 * random.standard_normal((24, 5))
    ratings = np.clip(ratings, 0, 1).round(2)
    # A block of 6 x 4 x 4 voxels in the left temporal lobe; its front half has signal.
    places = [(36 + i, 16 + j, 9 + k) for k in range(4) for j in range(4) for i in range(6)]
    signatures = random.standard_normal((5, len(places))) * np.array([j >= 18 for _, j, _ in places])
    signal = (ratings - ratings.mean(axis=0)) @ signatures
    rows = []
    for presentation in range(PRESENTATIONS):
        noise = 0.8 * random.standard_normal(signal.shape)
        for (word, category), values in zip(words, signal + noise):
            rows.append([word, category, presentation + 1, *(f"{value:.2f}" for value in values)])
    write("responses.csv", ["word", "category", "presentation", *(f"v{v + 1}" for v in range(len(places)))], rows)
    write("ratings.csv", ["word", *RATINGS], [[word, *row] for (word, _), row in zip(words, ratings.tolist())])
    write("coordinates.csv", ["i", "j", "k"], places)


if __name__ == "__main__":
    main()
