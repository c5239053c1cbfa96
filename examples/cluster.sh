#!/usr/bin/env bash
#SBATCH --job-name=mitchell
#SBATCH --cpus-per-task=2
#SBATCH --mem=3G
#SBATCH --time=00:30:00
# Fits one participant of an array job: sbatch --array=1-9 examples/cluster.sh
set -euo pipefail
data="${MITCHELL_DATA:-data}"
features="${MITCHELL_FEATURES:-verbs25}"
exec java -Xmx2g -jar target/mitchell.jar fit --subject "P$SLURM_ARRAY_TASK_ID" --data "$data" \
  --features "$features" --ridge 1 --threads "${SLURM_CPUS_PER_TASK:-1}"
