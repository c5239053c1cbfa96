"""Makes sub-04_space-ico_betas.dscalar.nii: the values of participant 02 in another order and of fewer grayordinates, by nibabel.

The right hemisphere comes first, then the thalamus with its voxels backwards and without every tenth, then the left hemisphere without every
twelfth vertex. matched.json counts what both files have. sub-05 has the left hemisphere's vertices of a mesh of 200.

Run in this folder, after make_surfaces.py: python3 make_matched.py
"""
import json

import nibabel as nib
import numpy as np
from nibabel import cifti2

image = nib.load('sub-02_space-ico_betas.dscalar.nii')
data, scalars, axis = image.get_fdata(), image.header.get_axis(0), image.header.get_axis(1)
parts = {name: (np.arange(axis.size)[part], model) for name, part, model in axis.iter_structures()}
(left, left_model), (right, _), (deep, _) = (parts[f'CIFTI_STRUCTURE_{n}'] for n in ('CORTEX_LEFT', 'CORTEX_RIGHT', 'THALAMUS_LEFT'))
deep = np.array([c for n, c in enumerate(deep[::-1]) if n % 10])
left = np.array([c for n, c in enumerate(left) if n % 12])
columns = np.concatenate([right, deep, left])
models = axis[right] + axis[deep] + axis[left]
nib.save(cifti2.Cifti2Image(data[:, columns].astype(np.float32), (scalars, models)), 'sub-04_space-ico_betas.dscalar.nii')
json.dump({'left': len(left), 'right': len(right), 'thalamus': len(deep), 'all': axis.size}, open('matched.json', 'w'))
other = cifti2.BrainModelAxis.from_surface(left_model.vertex, 200, 'CortexLeft')
own = data[:, :len(left_model.vertex)].astype(np.float32)
nib.save(cifti2.Cifti2Image(own, (scalars, other)), 'sub-05_space-ico_betas.dscalar.nii')
