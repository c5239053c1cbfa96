package org.mitchell.derivatives;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.JsonField;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelPlaces;

/**
 * What a model's file says of voxels that are grayordinates; the maps beside it say the rest.
 *
 * @param form of the maps
 * @param pair whether there is a file for each of two hemispheres
 */
record Surfaces(Form form, boolean pair, Space space) {
  static Optional<Surfaces> of(VoxelPlaces places) {
    return places instanceof Grayordinates own
        ? Optional.of(
            new Surfaces(
                own.form(),
                own.form() == Form.GIFTI && own.models().models().size() == 2,
                own.space()))
        : Optional.empty();
  }

  static Surfaces read(JsonField json) {
    return new Surfaces(
        json.at("form").oneOf(Form.class), json.at("pair").flag(), ResponsesJson.space(json));
  }

  Map<String, Object> content() {
    var json = new LinkedHashMap<String, Object>();
    json.put("form", form.name().toLowerCase(Locale.ROOT));
    json.put("pair", pair);
    json.put("space", space.label());
    json.put("xformCode", space.xformCode());
    return json;
  }
}
