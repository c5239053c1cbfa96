# Reads what a fit left, in R: Rscript examples/read_outputs.R derivatives/mitchell me
# Packages: jsonlite, RNifti.
words <- commandArgs(trailingOnly = TRUE)
here <- file.path(words[1], paste0("sub-", words[2]))
file_named <- function(ending) list.files(here, pattern = paste0(ending, "$"), full.names = TRUE)[1]

evaluation <- jsonlite::fromJSON(file_named("_evaluation.json"))
cat("keys of the evaluation:", paste(sort(names(evaluation)), collapse = ", "), "\n")

pairs <- read.delim(file_named("_pairs.tsv"), na.strings = "n/a")
cat(nrow(pairs), "pairs; columns:", paste(names(pairs), collapse = ", "), "\n")

image <- RNifti::readNifti(file_named("_stat-r_statmap.nii.gz"))
inside <- is.finite(image) # outside the brain maps hold NaN
peak <- which(image == max(image[inside]), arr.ind = TRUE)[1, ]
cat(sum(inside), "voxels, mean r", mean(image[inside]), "highest", max(image[inside]), "at",
    RNifti::voxelToWorld(peak, image), "mm\n")
